import CaptureModel
import Foundation
import XMLWriting

// What lies beside the PDF: the same facts as JSON and as XML, for the system that fetches the document.

extension DocumentMetadata {
    /// Keys in order, so that the same facts are the same bytes.
    func json() throws(CaptureError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(self) + Data("\n".utf8)
        } catch {
            throw .fault("JSONEncoder.encode")
        }
    }

    func xml() -> Data {
        var writer = XMLWriter()
        writer.element("document", attributes: [("xmlns", "urn:scanstelle:document:1")]) { document in
            document.element("documentID", documentID)
            document.element("deliveryID", deliveryID)
            document.element("batchID", batchID)
            document.element("profile", attributes: [("version", profileVersion)], profile)
            if let type { document.element("type", type) }
            document.element("title", title)
            document.element("fields") { list in
                for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                    list.element("field", attributes: [("name", name)], value)
                }
            }
            document.element("pageCount", String(pageCount))
            document.element("received", received)
            document.element("channel", channel)
            document.element("sha256", sha256)
            if let seal { document.element("seal", seal) }
            if let evidence { document.element("evidence", evidence) }
            if let form { document.element("form", form) }
        }
        return Data(writer.bytes)
    }
}

extension DeliveryPackage {
    /// True for a metadata file of this delivery, in whatever version of its format it was written.
    func owns(metadata: Data) -> Bool {
        metadata.range(of: Data(deliveryID.utf8)) != nil && metadata.range(of: Data(sha256.utf8)) != nil
    }
}
