import CaptureModel
import Indexing
import Testing

@Suite("What pages were found to be like") struct NotingTests {
    private func finding(_ code: String) -> Finding {
        Finding(code, LocalizedText(de: "Befund", en: "finding"), page: 0)
    }

    @Test(
        "sends a document to a person where more or less may stand there than was read",
        arguments: ["image-damaged", "page-without-text", "pdf-attachments", "pdf-dynamic-form", "sidecar-unreadable"])
    func doubtful(_ code: String) {
        let document = IndexedDocument(pages: [0]).noting([finding(code)])
        #expect(document.needsReview && document.findings.map(\.code) == [code])
    }

    @Test("is told all the same where it changes nothing")
    func harmless() {
        let document = IndexedDocument(pages: [0]).noting([finding("page-too-dark")])
        #expect(!document.needsReview && document.findings.map(\.code) == ["page-too-dark"])
    }
}
