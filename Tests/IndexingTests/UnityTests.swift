import CaptureModel
import Indexing
import Testing

@Suite("Pages of one document agree with each other") struct UnityTests {
    private let profile = Profile.plain(
        types: [TypeRule(type: "rechnung", any: [.text("Rechnung")])],
        index: ["Rechnungsnummer", "Bestellnummer"].map { label in
            FieldRule(
                name: label, label: LocalizedText(de: label, en: label),
                find: [.near(labels: [label], matches: #"\b[A-Z]{2}-\d{4}\b"#)])
        })

    private func page(_ invoice: String, _ order: String) -> PaperPage {
        PaperPage(lines: ["Rechnung", "Rechnungsnummer: \(invoice)", "Bestellnummer: \(order)"])
    }

    @Test("two invoices that lie in one document go to a person")
    func mixed() throws {
        let document = try profile.indexed([page("RE-1111", "BE-3333"), page("RE-2222", "BE-4444")])
        #expect(document.needsReview && document.findings.contains { $0.code == "maybe-two-documents" })
    }

    @Test("the second page of the same invoice does not")
    func same() throws {
        let document = try profile.indexed([page("RE-1111", "BE-3333"), page("RE-1111", "BE-3333")])
        #expect(!document.needsReview && document.findings.isEmpty)
    }
}
