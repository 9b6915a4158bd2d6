// What Factur-X and ZUGFeRD want to stand in the metadata of a PDF with an invoice's data (Factur-X 1.0, 6.2.2), so that
// programs for invoices find them again.

import CaptureModel
import XMLWriting

/// The mark of an electronic invoice in the metadata.
struct InvoiceProperties {
    static let namespace = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
    static let prefix = "fx"

    private let values: [(name: String, value: String)]

    /// nil for files that are no such data, or whose level is none that the metadata know.
    init?(_ attachment: CompositionAttachment) {
        guard let level = attachment.invoiceSpecification.flatMap(Self.level) else { return nil }
        values = [
            ("DocumentType", "INVOICE"), ("DocumentFileName", attachment.name), ("Version", "1.0"),
            ("ConformanceLevel", level),
        ]
    }

    /// The level that goes with a specification identifier (EN 16931: BT-24).
    private static func level(_ specification: String) -> String? {
        let text = specification.lowercased()
        return switch true {
        case text.contains("xrechnung"): "XRECHNUNG"
        case text.hasSuffix(":minimum"): "MINIMUM"
        case text.hasSuffix(":basicwl"): "BASIC WL"
        case text.hasSuffix(":basic"): "BASIC"
        case text.hasSuffix(":extended"): "EXTENDED"
        case text == "urn:cen.eu:en16931:2017": "EN 16931"
        default: nil
        }
    }

    var declarations: [String] { values.map { XMPPacket.property($0.name, type: "Text", "Factur-X \($0.name)") } }

    /// The values, as an `rdf:Description` of their own.
    var description: String {
        let lines = values.map { name, value in
            "<\(Self.prefix):\(name)>\(XMLText.escaped(value))</\(Self.prefix):\(name)>\n"
        }
        return """
            <rdf:Description rdf:about="" xmlns:\(Self.prefix)="\(Self.namespace)">
            \(lines.joined())</rdf:Description>

            """
    }
}
