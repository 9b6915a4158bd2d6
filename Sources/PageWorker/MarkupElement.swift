/// An element of an XML document with what is in it; names are without their prefix.
struct MarkupElement {
    var name: String
    /// The namespace the name belongs to.
    var namespace: String
    var attributes: [String: String]
    /// The text directly inside, without blanks around it.
    var text = ""
    var children: [MarkupElement] = []

    /// All elements reached by these names; each may be one of several, set apart by `|`.
    func all(_ path: String) -> [MarkupElement] {
        path.split(separator: "/").reduce([self]) { found, step in
            let names = step.split(separator: "|")
            return found.flatMap { $0.children.filter { child in names.contains { $0 == child.name } } }
        }
    }

    func first(_ path: String) -> MarkupElement? { all(path).first }

    /// The text of the first such element that has any.
    func value(_ path: String) -> String? { all(path).lazy.map(\.text).first { !$0.isEmpty } }
}
