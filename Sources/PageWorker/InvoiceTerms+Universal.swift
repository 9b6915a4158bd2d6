import CaptureModel

extension ElectronicInvoice {
    private static let seller = "AccountingSupplierParty/Party"
    private static let buyer = "AccountingCustomerParty/Party"
    private static let sums = "LegalMonetaryTotal"

    /// Universal Business Language: an invoice, or a credit note, which names three elements otherwise.
    static func universal(_ root: MarkupElement) -> [Rule] {
        let currency = root.value("DocumentCurrencyCode")
        return [
            Rule(term: "BT-24", path: "CustomizationID"),
            Rule(term: "BT-23", path: "ProfileID"),
            Rule(term: "BT-1", path: "ID"),
            Rule(term: "BT-2", path: "IssueDate", kind: .date),
            Rule(term: "BT-3", path: "InvoiceTypeCode|CreditNoteTypeCode"),
            Rule(term: "BT-5", path: "DocumentCurrencyCode"),
            Rule(term: "BT-6", path: "TaxCurrencyCode"),
            Rule(term: "BT-9", path: "DueDate", kind: .date),
            Rule(term: "BT-9", path: "PaymentMeans/PaymentDueDate", kind: .date),
            Rule(term: "BT-10", path: "BuyerReference"),
            Rule(term: "BT-11", path: "ProjectReference/ID"),
            Rule(term: "BT-12", path: "ContractDocumentReference/ID"),
            Rule(term: "BT-13", path: "OrderReference/ID"),
            Rule(term: "BT-14", path: "OrderReference/SalesOrderID"),
            Rule(term: "BT-16", path: "DespatchDocumentReference/ID"),
            Rule(term: "BT-20", path: "PaymentTerms/Note"),
            Rule(term: "BT-22", path: "Note"),
            Rule(term: "BT-25", path: "BillingReference/InvoiceDocumentReference/ID"),
            Rule(term: "BT-26", path: "BillingReference/InvoiceDocumentReference/IssueDate", kind: .date),
            Rule(term: "BT-72", path: "Delivery/ActualDeliveryDate", kind: .date),
            Rule(term: "BT-73", path: "InvoicePeriod/StartDate", kind: .date),
            Rule(term: "BT-74", path: "InvoicePeriod/EndDate", kind: .date),
            Rule(term: "BT-81", path: "PaymentMeans/PaymentMeansCode"),
            Rule(term: "BT-83", path: "PaymentMeans/PaymentID"),
            Rule(term: "BT-84", path: "PaymentMeans/PayeeFinancialAccount/ID"),
            Rule(term: "BT-85", path: "PaymentMeans/PayeeFinancialAccount/Name"),
            Rule(term: "BT-86", path: "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID"),
            Rule(term: "BT-89", path: "PaymentMeans/PaymentMandate/ID"),
            Rule(
                term: "BT-110", path: "TaxTotal/TaxAmount", kind: .amount,
                isMeant: { currency == nil || $0.attributes["currencyID"] == currency }),
        ] + parties + amounts
    }

    private static let parties: [Rule] = [
        Rule(term: "BT-27", path: seller + "/PartyLegalEntity/RegistrationName"),
        Rule(term: "BT-27", path: seller + "/PartyName/Name"),
        Rule(term: "BT-28", path: seller + "/PartyName/Name"),
        Rule(term: "BT-29", path: seller + "/PartyIdentification/ID"),
        Rule(term: "BT-30", path: seller + "/PartyLegalEntity/CompanyID"),
        registration("BT-31", of: seller, isVAT: true),
        registration("BT-32", of: seller, isVAT: false),
        Rule(term: "BT-34", path: seller + "/EndpointID"),
        Rule(term: "BT-35", path: seller + "/PostalAddress/StreetName"),
        Rule(term: "BT-37", path: seller + "/PostalAddress/CityName"),
        Rule(term: "BT-38", path: seller + "/PostalAddress/PostalZone"),
        Rule(term: "BT-40", path: seller + "/PostalAddress/Country/IdentificationCode"),
        Rule(term: "BT-44", path: buyer + "/PartyLegalEntity/RegistrationName"),
        Rule(term: "BT-44", path: buyer + "/PartyName/Name"),
        Rule(term: "BT-46", path: buyer + "/PartyIdentification/ID"),
        registration("BT-48", of: buyer, isVAT: true),
        Rule(term: "BT-50", path: buyer + "/PostalAddress/StreetName"),
        Rule(term: "BT-52", path: buyer + "/PostalAddress/CityName"),
        Rule(term: "BT-53", path: buyer + "/PostalAddress/PostalZone"),
        Rule(term: "BT-59", path: "PayeeParty/PartyName/Name"),
    ]

    private static let amounts: [Rule] = [
        Rule(term: "BT-106", path: sums + "/LineExtensionAmount", kind: .amount),
        Rule(term: "BT-107", path: sums + "/AllowanceTotalAmount", kind: .amount),
        Rule(term: "BT-108", path: sums + "/ChargeTotalAmount", kind: .amount),
        Rule(term: "BT-109", path: sums + "/TaxExclusiveAmount", kind: .amount),
        Rule(term: "BT-112", path: sums + "/TaxInclusiveAmount", kind: .amount),
        Rule(term: "BT-113", path: sums + "/PrepaidAmount", kind: .amount),
        Rule(term: "BT-114", path: sums + "/PayableRoundingAmount", kind: .amount),
        Rule(term: "BT-115", path: sums + "/PayableAmount", kind: .amount),
    ]

    private static func registration(_ term: String, of party: String, isVAT: Bool) -> Rule {
        Rule(
            term: term, path: party + "/PartyTaxScheme",
            isMeant: { ($0.value("TaxScheme/ID") == "VAT") == isVAT }, part: "CompanyID")
    }
}
