import CaptureModel

extension ElectronicInvoice {
    private static let head = "ExchangedDocument|HeaderExchangedDocument"
    private static let trade = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
    private static let agreement = trade + "/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
    private static let shipping = trade + "/ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery"
    private static let settlement = trade + "/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
    private static let payment = settlement + "/SpecifiedTradeSettlementPaymentMeans"
    private static let terms = settlement + "/SpecifiedTradePaymentTerms"
    private static let sums =
        settlement
        + "/SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"

    /// Cross Industry Invoice, and ZUGFeRD 1.0.
    static let crossIndustry: [Rule] =
        [
            Rule(
                term: "BT-24",
                path: "ExchangedDocumentContext|SpecifiedExchangedDocumentContext"
                    + "/GuidelineSpecifiedDocumentContextParameter/ID"),
            Rule(
                term: "BT-23",
                path: "ExchangedDocumentContext|SpecifiedExchangedDocumentContext"
                    + "/BusinessProcessSpecifiedDocumentContextParameter/ID"),
            Rule(term: "BT-1", path: head + "/ID"),
            Rule(term: "BT-2", path: head + "/IssueDateTime/DateTimeString", kind: .date),
            Rule(term: "BT-3", path: head + "/TypeCode"),
            Rule(term: "BT-22", path: head + "/IncludedNote/Content"),
            Rule(term: "BT-5", path: settlement + "/InvoiceCurrencyCode"),
            Rule(term: "BT-6", path: settlement + "/TaxCurrencyCode"),
            Rule(term: "BT-9", path: terms + "/DueDateDateTime/DateTimeString", kind: .date),
            Rule(term: "BT-10", path: agreement + "/BuyerReference"),
            Rule(term: "BT-11", path: agreement + "/SpecifiedProcuringProject/ID"),
            Rule(
                term: "BT-12", path: agreement + "/ContractReferencedDocument/IssuerAssignedID|ID"),
            Rule(
                term: "BT-13", path: agreement + "/BuyerOrderReferencedDocument/IssuerAssignedID|ID"),
            Rule(
                term: "BT-14", path: agreement + "/SellerOrderReferencedDocument/IssuerAssignedID|ID"),
            Rule(
                term: "BT-16", path: shipping + "/DespatchAdviceReferencedDocument/IssuerAssignedID|ID"),
            Rule(term: "BT-20", path: terms + "/Description"),
            Rule(term: "BT-25", path: settlement + "/InvoiceReferencedDocument/IssuerAssignedID|ID"),
            Rule(
                term: "BT-26", path: settlement + "/InvoiceReferencedDocument/FormattedIssueDateTime/DateTimeString",
                kind: .date),
            Rule(
                term: "BT-72",
                path: shipping + "/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString", kind: .date),
            Rule(
                term: "BT-73",
                path: settlement + "/BillingSpecifiedPeriod/StartDateTime/DateTimeString", kind: .date),
            Rule(
                term: "BT-74",
                path: settlement + "/BillingSpecifiedPeriod/EndDateTime/DateTimeString", kind: .date),
            Rule(term: "BT-81", path: payment + "/TypeCode"),
            Rule(term: "BT-83", path: settlement + "/PaymentReference"),
            Rule(term: "BT-84", path: payment + "/PayeePartyCreditorFinancialAccount/IBANID"),
            Rule(term: "BT-84", path: payment + "/PayeePartyCreditorFinancialAccount/ProprietaryID"),
            Rule(term: "BT-85", path: payment + "/PayeePartyCreditorFinancialAccount/AccountName"),
            Rule(term: "BT-86", path: payment + "/PayeeSpecifiedCreditorFinancialInstitution/BICID"),
            Rule(term: "BT-89", path: terms + "/DirectDebitMandateID"),
            Rule(term: "BT-90", path: settlement + "/CreditorReferenceID"),
        ] + parties + amounts

    private static let parties: [Rule] = [
        Rule(term: "BT-27", path: agreement + "/SellerTradeParty/Name"),
        Rule(term: "BT-28", path: agreement + "/SellerTradeParty/SpecifiedLegalOrganization/TradingBusinessName"),
        Rule(term: "BT-29", path: agreement + "/SellerTradeParty/GlobalID|ID"),
        Rule(term: "BT-30", path: agreement + "/SellerTradeParty/SpecifiedLegalOrganization/ID"),
        registration("BT-31", of: "SellerTradeParty", scheme: "VA"),
        registration("BT-32", of: "SellerTradeParty", scheme: "FC"),
        Rule(term: "BT-34", path: agreement + "/SellerTradeParty/URIUniversalCommunication/URIID"),
        Rule(term: "BT-35", path: agreement + "/SellerTradeParty/PostalTradeAddress/LineOne"),
        Rule(term: "BT-37", path: agreement + "/SellerTradeParty/PostalTradeAddress/CityName"),
        Rule(term: "BT-38", path: agreement + "/SellerTradeParty/PostalTradeAddress/PostcodeCode"),
        Rule(term: "BT-40", path: agreement + "/SellerTradeParty/PostalTradeAddress/CountryID"),
        Rule(term: "BT-44", path: agreement + "/BuyerTradeParty/Name"),
        Rule(term: "BT-46", path: agreement + "/BuyerTradeParty/GlobalID|ID"),
        registration("BT-48", of: "BuyerTradeParty", scheme: "VA"),
        Rule(term: "BT-50", path: agreement + "/BuyerTradeParty/PostalTradeAddress/LineOne"),
        Rule(term: "BT-52", path: agreement + "/BuyerTradeParty/PostalTradeAddress/CityName"),
        Rule(term: "BT-53", path: agreement + "/BuyerTradeParty/PostalTradeAddress/PostcodeCode"),
        Rule(term: "BT-59", path: settlement + "/PayeeTradeParty/Name"),
    ]

    private static let amounts: [Rule] = [
        Rule(term: "BT-106", path: sums + "/LineTotalAmount", kind: .amount),
        Rule(term: "BT-107", path: sums + "/AllowanceTotalAmount", kind: .amount),
        Rule(term: "BT-108", path: sums + "/ChargeTotalAmount", kind: .amount),
        Rule(term: "BT-109", path: sums + "/TaxBasisTotalAmount", kind: .amount),
        // Tax may be told in two currencies; the invoice's own comes first.
        Rule(term: "BT-110", path: sums + "/TaxTotalAmount", kind: .amount),
        Rule(term: "BT-112", path: sums + "/GrandTotalAmount", kind: .amount),
        Rule(term: "BT-113", path: sums + "/TotalPrepaidAmount", kind: .amount),
        Rule(term: "BT-114", path: sums + "/RoundingAmount", kind: .amount),
        Rule(term: "BT-115", path: sums + "/DuePayableAmount", kind: .amount),
    ]

    private static func registration(_ term: String, of party: String, scheme: String) -> Rule {
        Rule(
            term: term, path: agreement + "/\(party)/SpecifiedTaxRegistration/ID",
            isMeant: { $0.attributes["schemeID"] == scheme })
    }
}
