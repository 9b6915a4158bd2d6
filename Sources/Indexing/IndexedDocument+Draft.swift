import CaptureModel

extension IndexedDocument {
    /// Takes over what separation found about the document's borders; where it was in doubt, a person looks.
    mutating func take(_ draft: DocumentDraft) {
        attachments = draft.attachments
        findings += draft.findings ?? []
        needsReview = needsReview || (draft.findings ?? []).contains { Finding.doubtfulSeparation.contains($0.code) }
    }
}
