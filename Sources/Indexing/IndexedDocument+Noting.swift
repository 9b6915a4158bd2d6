package import CaptureModel

extension IndexedDocument {
    /// Findings after which the image or the file may say more, or less, than what was read: a person must look.
    private static let doubtful: Set<String> = [
        "attachment-missing", "image-damaged", "mail-part-encrypted", "mail-part-external",
        "page-without-text", "pdf-attachments", "pdf-dynamic-form", "sidecar-unreadable",
    ]

    /// The document with what its pages and files were found to be like.
    package func noting(_ findings: [Finding]) -> IndexedDocument {
        var document = self
        document.findings += findings
        document.needsReview = needsReview || findings.contains { Self.doubtful.contains($0.code) }
        return document
    }
}
