// The files inside a PDF, and the invoice among them.
//
// ZUGFeRD, Factur-X and XRechnung put their data into an attachment of a fixed name (factur-x.xml, xrechnung.xml,
// ZUGFeRD-invoice.xml), related to the document as its data or alternative. Senders get name and relation wrong; what
// the XML itself is counts here, and it is looked for in every attachment that is called .xml.

import CaptureModel
import Foundation

struct PDFAttachments {
    /// The invoice's data with the name of their file.
    struct Invoice {
        let fileName: String
        let data: ElectronicInvoice
        /// Where the XML lies now, in the job's temporary folder.
        let path: String
    }

    /// So many attachments are looked at; a run of a tool each.
    private static let mostLookedAt = 4
    private static let fixedNames: Set = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]

    private(set) var count = 0
    private(set) var invoice: Invoice?
    /// An attachment has the name of an invoice's data, or looks like them, but cannot be read.
    private(set) var isInvoiceBroken = false

    init(of input: PDFInput) throws(CaptureError) {
        let outcome = try input.tool.run(.pdfdetach, ["-list", input.path])
        guard outcome.status == 0 else { return }
        let names = Self.names(outcome.output)
        count = names.count
        let candidates = names.filter { $0.name.lowercased().hasSuffix(".xml") }
            .sorted { Self.isFixed($0.name) && !Self.isFixed($1.name) }
        for (number, name) in candidates.prefix(Self.mostLookedAt) where invoice == nil {
            let file = input.place("attachment.xml")
            let saved = try input.tool.run(.pdfdetach, ["-save", "\(number)", "-o", file, input.path])
            let bytes = saved.status == 0 ? try? Data(contentsOf: URL(fileURLWithPath: file)) : nil
            if let data = bytes.flatMap(MarkupReader.read).flatMap(ElectronicInvoice.init) {
                invoice = Invoice(fileName: name, data: data, path: file)
            } else if Self.isFixed(name) {
                isInvoiceBroken = true
            }
        }
        if invoice != nil { isInvoiceBroken = false }
    }

    /// Attachments that are not the invoice's data.
    var others: Int { count - (invoice == nil ? 0 : 1) }

    /// The file is no PDF but an invoice's data alone.
    static func isInvoice(_ path: String) -> Bool {
        guard let file = try? MappedFile(path: path) else { return false }
        // Most files are told by their first bytes; a mark of the code may stand before.
        guard file.bytes.prefix(4).contains(UInt8(ascii: "<")) else { return false }
        return MarkupReader.read(Data(file.bytes)).flatMap(ElectronicInvoice.init) != nil
    }

    private static func isFixed(_ name: String) -> Bool { fixedNames.contains(name.lowercased()) }

    /// Reads `1: factur-x.xml`, a line each; names may hold line ends, and what follows those is no number.
    private static func names(_ list: String) -> [(number: Int, name: String)] {
        var names: [(number: Int, name: String)] = []
        for line in list.split(separator: "\n").dropFirst() {
            guard let colon = line.firstIndex(of: ":"), Int(line[..<colon]) == names.count + 1 else { continue }
            let name = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            names.append((names.count + 1, name))
        }
        return names
    }
}
