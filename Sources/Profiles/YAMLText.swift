import CaptureModel
import Yams

/// YAML as text from people, with limits, before anything is made of it.
enum YAMLText {
    /// Aliases of aliases multiply: with 32 of them at most 3 to the power of 11 nodes, with a thousand more than memory.
    private static let mostAliases = 32

    /// The one document in `yaml`, nil with a note where there is none.
    static func root(_ yaml: String, _ reader: NodeReader) -> Node? {
        guard yaml.utf8.count <= ProfileLibrary.maxSizeInBytes, aliasCount(yaml) <= mostAliases else {
            reader.note(
                line: 1, column: 1,
                LocalizedText(
                    de: "Die Datei ist zu groß oder voller Verweise.", en: "The file is too large or full of aliases."),
                LocalizedText(
                    de: "Bitte ein Profil von höchstens 1 MB angeben.", en: "Please give a profile of 1 MB at most."))
            return nil
        }
        do {
            let parser = try Yams.Parser(yaml: yaml)
            reader.parser = parser
            if let root = try parser.singleRoot() { return root }
            note(reader, (1, 1), "empty")
        } catch let error as YamlError {
            let (mark, problem) = place(of: error)
            note(reader, mark, problem)
        } catch {
            note(reader, (1, 1), "\(error)")
        }
        return nil
    }

    private static func note(_ reader: NodeReader, _ mark: (line: Int, column: Int), _ problem: String) {
        reader.note(
            line: mark.line, column: mark.column,
            LocalizedText(de: "Kein gültiges YAML (\(problem)).", en: "Not valid YAML (\(problem))."),
            LocalizedText(
                de: "Bitte Einrückung, Klammern und Anführungszeichen prüfen.",
                en: "Please check indentation, brackets and quotes."))
    }

    private static func place(of error: YamlError) -> ((Int, Int), String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ((mark.line, mark.column), problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ((context.mark.line, context.mark.column), "key twice: \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _): ((1, 1), problem)
        default: ((1, 1), "unreadable")
        }
    }

    /// How often `*name` stands where YAML may see an alias; counting a few in quoted texts does no harm.
    private static func aliasCount(_ yaml: String) -> Int {
        var count = 0
        var previous: UInt8 = 0x0A
        var isAfterStar = false
        for byte in yaml.utf8 {
            if isAfterStar, isWord(byte) { count += 1 }
            isAfterStar = byte == UInt8(ascii: "*") && opensToken(previous)
            previous = byte
        }
        return count
    }

    private static func opensToken(_ byte: UInt8) -> Bool { byte <= 0x20 || [0x2C, 0x5B, 0x7B].contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && ![0x2C, 0x5D, 0x7D].contains(byte) }
}
