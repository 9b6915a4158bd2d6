import CaptureModel
import Foundation
import PageWorker
import TestSupport
import Testing

@Suite("electronic invoices")
struct InvoiceTests {
    /// ZUGFeRD 1.0 has the elements of Factur-X under other names.
    private static func crossIndustry(isFirstVersion: Bool) -> String {
        let (root, head, trade, way) =
            isFirstVersion
            ? ("CrossIndustryDocument", "Header", "Specified", "SupplyChain")
            : ("CrossIndustryInvoice", "", "", "Header")
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <r:\(root) xmlns:r="urn:r" xmlns:a="urn:a"><r:\(isFirstVersion ? "Specified" : "")ExchangedDocumentContext>\
            <a:GuidelineSpecifiedDocumentContextParameter><a:ID>urn:cen.eu:en16931:2017</a:ID>\
            </a:GuidelineSpecifiedDocumentContextParameter></r:\(isFirstVersion ? "Specified" : "")ExchangedDocumentContext>
            <r:\(head)ExchangedDocument><a:ID>RE-4711</a:ID><a:TypeCode>380</a:TypeCode><a:IssueDateTime>\
            <a:DateTimeString format="102">20260203</a:DateTimeString></a:IssueDateTime></r:\(head)ExchangedDocument>
            <r:\(trade)SupplyChainTradeTransaction><a:Applicable\(way)TradeAgreement>\
            <a:BuyerReference>04011000-12345-67</a:BuyerReference><a:SellerTradeParty><a:Name>Muster &amp; Söhne</a:Name>\
            <a:SpecifiedTaxRegistration><a:ID schemeID="FC">12/345</a:ID></a:SpecifiedTaxRegistration>\
            <a:SpecifiedTaxRegistration><a:ID schemeID="VA">DE123</a:ID></a:SpecifiedTaxRegistration>\
            </a:SellerTradeParty></a:Applicable\(way)TradeAgreement><a:Applicable\(way)TradeSettlement>\
            <a:InvoiceCurrencyCode>EUR</a:InvoiceCurrencyCode>\
            <a:SpecifiedTradeSettlement\(isFirstVersion ? "" : "Header")MonetarySummation>\
            <a:TaxTotalAmount currencyID="EUR">19.00</a:TaxTotalAmount><a:GrandTotalAmount>119.00</a:GrandTotalAmount>\
            <a:DuePayableAmount>keine</a:DuePayableAmount>\
            </a:SpecifiedTradeSettlement\(isFirstVersion ? "" : "Header")MonetarySummation>\
            </a:Applicable\(way)TradeSettlement></r:\(trade)SupplyChainTradeTransaction></r:\(root)>
            """
    }

    private static let creditNote = """
        <CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"><ID>GS-1</ID>\
        <IssueDate>2026-02-03</IssueDate><CreditNoteTypeCode>381</CreditNoteTypeCode>\
        <DocumentCurrencyCode>EUR</DocumentCurrencyCode><AccountingSupplierParty><Party>\
        <PartyTaxScheme><CompanyID>12/345</CompanyID><TaxScheme><ID>FC</ID></TaxScheme></PartyTaxScheme>\
        <PartyTaxScheme><CompanyID>DE123</CompanyID><TaxScheme><ID>VAT</ID></TaxScheme></PartyTaxScheme>\
        </Party></AccountingSupplierParty><TaxTotal><TaxAmount currencyID="USD">21.00</TaxAmount></TaxTotal>\
        <TaxTotal><TaxAmount currencyID="EUR">19.00</TaxAmount></TaxTotal>\
        <LegalMonetaryTotal><PayableAmount currencyID="EUR">119.00</PayableAmount></LegalMonetaryTotal></CreditNote>
        """

    /// A PDF of one blank page with these attachments.
    private func pdf(_ attachments: [(name: String, text: Data)], in run: JobRun) throws -> Data {
        let plain = try run.scratch.write(HandPDF(width: 595, height: 842, content: "").data, to: "plain.pdf")
        var arguments = [plain, run.scratch.path("full.pdf")]
        for (name, text) in attachments {
            arguments += ["--add-attachment", try run.scratch.write(text, to: "files/" + name), "--"]
        }
        let outcome = try Tool.run("qpdf", arguments)
        try #require(outcome.status == 0, "\(outcome.errorText)")
        return try run.scratch.read("full.pdf")
    }

    private func findings(_ name: String, _ text: Data) throws -> [String] {
        let run = try JobRun()
        let file = try run.give(pdf([(name, text)], in: run))
        let inspection = try run.result(of: .inspect(InspectionRequest(file: file))).inspection
        return try #require(inspection).findings.map(\.code)
    }

    private func invoice(_ name: String, _ text: String) throws -> ElectronicInvoice {
        let run = try JobRun()
        let analysis = try run.analyze(pdf([(name, Data(text.utf8))], in: run), .pdf, settings: .withoutText)
        #expect(analysis.steps.contains { $0.name == "readInvoiceData" && $0.parameters["file"] == name })
        return try #require(analysis.invoice)
    }

    @Test("processing instructions are passed over, also those of a name alone")
    func instructions() {
        for instruction in ["<?x?>", "<?x ?>", "<?xml version='1.0'?><?xml-stylesheet href='a.css'?>"] {
            let text = instruction + "<mail><absender>A</absender></mail>"
            #expect(SidecarValues.read(Data(text.utf8)) == ["absender": "A"])
        }
        #expect(SidecarValues.read(Data("<mail><?a b <absender>A</absender></mail>".utf8)) == nil)
    }

    @Test(
        "what is written in an older code is read",
        arguments: [
            ("ISO-8859-1", "M\u{FC}ller", [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72] as [UInt8]),
            ("iso-8859-15", "\u{20AC} 5", [0xA4, 0x20, 0x35]), ("windows-1252", "\u{20AC} 5", [0x80, 0x20, 0x35]),
            ("windows-1250", "Ko\u{161}ice", [0x4B, 0x6F, 0x9A, 0x69, 0x63, 0x65]),
        ])
    func olderCodes(_ code: String, _ text: String, _ bytes: [UInt8]) {
        let head = "<?xml version=\"1.0\" encoding=\"\(code)\"?><mail><absender>"
        let mail = Data(head.utf8) + bytes + Data("</absender></mail>".utf8)
        #expect(SidecarValues.read(mail) == ["absender": text])
    }

    @Test("UTF-16 is read; bytes that are no letters, and codes that nobody knows, make a file that is none")
    func strangeCodes() {
        let mail = "<mail><absender>Müller</absender></mail>"
        let wide = Data([0xFF, 0xFE]) + Data(mail.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        #expect(SidecarValues.read(wide) == ["absender": "Müller"])
        #expect(SidecarValues.read(Data("<mail><fi".utf8) + [0xC4] + Data("eld>a</fi></mail>".utf8)) == nil)
        for code in ["GB18030", "UTF-7", "../../x", "iso-8859-99", "windows-1252//TRANSLIT"] {
            #expect(SidecarValues.read(Data("<?xml version='1.0' encoding='\(code)'?>\(mail)".utf8)) == nil)
        }
    }

    @Test(
        "Factur-X and ZUGFeRD 1.0 give the same business terms; what is no amount is left out",
        arguments: [(false, "factur-x.xml"), (true, "ZUGFeRD-invoice.xml")])
    func crossIndustry(_ isFirstVersion: Bool, _ name: String) throws {
        let invoice = try invoice(name, Self.crossIndustry(isFirstVersion: isFirstVersion))
        #expect(invoice.specification == "urn:cen.eu:en16931:2017")
        #expect(
            invoice.terms == [
                "BT-1": "RE-4711", "BT-2": "2026-02-03", "BT-3": "380", "BT-5": "EUR", "BT-10": "04011000-12345-67",
                "BT-27": "Muster & Söhne", "BT-31": "DE123", "BT-32": "12/345", "BT-110": "19.00", "BT-112": "119.00",
            ])
    }

    @Test("a credit note in UBL is read, whatever its file is called")
    func universal() throws {
        let invoice = try invoice("beleg.xml", Self.creditNote)
        #expect(
            invoice.terms == [
                "BT-1": "GS-1", "BT-2": "2026-02-03", "BT-3": "381", "BT-5": "EUR", "BT-31": "DE123", "BT-32": "12/345",
                "BT-110": "19.00", "BT-115": "119.00",
            ])
    }

    @Test("an invoice's data need no person, other attachments do")
    func attachments() throws {
        #expect(try findings("factur-x.xml", Data(Self.creditNote.utf8)) == [])
        #expect(try findings("daten.xml", Data("<Bestellung/>".utf8)) == ["pdf-attachments"])
        #expect(try findings("plan.pdf", Data("%PDF".utf8)) == ["pdf-attachments"])
    }

    @Test(
        "data that cannot be read, or that ask to read other files, are told and the PDF is taken",
        arguments: [
            Data("<Invoice><ID>1".utf8), Data(), Data((documentType + creditNote).utf8),
            Data((documentType + creditNote).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
        ])
    func broken(_ text: Data) throws {
        #expect(try findings("factur-x.xml", text) == ["invoice-data-unreadable", "pdf-attachments"])
    }

    private static let documentType = #"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#

    @Test("an invoice without pages is refused for that")
    func alone() throws {
        #expect(try JobRun().refusal(of: Data(Self.creditNote.utf8)) == "invoice-without-pages")
        #expect(try JobRun().refusal(of: Data("<Bestellung/>".utf8)) == "format-unknown")
    }
}
