/// Which parts of a message are documents (Schriftstücke), and which only go with its text.
///
/// Pure: the same parts always give the same answer. In doubt a part is a document, and a person sees it.
struct PartJudgement {
    /// Bytes up to which a picture in the text is a logo or the like; a page photographed or scanned has more.
    static let largestOrnament = 100_000

    /// In the order of the message.
    private(set) var attachments: [MessagePart] = []
    private(set) var leftOut = 0

    init(_ parts: [MessagePart]) {
        let markup = parts.map(\.markup)
        for part in parts {
            if Self.isDocument(part, markup) { attachments.append(part) } else { leftOut += 1 }
        }
    }

    /// Parts that go with the text of a message or prove it.
    private static let companions: Set = [
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar",
        "application/ics", "text/vcard", "text/x-vcard", "text/directory", "text/x-amp-html", "text/rfc822-headers",
        "message/delivery-status", "message/disposition-notification", "application/pgp-keys",
    ]

    private static func isDocument(_ part: MessagePart, _ markup: [String]) -> Bool {
        if companions.contains(part.type) { return false }
        if part.type.hasPrefix("text/") { return part.isAttachment || part.hasName }
        return !isOrnament(part, markup)
    }

    /// A small picture that the text itself shows.
    private static func isOrnament(_ part: MessagePart, _ markup: [String]) -> Bool {
        guard part.type.hasPrefix("image/"), !part.isAttachment, part.sizeInBytes <= largestOrnament,
            let id = part.contentID, !id.isEmpty
        else { return false }
        return markup.contains { $0.contains("cid:" + id) }
    }
}
