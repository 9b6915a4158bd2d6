// XML from outside, read into a small tree.
//
// A document type may name files to be read in and words that grow without end, and invoices have none: it is refused
// before the parser sees it. Size, depth and number of elements are bounded.

import Foundation
import FoundationXML

/// An element with what is in it; names are without their prefix.
struct InvoiceElement {
    var name: String
    /// The namespace the name belongs to.
    var namespace: String
    var attributes: [String: String]
    /// The text directly inside, without blanks around it.
    var text = ""
    var children: [InvoiceElement] = []

    /// All elements reached by these names; each may be one of several, set apart by `|`.
    func all(_ path: String) -> [InvoiceElement] {
        path.split(separator: "/").reduce([self]) { found, step in
            let names = step.split(separator: "|")
            return found.flatMap { $0.children.filter { child in names.contains { $0 == child.name } } }
        }
    }

    func first(_ path: String) -> InvoiceElement? { all(path).first }

    /// The text of the first such element that has any.
    func value(_ path: String) -> String? { all(path).lazy.map(\.text).first { !$0.isEmpty } }
}

/// Reads a document; answers nil for what is no sound XML or more than an invoice needs.
final class InvoiceXML: NSObject, XMLParserDelegate {
    /// Bytes; invoices with attached plans have some megabytes of them.
    private static let largest = 20 << 20
    private static let deepest = 40
    private static let mostElements = 200_000
    /// Longer texts are attachments and left out.
    private static let longestText = 10_000

    private var open: [InvoiceElement] = []
    private var root: InvoiceElement?
    private var count = 0

    static func read(_ bytes: Data) -> InvoiceElement? {
        guard bytes.count <= largest, let bytes = plain(bytes) else { return nil }
        let reader = InvoiceXML()
        let parser = XMLParser(data: bytes)
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.externalEntityResolvingPolicy = .never
        parser.delegate = reader
        guard parser.parse(), reader.open.isEmpty else { return nil }
        return reader.root
    }

    /// UTF-8 or another code that has ASCII in it; nil where there is a document type or a name that is no text.
    ///
    /// The 16 bit codes are brought to UTF-8 first, for in them its beginning would not be seen.
    private static func plain(_ bytes: Data) -> Data? {
        var bytes = bytes
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.prefix(4).contains(0) {
            guard let text = String(data: bytes, encoding: .utf16), let end = text.range(of: "?>") else { return nil }
            bytes = Data(text[end.upperBound...].utf8)
        }
        // Foundation's parser ends the program at a name of bytes that are no UTF-8.
        guard String(data: bytes, encoding: .utf8) != nil || isOneByteCode(bytes) else { return nil }
        guard !hasEmptyInstruction(bytes) else { return nil }
        return ["<!DOCTYPE", "<!ENTITY"].contains { bytes.range(of: Data($0.utf8)) != nil } ? nil : bytes
    }

    /// Whether there is a processing instruction of a name alone, as `<?name?>`: Foundation's parser ends the program.
    private static func hasEmptyInstruction(_ bytes: Data) -> Bool {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        let ends = Set("<?".utf8).union(blanks)
        var rest = bytes[...]
        while let start = rest.range(of: Data("<?".utf8)) {
            rest = rest[start.upperBound...]
            let behindName = rest.drop { !ends.contains($0) }.drop { blanks.contains($0) }
            if behindName.starts(with: "?>".utf8) { return true }
        }
        return false
    }

    /// Whether the declaration names a code in which every byte is a letter.
    private static func isOneByteCode(_ bytes: Data) -> Bool {
        let declaration = String(decoding: bytes.prefix(100), as: UTF8.self).lowercased()
        return ["iso-8859-", "windows-125"].contains { code in
            ["\"", "'"].contains { declaration.contains("encoding=\($0)\(code)") }
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        count += 1
        guard open.count < Self.deepest, count <= Self.mostElements else { return parser.abortParsing() }
        open.append(InvoiceElement(name: name, namespace: namespaceURI ?? "", attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let last = open.indices.last, open[last].text.utf8.count < Self.longestText else { return }
        open[last].text += text
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard var element = open.popLast() else { return parser.abortParsing() }
        element.text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if element.text.utf8.count > Self.longestText { element.text = "" }
        if let parent = open.indices.last { open[parent].children.append(element) } else { root = element }
    }
}
