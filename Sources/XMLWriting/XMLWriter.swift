/// An XML document being written, an element a line, in which every text is escaped.
///
/// Names of elements and attributes are the caller's own words and are not checked.
package struct XMLWriter {
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    package init() {}

    /// What was written so far, as UTF-8.
    package var bytes: [UInt8] { Array(text.utf8) }

    /// Writes an element that holds text.
    package mutating func element(_ name: String, attributes: [(String, String)] = [], _ content: String) {
        line("<\(name)\(written(attributes))>\(XMLText.escaped(content))</\(name)>")
    }

    /// Writes an element that holds what `children` writes.
    package mutating func element(
        _ name: String, attributes: [(String, String)] = [], children: (inout XMLWriter) -> Void
    ) {
        line("<\(name)\(written(attributes))>")
        depth += 1
        children(&self)
        depth -= 1
        line("</\(name)>")
    }

    private mutating func line(_ markup: String) {
        text += String(repeating: "  ", count: depth) + markup + "\n"
    }

    private func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    }
}
