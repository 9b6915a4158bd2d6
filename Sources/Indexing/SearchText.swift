import CaptureModel

/// Letters and digits that readers take for each other.
enum Confusable {
    /// The digit a letter is read instead of.
    static func digit(for letter: Character) -> Character? {
        switch letter {
        case "O", "o", "Q", "D": "0"
        case "l", "L", "I", "i", "|", "!": "1"
        case "Z", "z": "2"
        case "S", "s": "5"
        case "G": "6"
        case "B": "8"
        default: nil
        }
    }

    /// Price of reading one for the other: a look-alike costs a fifth of a different letter.
    static func cost(_ left: UInt8, _ right: UInt8) -> Double {
        if left == right { return 0 }
        return folded(left) == folded(right) ? 0.2 : 1
    }

    private static func folded(_ byte: UInt8) -> UInt8 { foldedBytes[Int(byte)] }

    /// Each byte, ASCII letters as the digits they look like, a comma as the point it is a smudge of.
    private static let foldedBytes: [UInt8] = (UInt8.min...UInt8.max).map { (byte: UInt8) -> UInt8 in
        if byte == UInt8(ascii: ",") { return UInt8(ascii: ".") }
        return digit(for: Character(Unicode.Scalar(byte))).flatMap(\.asciiValue) ?? byte
    }
}

/// A text in which a reader's slips are folded away, with the way back to the bytes it came from.
struct SearchText {
    let text: String
    /// For each byte of `text` its byte in the source, and the source's length at the end.
    private let source: [Int]

    /// Folds dashes to `-` and drops spaces around `-`, `/` and `.` beside digits; with `confusables` also writes the
    /// digits that letters in a mostly numeric word look like.
    init(folding original: String, confusables: Bool) {
        var characters = original.map { Self.isDash($0) ? "-" : $0 }
        if confusables { Self.fold(&characters) }
        var text = ""
        var source: [Int] = []
        var offset = 0
        for (index, character) in original.enumerated() {
            if !Self.isLoose(characters, index) {
                text.append(characters[index])
                source += [Int](repeating: offset, count: characters[index].utf8.count)
            }
            offset += character.utf8.count
        }
        self.text = text
        self.source = source + [offset]
    }

    /// The bytes of the source from which bytes of `text` were made.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard let last = source.last else { return 0..<0 }
        let lower = source.indices.contains(range.lowerBound) ? source[range.lowerBound] : last
        let upper = source.indices.contains(range.upperBound) ? source[range.upperBound] : last
        return lower..<max(lower, upper)
    }

    private static func isDash(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1 && character.unicodeScalars.allSatisfy { $0.properties.isDash }
    }

    /// A space between a mark that joins and a digit on its other side.
    private static func isLoose(_ characters: [Character], _ index: Int) -> Bool {
        guard characters[index] == " " else { return false }
        let before = characters[..<index].last { $0 != " " }
        let after = characters[index...].first { $0 != " " }
        guard let before, let after else { return false }
        return (isJoint(before) && after.isNumber) || (before.isNumber && isJoint(after))
    }

    private static func isJoint(_ character: Character) -> Bool { "-/.".contains(character) }

    private static func fold(_ characters: inout [Character]) {
        var start = 0
        for index in 0...characters.count where index == characters.count || characters[index].isWhitespace {
            let word = characters[start..<index]
            let digits = word.count(where: \.isNumber)
            if digits > 0, digits >= word.count(where: \.isLetter) {
                for place in start..<index {
                    characters[place] = Confusable.digit(for: characters[place]) ?? characters[place]
                }
            }
            start = index + 1
        }
    }
}
