import CaptureModel
import Foundation

/// A PDF that came in, as the tools see it; nothing of it is ever run.
struct PDFInput {
    let path: String
    let tool: PDFTool

    init(path: String, in job: JobFolder) {
        self.path = path
        tool = PDFTool(job: job)
    }

    /// The path of a file of the job's own.
    func place(_ name: String) -> String { tool.job.temporary + "/" + name }

    /// Refuses what cannot be read; else tells the number of pages and what a person should know.
    func inspect(_ limits: InputLimits) throws(CaptureError) -> InputInspection {
        let facts = try facts(["-enc", "UTF-8"])
        let count = facts["Pages"].flatMap { Int($0) } ?? 0
        guard count > 0 else { throw .pdfWithoutPages() }
        guard count <= limits.pages else { throw .pdfTooManyPages(count, limit: limits.pages) }
        var findings: [Finding] = []
        let names = try PDFNames(of: self)
        if facts["JavaScript"] == "yes" || names.hold(.javaScript, .script) { findings.append(.pdfJavaScript) }
        if names.hold(.launch) { findings.append(.pdfLaunch) }
        if names.hold(.submitForm, .importData) { findings.append(.pdfSendsData) }
        if names.hold(.richMedia, .movie, .sound, .rendition, .threeDimensional) { findings.append(.pdfMultimedia) }
        if names.hold(.byteRange) { findings.append(.pdfSigned) }
        if facts["Encrypted"]?.hasPrefix("yes") == true { findings.append(.pdfRestricted) }
        if facts["Form"]?.contains("XFA") == true { findings.append(.pdfForm) }
        let attachments = try PDFAttachments(of: self)
        if attachments.isInvoiceBroken { findings.append(.invoiceUnreadable) }
        if attachments.others > 0 { findings.append(.pdfAttachments) }
        return InputInspection(format: .pdf, pageCount: count, findings: findings)
    }

    /// What `pdfinfo` prints, by its labels; a label of a page is without the page's number, as `Page size`.
    func facts(_ arguments: [String]) throws(CaptureError) -> [String: String] {
        let outcome = try tool.run(.pdfinfo, arguments + [path])
        guard outcome.status == 0 else { throw Self.refusal(outcome.errors) }
        var facts: [String: String] = [:]
        for line in outcome.output.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let label = line[..<colon].split(separator: " ").filter { Int($0) == nil }.joined(separator: " ")
            facts[label] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return facts
    }

    private static func refusal(_ errors: String) -> CaptureError {
        if errors.contains("Incorrect password") { return .pdfEncrypted() }
        // Said by pdfinfo of a document whose page tree is empty.
        if errors.contains("the last page (0)") { return .pdfWithoutPages() }
        return .pdfDamaged(String(errors.suffix(200)))
    }
}
