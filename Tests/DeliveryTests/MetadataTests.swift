import CaptureModel
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Delivery

@Suite("Metadata beside a document")
struct MetadataTests {
    private var metadata: DocumentMetadata

    init() throws {
        metadata = try Sample.package(in: Scratch()).metadata
    }

    @Test("the JSON file gives every fact back")
    func json() throws {
        let decoded = try JSONDecoder().decode(DocumentMetadata.self, from: metadata.json())
        #expect(decoded == metadata)
    }

    @Test("equal facts are equal bytes")
    func stable() throws {
        #expect(try metadata.json() == metadata.json())
        #expect(metadata.xml() == metadata.xml())
    }

    @Test(
        "the XML file gives text back as it was",
        arguments: ["Müller & Söhne <GmbH> \"Süd\"", "two\nlines", "]]>", "'"])
    func xml(text: String) throws {
        var metadata = metadata
        metadata.title = text
        metadata.fields = ["sender": text]
        let parsed = try #require(XMLTexts(metadata.xml()))
        #expect(parsed.texts["title"] == text)
        #expect(parsed.texts["field"] == text)
        #expect(parsed.texts["sha256"] == metadata.sha256)
    }

    @Test("characters that XML does not know are left out")
    func controls() throws {
        var metadata = metadata
        metadata.title = "a\u{0}b\u{1B}c\u{FFFF}d\u{85}e"
        let parsed = try #require(XMLTexts(metadata.xml()))
        #expect(parsed.texts["title"] == "abcde")
    }

    @Test("a field's name is escaped as well")
    func attribute() throws {
        var metadata = metadata
        metadata.fields = ["a\"b<c>": "value"]
        let parsed = try #require(XMLTexts(metadata.xml()))
        #expect(parsed.fieldNames == ["a\"b<c>"])
    }
}

/// The text of every element of a well-formed document, by the element's name.
private final class XMLTexts: NSObject, XMLParserDelegate {
    private(set) var texts: [String: String] = [:]
    private(set) var fieldNames: [String] = []
    private var current = ""

    init?(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        current = ""
        if elementName == "field", let name = attributes["name"] { fieldNames.append(name) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        texts[elementName] = current
    }
}
