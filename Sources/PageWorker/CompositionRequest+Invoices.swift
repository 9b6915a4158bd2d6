import CaptureModel
import Foundation

extension CompositionRequest {
    /// The request with the invoices of the files it names as attachments of their own, taken out into `tmp/`.
    ///
    /// A file that has none, or none that can be read, gives none.
    func takingInvoices(in job: JobFolder) throws(CaptureError) -> CompositionRequest {
        var request = self
        for (number, file) in (invoicesFrom ?? []).enumerated() {
            let input = PDFInput(path: try job.file(file), in: job)
            guard let invoice = try PDFAttachments(of: input).invoice else { continue }
            let name = "tmp/invoice-\(number).xml"
            guard rename(invoice.path, try job.file(name)) == 0 else { throw .fault("rename", "invoice") }
            request.attachments = (request.attachments ?? []) + [invoice.attachment(at: name, metadata.created)]
        }
        return request
    }
}

extension PDFAttachments.Invoice {
    /// - Parameter modified: when the document came in; nobody knows when the invoice was written.
    fileprivate func attachment(at file: String, _ modified: String) -> CompositionAttachment {
        var attachment = CompositionAttachment(
            file: file, name: fileName, mediaType: "text/xml", relationship: isWhole ? .alternative : .data,
            description: "Daten der elektronischen Rechnung", modified: modified)
        attachment.invoiceSpecification = data.specification
        return attachment
    }

    /// The lowest levels of Factur-X are bookkeeping aids and no invoices; they are data of the document only.
    private var isWhole: Bool {
        let specification = data.specification.lowercased()
        return !specification.hasSuffix(":minimum") && !specification.hasSuffix(":basicwl")
    }
}
