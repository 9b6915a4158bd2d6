import CaptureModel
import Testing

@testable import Pipeline

@Suite("what a document is delivered as")
struct DocumentFormTests {
    private static func source(_ number: Int = 1, _ change: (inout DocumentForm.Source) -> Void = { _ in })
        -> DocumentForm.Source
    {
        var source = DocumentForm.Source(
            number: number, isPDF: true, findings: [], isWhole: true, isBornDigital: true, hasInvoice: false)
        change(&source)
        return source
    }

    private func form(
        _ wanted: OriginalSettings.BornDigital, _ sources: DocumentForm.Source...
    ) -> DocumentForm {
        var settings = OriginalSettings()
        settings.bornDigital = wanted
        return DocumentForm.choose(settings, sources)
    }

    @Test(
        "a file that is the whole document goes the way the profile says",
        arguments: [
            (OriginalSettings.BornDigital.convert, "converted"), (.attach, "attached"), (.deliver, "delivered"),
        ])
    func whole(_ wanted: OriginalSettings.BornDigital, _ name: String) {
        let form = form(wanted, Self.source())
        #expect(form.name == name && form.fallback == nil)
    }

    @Test("scanned PDFs and images are converted, whatever the profile says", arguments: [true, false])
    func scans(_ isPDF: Bool) {
        let scan = Self.source {
            $0.isBornDigital = false
            $0.isPDF = isPDF
        }
        for wanted in OriginalSettings.BornDigital.allCases {
            #expect(form(wanted, scan) == DocumentForm(), "\(wanted)")
        }
    }

    @Test("a signed file keeps its bytes, even one of scans, and even where conversion is asked for")
    func signed() {
        let signed = Self.source {
            $0.isBornDigital = false
            $0.findings = ["pdf-signed"]
        }
        #expect(form(.convert, signed).attached == [1])
        #expect(form(.attach, signed).attached == [1])
        #expect(form(.deliver, signed).delivered == 1)
    }

    @Test("a part of a file never takes the rest of it along", arguments: OriginalSettings.BornDigital.allCases)
    func part(_ wanted: OriginalSettings.BornDigital) {
        let part = Self.source {
            $0.isWhole = false
            $0.findings = ["pdf-signed"]
        }
        let form = form(wanted, part)
        #expect(form.name == "converted" && form.attached.isEmpty && form.fallback != nil)
    }

    @Test(
        "what would do something, or is locked, stays here and the reason is told",
        arguments: ["pdf-javascript", "pdf-launch", "pdf-multimedia", "pdf-sends-data", "pdf-restricted"])
    func active(_ finding: String) {
        for wanted in [OriginalSettings.BornDigital.attach, .deliver] {
            let form = form(wanted, Self.source { $0.findings = [finding] })
            #expect(form.name == "converted" && form.fallback != nil)
        }
    }

    @Test("a file that would be changed by the seal goes inside the sealed document, and the reason is told")
    func sealed() {
        var settings = OriginalSettings()
        settings.bornDigital = .deliver
        let form = DocumentForm.choose(settings, [Self.source()], isSealed: true)
        #expect(form.name == "attached" && form.attached == [1] && form.fallback != nil)
    }

    @Test("a document of several files is not delivered as one of them; they are attached")
    func several() {
        let form = form(.deliver, Self.source(1), Self.source(2))
        #expect(form.delivered == nil && form.attached == [1, 2] && form.fallback != nil)
    }

    @Test("an invoice's data are attached again only from a file that is whole", arguments: [true, false])
    func invoices(_ isWhole: Bool) {
        var settings = OriginalSettings()
        settings.invoiceData = .attach
        let source = Self.source {
            $0.hasInvoice = true
            $0.isWhole = isWhole
        }
        #expect(DocumentForm.choose(settings, [source]).invoices == (isWhole ? [1] : []))
        #expect(DocumentForm.choose(OriginalSettings(), [source]).invoices == [])
    }
}

@Suite("words of the transfer note")
struct NoteWordsTests {
    @Test(
        "pages are told as ranges",
        arguments: [([5], "5"), ([5, 6, 7], "5 bis 7"), ([9, 1, 2, 4], "1 bis 2, 4, 9"), ([3, 3], "3")])
    func ranges(_ numbers: [Int], _ text: String) { #expect(DocumentMaterial.ranges(numbers) == text) }

    @Test("a step nobody has words for goes by its own name")
    func unknownStep() {
        #expect(StepWords.name(of: "newStep") == "newStep" && StepWords.effect(of: "newStep") == nil)
    }
}
