import Foundation
import FoundationXML
import Testing
import XMLWriting

@Suite("writing XML")
struct XMLWritingTests {
    /// Every code point there is, but for surrogates, in pieces of a plane's sixteenth.
    private static let pieces = stride(from: UInt32(0), to: 0x11_0000, by: 0x1000).map { $0..<($0 + 0x1000) }

    private static func text(_ piece: Range<UInt32>) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: piece.compactMap(Unicode.Scalar.init))
        return String(scalars)
    }

    @Test("a real parser reads every character back from content and attributes, or it was left out for good reason")
    func everyCharacter() throws {
        for piece in Self.pieces {
            let text = Self.text(piece)
            var writer = XMLWriter()
            writer.element("t", attributes: [("a", text)], text)
            let read = try #require(ReadElement(writer.bytes), "\(piece)")
            let expected = text.unicodeScalars.filter(Self.mustStay)
            #expect(Array(read.content.unicodeScalars) == Array(expected), "\(piece)")
            #expect(Array(read.attribute.unicodeScalars) == Array(expected), "\(piece)")
        }
    }

    /// What XML 1.0 allows and does not advise against (2.2).
    private static func mustStay(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        case let value: value & 0xFFFE != 0xFFFE
        }
    }

    @Test("half a pair of surrogates becomes the sign for what cannot be read")
    func loneSurrogates() throws {
        let text = String(decoding: [0x41, 0xD83D, 0x42, 0xDE00, 0x43] as [UInt16], as: UTF16.self)
        var writer = XMLWriter()
        writer.element("t", attributes: [("a", text)], text)
        #expect(try #require(ReadElement(writer.bytes)).content == "A\u{FFFD}B\u{FFFD}C")
    }

    @Test("text that looks like markup stays text", arguments: ["]]>", "<!--", "&amp;", "<?x?>", "<![CDATA[", "'\""])
    func markup(_ text: String) throws {
        var writer = XMLWriter()
        writer.element("t", attributes: [("a", text)], text)
        let read = try #require(ReadElement(writer.bytes))
        #expect(read.content == text && read.attribute == text)
    }

    @Test("any text becomes the name of an element")
    func names() throws {
        for piece in Self.pieces.prefix(3) {
            for scalar in piece.compactMap(Unicode.Scalar.init) {
                for text in ["\(scalar)", "a\(scalar)"] {
                    let name = XMLText.name(text)
                    #expect(name.unicodeScalars.count <= text.unicodeScalars.count + 1)
                    guard name != "_", name != "a_" else { continue }
                    #expect(ReadElement(Array("<\(name) a=''/>".utf8)) != nil, "\(scalar.value)")
                }
            }
        }
        #expect(XMLText.name("") == "_" && XMLText.name("2. Straße") == "_2__Straße")
    }
}

/// The only element of a document, read by Foundation's parser, which is libxml2.
private final class ReadElement: NSObject, XMLParserDelegate {
    private(set) var content = ""
    private(set) var attribute = ""

    init?(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { attribute = attributes["a"] ?? "" }

    func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }
}
