// The transfer note as properties of a schema of our own, declared inside the file as PDF/A wants it (ISO 19005-2,
// 6.6.2.3.3): an archive reads it without knowing us and without opening an attachment.

import CaptureModel
import XMLWriting

/// The transfer note in the metadata.
struct NoteProperties {
    /// A name, not an address.
    static let namespace = "urn:x-scanstelle:transfer:1#"
    static let prefix = "transfer"

    /// A property with its declaration.
    private struct Property {
        let name: String
        let type: String
        let about: String
        /// One value, or a list for types that are sequences.
        let values: [String]
    }

    private let properties: [Property]

    init(_ note: TransferNote) {
        let body = note.organization
        let place = [body.street, [body.postalCode, body.place].compactMap(\.self).joined(separator: " ")]
            .compactMap(\.self).joined(separator: ", ")
        var properties = [
            Property(name: "created", type: "Date", about: "When the note was written", values: [note.created]),
            Property(name: "organization", type: "Text", about: "Body that captured", values: [body.name]),
            Property(name: "place", type: "Text", about: "Its place", values: [place]),
            Property(name: "unit", type: "Text", about: "Its unit", values: [body.unit]),
            Property(name: "procedure", type: "Text", about: "Scan procedure", values: [note.procedure.name]),
            Property(name: "version", type: "Text", about: "Its version", values: [note.procedure.version]),
            Property(name: "validFrom", type: "Text", about: "Valid since", values: [note.procedure.validFrom]),
            Property(name: "batch", type: "Text", about: "Batch", values: [note.batch]),
            Property(name: "batchCreated", type: "Date", about: "When it was begun", values: [note.batchCreated]),
            Property(name: "position", type: "Text", about: "Images of the batch", values: [note.position]),
            Property(name: "pages", type: "Integer", about: "Pages of the document", values: ["\(note.pageCount)"]),
        ]
        if let variant = note.procedure.variant {
            properties.append(Property(name: "variant", type: "Text", about: "Its form", values: [variant]))
        }
        properties += [
            Property(name: "facts", type: "seq Text", about: "Facts", values: Self.lines(note.facts)),
            Property(name: "anomalies", type: "seq Text", about: "Anomalies", values: Self.lines(note.anomalies)),
            Property(name: "steps", type: "seq Text", about: "What was done", values: note.steps.map(\.line)),
        ]
        self.properties = properties.filter { !$0.values.isEmpty }
    }

    private static func lines(_ attributes: [TransferNote.Attribute]) -> [String] {
        attributes.map { "\($0.name): \($0.value)" }
    }

    /// The declarations, for the schema of this namespace.
    var declarations: [String] { properties.map { XMPPacket.property($0.name, type: $0.type, $0.about) } }

    /// The values, as an `rdf:Description` of their own.
    var description: String {
        let values = properties.map { property in
            let name = "\(Self.prefix):\(property.name)"
            guard property.type.hasPrefix("seq") else {
                return "<\(name)>\(XMLText.escaped(property.values[0]))</\(name)>\n"
            }
            let items = property.values.map { "<rdf:li>\(XMLText.escaped($0))</rdf:li>\n" }.joined()
            return "<\(name)><rdf:Seq>\n\(items)</rdf:Seq></\(name)>\n"
        }
        return """
            <rdf:Description rdf:about="" xmlns:\(Self.prefix)="\(Self.namespace)">
            \(values.joined())</rdf:Description>

            """
    }
}
