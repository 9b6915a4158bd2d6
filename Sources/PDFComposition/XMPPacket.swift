// What the PDF says about itself, as XMP (ISO 16684-1; ISO 19005-2, 6.6).
//
// PDF/A wants every property that XMP does not define to be declared inside the file: the PDF/UA identification and our
// index fields are. Each index field is a property of its own, so that an archive can read it without knowing us.

import CaptureModel
import XMLWriting

/// The metadata of a document.
struct XMPPacket {
    /// Namespace of the index fields; a name, not an address.
    static let fieldNamespace = "urn:x-scanstelle:index:1#"

    let metadata: PDFMetadata
    /// Part of ISO 19005 that the file claims: 3 with files inside, else 2.
    var part = 2
    /// The mark of an electronic invoice; nil where none is attached.
    var invoice: InvoiceProperties?

    private var note: NoteProperties? { metadata.note.map { NoteProperties($0) } }

    var bytes: [UInt8] {
        let packet = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            \(standard)
            \(declarations)
            \(fields)\(note?.description ?? "")\(invoice?.description ?? "")</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """
        return Array(packet.utf8)
    }

    private var standard: String {
        let created = XMLText.escaped(metadata.created)
        return """
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(XMLText.escaped(metadata.title))</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>\(XMLText.escaped(metadata.language))</rdf:li></rdf:Bag></dc:language>
            <dc:format>application/pdf</dc:format>
            <xmp:CreateDate>\(created)</xmp:CreateDate>
            <xmp:ModifyDate>\(created)</xmp:ModifyDate>
            <xmp:MetadataDate>\(created)</xmp:MetadataDate>
            <xmp:CreatorTool>\(XMLText.escaped(metadata.producer))</xmp:CreatorTool>
            <pdf:Producer>\(XMLText.escaped(metadata.producer))</pdf:Producer>
            <xmpMM:DocumentID>uuid:\(XMLText.escaped(metadata.documentID))</xmpMM:DocumentID>
            <pdfaid:part>\(part)</pdfaid:part>
            <pdfaid:conformance>U</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            """
    }

    private var fields: String {
        guard !metadata.fields.isEmpty else { return "" }
        let values = zip(fieldNames, metadata.fields).map { name, field in
            "<index:\(name)>\(XMLText.escaped(field.value))</index:\(name)>\n"
        }
        return
            "<rdf:Description rdf:about=\"\" xmlns:index=\"\(Self.fieldNamespace)\">\n\(values.joined())</rdf:Description>\n"
    }

    private var declarations: String {
        var schemas = Self.schema(
            "PDF/UA identification schema", namespace: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid",
            properties: [Self.property("part", type: "Integer", "Part of ISO 14289")])
        if !metadata.fields.isEmpty {
            schemas += Self.schema(
                "Index fields", namespace: Self.fieldNamespace, prefix: "index",
                properties: zip(fieldNames, metadata.fields).map {
                    Self.property($0, type: "Text", "Index field \($1.name)")
                })
        }
        if let note {
            schemas += Self.schema(
                "Transfer note", namespace: NoteProperties.namespace, prefix: NoteProperties.prefix,
                properties: note.declarations)
        }
        if let invoice {
            schemas += Self.schema(
                "Factur-X PDFA Extension Schema", namespace: InvoiceProperties.namespace,
                prefix: InvoiceProperties.prefix, properties: invoice.declarations)
        }
        return """
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag>
            \(schemas)</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """
    }

    /// The names of the fields as XML names, each one once.
    private var fieldNames: [String] {
        var taken: Set<String> = []
        return metadata.fields.map { field in
            let name = XMLText.name(field.name)
            var unique = name
            var number = 2
            while !taken.insert(unique).inserted {
                unique = "\(name)-\(number)"
                number += 1
            }
            return unique
        }
    }

    private static func schema(_ name: String, namespace: String, prefix: String, properties: [String]) -> String {
        """
        <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>\(name)</pdfaSchema:schema>\
        <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI><pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>\
        <pdfaSchema:property><rdf:Seq>\(properties.joined())</rdf:Seq></pdfaSchema:property></rdf:li>

        """
    }

    /// The declaration of a property, of a value type that PDF/A knows.
    static func property(_ name: String, type: String, _ description: String) -> String {
        """
        <rdf:li rdf:parseType="Resource"><pdfaProperty:name>\(name)</pdfaProperty:name>\
        <pdfaProperty:valueType>\(type)</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
        <pdfaProperty:description>\(XMLText.escaped(description))</pdfaProperty:description></rdf:li>
        """
    }
}
