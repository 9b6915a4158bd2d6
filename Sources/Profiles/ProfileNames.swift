import CaptureModel
import Patterns
import Yams

/// The names a profile gives and the names it uses; they must agree.
struct ProfileNames {
    /// What a name stands for where it is used.
    enum Use { case type, given, value, destination }

    var types: Set<String> = []
    var given: Set<String> = []
    var destinations: Set<String> = []
    /// What templates and routes may use.
    var provided = Set(RouteRule.Subject.allCases.map(\.rawValue))
    private var uses: [(name: String, node: Node?, use: Use)] = []
    private var kinds = TypeKinds()
    private var typePatterns: [(pattern: Pattern, text: String, node: Node)] = []

    /// Takes the name of a field or given value.
    mutating func provide(_ name: String, _ node: Node, _ reader: NodeReader) {
        let isTaken = RouteRule.Subject(rawValue: name) != nil
        if name.isEmpty || isTaken || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
            let taken = RouteRule.Subject.allCases.map(\.rawValue).joined(separator: ", ")
            reader.wrongKind(
                node,
                LocalizedText(
                    de: "ein Name aus Buchstaben und Ziffern, keiner von \(taken),",
                    en: "a name of letters and digits, none of \(taken)"))
        }
        provided.insert(name)
    }

    mutating func mention(_ name: String, _ node: Node?, _ use: Use) { uses.append((name, node, use)) }

    /// Takes the more general type of a type; a ring of them is told at the name that closes it.
    mutating func mention(_ type: String, asKindOf general: String, _ node: Node?, _ reader: NodeReader) {
        mention(general, node, .type)
        kinds.add(type, general)
        guard kinds.isKind(type, of: type) else { return }
        reader.note(
            node,
            LocalizedText(
                de: "Eine Dokumentart ist hier auf Umwegen eine Art ihrer selbst.",
                en: "A document type becomes a kind of itself here."),
            LocalizedText(
                de: "Bitte „kindOf“ nur bei der engeren Art angeben.",
                en: "Please give “kindOf” at the narrower type only."))
    }

    mutating func mention(_ typePattern: Pattern, _ text: String, _ node: Node) {
        typePatterns.append((typePattern, text, node))
    }

    /// Notes every name that is used and not given.
    func check(with reader: NodeReader) {
        for (name, node, use) in uses {
            let known = known(use)
            if !known.contains(name) { reader.unknown(node, name, use.title, known: known.sorted()) }
        }
        for (pattern, text, node) in typePatterns where !types.contains(where: { pattern.wholeMatch(in: $0) != nil }) {
            reader.unknown(node, text, Use.type.title, known: types.sorted())
        }
    }

    private func known(_ use: Use) -> Set<String> {
        switch use {
        case .type: types
        case .given: given
        case .value: provided
        case .destination: destinations
        }
    }
}

extension ProfileNames.Use {
    fileprivate var title: LocalizedText {
        switch self {
        case .type: LocalizedText(de: "Dokumentart", en: "document type")
        case .given: LocalizedText(de: "Wert eines Trennblatts", en: "value of a separator")
        case .value: LocalizedText(de: "Feld oder Wert", en: "field or value")
        case .destination: LocalizedText(de: "Ziel", en: "destination")
        }
    }
}
