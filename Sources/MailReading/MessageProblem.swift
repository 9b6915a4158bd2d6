import CaptureModel

// What can be wrong with a message, in the words of the mailroom.

extension CaptureError {
    static func messageDamaged() -> CaptureError {
        refusal(
            "mail-damaged", de: "Die E-Mail ist beschädigt und lässt sich nicht lesen.",
            en: "The message is damaged and cannot be read.",
            remedyDE: "Bitte den Absender um erneute Zusendung bitten.",
            remedyEN: "Please ask the sender to send it again.")
    }

    static func messageTooNested() -> CaptureError {
        refusal(
            "mail-too-nested", de: "Die E-Mail hat zu viele oder zu tief verschachtelte Teile.",
            en: "The message has too many parts, or parts too deep inside each other.",
            remedyDE: "Bitte den Absender bitten, die Schreiben unmittelbar als PDF anzuhängen.",
            remedyEN: "Please ask the sender to attach the documents directly, as PDF.")
    }

    static func tooManyAttachments(limit: Int) -> CaptureError {
        refusal(
            "mail-too-many-attachments", de: "Die E-Mail hat mehr als \(limit) Anlagen.",
            en: "The message has more than \(limit) attachments.",
            remedyDE: "Bitte auf mehrere E-Mails verteilen lassen.",
            remedyEN: "Please have them sent in several messages.")
    }

    /// Nothing in the message could be a document; what was found on the way says most about why.
    static func withoutAttachments(_ findings: [Finding]) -> CaptureError {
        guard let finding = findings.first else { return withoutDocuments() }
        return refusal(
            finding.code, de: finding.message.de, en: finding.message.en,
            remedyDE: "Bitte den Absender bitten, das Schreiben unverschlüsselt als PDF zu senden, oder die Nachricht "
                + "im Postprogramm öffnen und das Schreiben von Hand ablegen.",
            remedyEN: "Please ask the sender for an unencrypted PDF, or open the message in a mail program and file "
                + "the document by hand.")
    }

    private static func withoutDocuments() -> CaptureError {
        refusal(
            "mail-without-attachments",
            de: "Die E-Mail hat keine Anlage. Der Text einer E-Mail wird nicht zum Schriftstück.",
            en: "The message has no attachment. The text of a message does not become a document.",
            remedyDE: "Bitte die Nachricht lesen; gehört sie in die Akte, als PDF drucken und so einliefern.",
            remedyEN: "Please read the message; if it belongs into a file, print it as PDF and hand that in.")
    }

    private static func refusal(
        _ problem: String, de: String, en: String, remedyDE: String, remedyEN: String
    ) -> CaptureError {
        CaptureError(
            .badInput, problem, LocalizedText(de: de, en: en), remedy: LocalizedText(de: remedyDE, en: remedyEN))
    }
}

extension Finding {
    static let partEncrypted = Finding(
        "mail-part-encrypted",
        LocalizedText(
            de: "Die E-Mail oder ein Teil davon ist verschlüsselt (S/MIME oder PGP) und kann nicht gelesen werden.",
            en: "The message or a part of it is encrypted (S/MIME or PGP) and cannot be read."))

    static let partSealedIn = Finding(
        "mail-part-encrypted",
        LocalizedText(
            de: "Die E-Mail oder ein Teil davon steckt ganz in einer S/MIME-Signatur und kann nicht gelesen werden.",
            en: "The message or a part of it stands wholly inside an S/MIME signature and cannot be read."))

    static let partElsewhere = Finding(
        "mail-part-external",
        LocalizedText(
            de: "Ein Teil der E-Mail liegt anderswo: Er kommt mit einer weiteren E-Mail oder muss abgerufen werden.",
            en: "A part of the message is elsewhere: it comes by another message or must be fetched."))

    static let deliveryReport = Finding(
        "mail-report",
        LocalizedText(
            de: "Die E-Mail ist ein Bericht eines Postsystems (etwa: unzustellbar) und kein Schreiben.",
            en: "The message is a report of a mail system (as: undeliverable), not a letter."))
}
