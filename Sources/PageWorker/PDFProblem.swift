import CaptureModel

/// Why a PDF is not taken in, or what a person should know of one that is.
extension CaptureError {
    private static func pdf(
        _ problem: String, de: String, en: String, remedyDE: String, remedyEN: String, cause: String = ""
    ) -> CaptureError {
        CaptureError(
            .badInput, problem, LocalizedText(de: de, en: en), remedy: LocalizedText(de: remedyDE, en: remedyEN),
            cause: cause)
    }

    static func pdfEncrypted() -> CaptureError {
        pdf(
            "pdf-encrypted", de: "Das PDF ist mit einem Kennwort geschützt.", en: "The PDF is protected by a password.",
            remedyDE: "Bitte den Absender um eine Fassung ohne Kennwort bitten.",
            remedyEN: "Please ask the sender for a version without a password.")
    }

    static func pdfWithoutPages() -> CaptureError {
        pdf(
            "pdf-without-pages", de: "Das PDF hat keine Seiten.", en: "The PDF has no pages.",
            remedyDE: "Bitte den Absender um eine neue Datei bitten.", remedyEN: "Please ask the sender for a new file."
        )
    }

    static func pdfDamaged(_ cause: String) -> CaptureError {
        pdf(
            "pdf-damaged", de: "Das PDF ist beschädigt und lässt sich nicht lesen.",
            en: "The PDF is damaged and cannot be read.",
            remedyDE: "Bitte den Absender um eine neue Datei bitten.",
            remedyEN: "Please ask the sender for a new file.",
            cause: cause)
    }

    static func pdfPageUnreadable(_ page: Int, _ cause: String) -> CaptureError {
        pdf(
            "pdf-page-unreadable", de: "Seite \(page + 1) des PDF lässt sich nicht darstellen.",
            en: "Page \(page + 1) of the PDF cannot be drawn.",
            remedyDE: "Bitte das PDF ausdrucken und scannen oder eine neue Datei anfordern.",
            remedyEN: "Please print and scan the PDF, or ask for a new file.", cause: cause)
    }

    static func pdfPageAbsurd(_ page: Int, _ cause: String) -> CaptureError {
        pdf(
            "pdf-page-absurd", de: "Seite \(page + 1) des PDF hat kein sinnvolles Format.",
            en: "Page \(page + 1) of the PDF has no sensible size.",
            remedyDE: "Bitte den Absender um eine neue Datei bitten.",
            remedyEN: "Please ask the sender for a new file.",
            cause: cause)
    }

    static func pdfTooComplex(_ cause: String) -> CaptureError {
        pdf(
            "pdf-too-complex", de: "Das PDF ist zu aufwendig aufgebaut, um es zu lesen.",
            en: "The PDF is too complex to be read.",
            remedyDE: "Bitte ausdrucken und scannen oder den Absender um eine einfachere Datei bitten.",
            remedyEN: "Please print and scan it, or ask the sender for a simpler file.", cause: cause)
    }

    /// An invoice without pages: XRechnung as XML alone.
    static func invoiceWithoutPages() -> CaptureError {
        pdf(
            "invoice-without-pages",
            de: "Die Datei ist eine elektronische Rechnung als XML und hat keine Seiten, die man lesen könnte.",
            en: "The file is an electronic invoice in XML and has no pages to read.",
            remedyDE:
                "Bitte über den Rechnungseingang für XRechnungen einreichen oder vom Absender als ZUGFeRD-PDF anfordern.",
            remedyEN: "Please hand it in where electronic invoices are received, or ask the sender for a ZUGFeRD PDF.")
    }

    static func pdfTooManyPages(_ count: Int, limit: Int) -> CaptureError {
        pdf(
            "too-many-pages", de: "Die Datei hat mehr als \(limit) Seiten.",
            en: "The file has more than \(limit) pages.", remedyDE: "Bitte auf mehrere Dateien verteilen.",
            remedyEN: "Please split it into several files.", cause: "\(count) pages")
    }
}

extension Finding {
    static let pdfJavaScript = Finding(
        "pdf-javascript",
        LocalizedText(
            de: "Das PDF enthält Programmteile (JavaScript). Sie werden nicht ausgeführt und nicht übernommen.",
            en: "The PDF contains program code (JavaScript). It is neither run nor taken over."))
    static let pdfLaunch = Finding(
        "pdf-launch",
        LocalizedText(
            de: "Das PDF will andere Programme starten. Das wird nicht ausgeführt und nicht übernommen.",
            en: "The PDF wants to start other programs. This is neither done nor taken over."))
    static let pdfSendsData = Finding(
        "pdf-sends-data",
        LocalizedText(
            de: "Das PDF will Daten senden oder holen. Das wird nicht ausgeführt und nicht übernommen.",
            en: "The PDF wants to send or fetch data. This is neither done nor taken over."))
    static let pdfMultimedia = Finding(
        "pdf-multimedia",
        LocalizedText(
            de: "Das PDF enthält Ton, Film oder dreidimensionale Darstellungen. Sie bleiben im Original.",
            en: "The PDF contains sound, film or three-dimensional views. They stay in the original."))
    static let pdfRestricted = Finding(
        "pdf-restricted",
        LocalizedText(
            de: "Das PDF ist verschlüsselt und schränkt seine Nutzung ein. Gelesen wird es, das Original bleibt hier.",
            en: "The PDF is encrypted and limits its use. It is read; the original stays here."))
    static let pdfAttachments = Finding(
        "pdf-attachments",
        LocalizedText(
            de: "Das PDF enthält Anlagen. Sie stehen nur im Original und werden nicht gelesen.",
            en: "The PDF contains attachments. They are in the original alone and are not read."))
    static let invoiceUnreadable = Finding(
        "invoice-data-unreadable",
        LocalizedText(
            de:
                "Die Daten der elektronischen Rechnung im PDF sind nicht lesbar. Bitte die Angaben auf der Seite prüfen.",
            en: "The data of the electronic invoice in the PDF cannot be read. Please check what the page says."))
    static let pdfForm = Finding(
        "pdf-dynamic-form",
        LocalizedText(
            de: "Das PDF ist ein dynamisches Formular. Bitte prüfen, ob alle Angaben zu sehen sind.",
            en: "The PDF is a dynamic form. Please check that all entries can be seen."))
    static let pdfSigned = Finding(
        "pdf-signed",
        LocalizedText(
            de: "Das PDF ist elektronisch unterschrieben. Die Unterschrift gilt nur für das Original.",
            en: "The PDF is electronically signed. The signature is valid for the original only."))
}
