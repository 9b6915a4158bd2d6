import CaptureModel
import Patterns
import Yams

/// Reads values from YAML nodes and gathers every problem it meets, so that an admin sees all of them at once.
///
/// A reader that returns nil has noted why, or the value was not there.
final class NodeReader {
    let file: String
    private(set) var problems: [ProfileProblem] = []
    /// Kept for as long as its nodes are read: they know their anchors through weak references into it.
    var parser: Parser?

    init(file: String) { self.file = file }

    /// A mapping whose keys were checked.
    struct Section {
        let kind: ProfileSection
        let node: Node
        let values: [String: Node]
        /// The nodes of the keys, for their places.
        let keys: [String: Node]

        subscript(key: String) -> Node? { values[key] }
    }

    func note(_ node: Node?, _ message: LocalizedText, _ remedy: LocalizedText) {
        note(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message, remedy)
    }

    func note(line: Int, column: Int, _ message: LocalizedText, _ remedy: LocalizedText) {
        problems.append(
            ProfileProblem(
                file: file, line: max(line, 1), column: max(column, 1), message: message, remedy: remedy))
    }

    /// A fault of something the profile names; one that passes by itself is tried again.
    func note(_ node: Node?, _ error: CaptureError) {
        var problem = ProfileProblem(
            file: file, line: max(node?.mark?.line ?? 1, 1), column: max(node?.mark?.column ?? 1, 1),
            message: error.message, remedy: error.remedy)
        problem.passes = error.code == .unavailable
        problems.append(problem)
    }

    func note(_ others: [ProfileProblem]) { problems += others }

    // MARK: Mappings and lists

    /// The pairs of a mapping in order; anchors are refused here, before anything they stand for is walked.
    func pairs(_ node: Node) -> [(key: String, keyNode: Node, value: Node)]? {
        guard let mapping = node.mapping else {
            wrongKind(node, LocalizedText(de: "Schlüssel und Werte", en: "keys and values"))
            return nil
        }
        guard allows(node) else { return nil }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string, allows(key), allows(value) else { return nil }
            return (name, key, value)
        }
    }

    func section(_ node: Node?, _ kind: ProfileSection) -> Section? {
        guard let node, let pairs = pairs(node) else { return nil }
        var values: [String: Node] = [:]
        var keys: [String: Node] = [:]
        for pair in pairs {
            if kind.keys.contains(pair.key) {
                values[pair.key] = pair.value
                keys[pair.key] = pair.keyNode
            } else {
                unknown(pair.keyNode, pair.key, LocalizedText(de: "Schlüssel", en: "key"), known: kind.keys)
            }
        }
        for key in kind.required where values[key] == nil {
            note(
                node, LocalizedText(de: "„\(key)“ fehlt hier.", en: "“\(key)” is missing here."),
                LocalizedText(de: "Bitte „\(key):“ ergänzen.", en: "Please add “\(key):”."))
        }
        return Section(kind: kind, node: node, values: values, keys: keys)
    }

    func list(_ node: Node?) -> [Node] {
        guard let node, allows(node) else { return [] }
        guard let sequence = node.sequence else {
            wrongKind(node, LocalizedText(de: "eine Liste", en: "a list"))
            return []
        }
        return sequence.filter { allows($0) }
    }

    /// A list of texts, or one text for a list of one.
    func texts(_ node: Node?) -> [String] {
        guard let node else { return [] }
        return node.sequence == nil ? [text(node)].compactMap { $0 } : list(node).compactMap { text($0) }
    }

    private func allows(_ node: Node) -> Bool {
        guard node.anchor != nil || node.alias != nil else { return true }
        note(
            node,
            LocalizedText(
                de: "Anker und Verweise (& und *) gibt es in Profilen nicht.",
                en: "Anchors and aliases (& and *) do not exist in profiles."),
            LocalizedText(de: "Bitte den Inhalt ausschreiben.", en: "Please write the content out."))
        return false
    }

    // MARK: Values

    func text(_ node: Node?) -> String? {
        guard let node, allows(node) else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            wrongKind(node, LocalizedText(de: "ein Text", en: "a text"))
            return nil
        }
        return text
    }

    func flag(_ node: Node?) -> Bool? {
        guard let text = text(node) else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        wrongKind(node, LocalizedText(de: "true oder false", en: "true or false"))
        return nil
    }

    func number(_ node: Node?, in range: ClosedRange<Double>) -> Double? {
        guard let text = text(node) else { return nil }
        if let number = Double(text), range.contains(number) { return number }
        wrongKind(
            node,
            LocalizedText(
                de: "eine Zahl von \(range.lowerBound) bis \(range.upperBound)",
                en: "a number from \(range.lowerBound) to \(range.upperBound)"))
        return nil
    }

    func integer(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        wrongKind(
            node,
            LocalizedText(
                de: "eine ganze Zahl von \(range.lowerBound) bis \(range.upperBound)",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
        return nil
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node?, of _: Choice.Type) -> Choice? {
        guard let text = text(node) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        unknown(node, text, LocalizedText(de: "Wert", en: "value"), known: Choice.allCases.map(\.rawValue))
        return nil
    }

    /// An expression that RE2 takes.
    func pattern(_ node: Node?) -> (text: String, pattern: Pattern)? {
        guard let text = text(node) else { return nil }
        do throws(CaptureError) {
            return (text, try Pattern(text))
        } catch {
            let message = LocalizedText(
                de: "\(error.message.de) (\(error.cause))", en: "\(error.message.en) (\(error.cause))")
            note(node, message, error.remedy)
            return nil
        }
    }

    func template(_ node: Node?) -> (text: String, template: Template)? {
        guard let text = text(node) else { return nil }
        do throws(CaptureError) {
            return (text, try Template(text))
        } catch {
            note(node, error.message, error.remedy)
            return nil
        }
    }

    // MARK: Problems

    func wrongKind(_ node: Node?, _ expected: LocalizedText) {
        note(
            node, LocalizedText(de: "Hier wird \(expected.de) erwartet.", en: "Expected \(expected.en) here."),
            LocalizedText(de: "Bitte den Wert berichtigen.", en: "Please correct the value."))
    }

    func unknown(_ node: Node?, _ name: String, _ kind: LocalizedText, known: [String]) {
        let remedy =
            if let nearest = NearestName.nearest(to: name, among: known) {
                LocalizedText(de: "Gemeint ist wohl „\(nearest)“.", en: "Did you mean “\(nearest)”?")
            } else {
                LocalizedText(
                    de: "Bekannt sind: \(known.joined(separator: ", ")).",
                    en: "Known: \(known.joined(separator: ", ")).")
            }
        note(
            node,
            LocalizedText(
                de: "Unbekannt (\(kind.de)): „\(name.prefix(60))“.", en: "Unknown \(kind.en) “\(name.prefix(60))”."),
            remedy)
    }
}
