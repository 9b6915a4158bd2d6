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
        // A declaration takes four times the room of its value, so what is only read by people stands in lists.
        let properties = [
            Property(name: "created", type: "Date", about: "When the note was written", values: [note.created]),
            Property(name: "batch", type: "Text", about: "Batch", values: [note.batch]),
            Property(
                name: "facts", type: "seq Text", about: "Facts", values: Self.lines(note.setting + note.facts)),
            Property(name: "anomalies", type: "seq Text", about: "Anomalies", values: Self.lines(note.anomalies)),
            Property(name: "steps", type: "seq Text", about: "What was done", values: note.stepLines),
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
