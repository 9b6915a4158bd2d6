import CGMime

/// What is known of a part that holds content itself, before that is looked at.
struct MessagePart {
    /// Where it is in the walk.
    let index: Int
    /// In small letters, as `image/jpeg`.
    let type: String
    /// The name it is to be kept under.
    let name: String
    let hasName: Bool
    /// It says of itself that it is an attachment, not a part of the text.
    let isAttachment: Bool
    /// By which a text may show it; nil where it has none.
    let contentID: String?
    /// Bytes it has at most, as it is coded.
    let sizeInBytes: Int
    /// What an HTML text says; empty for every other part.
    let markup: String

    init(
        index: Int, type: String, name: String? = nil, isAttachment: Bool = false, contentID: String? = nil,
        sizeInBytes: Int = 0, markup: String = ""
    ) {
        self.index = index
        self.type = type
        self.name = name ?? "Anlage \(index + 1)" + (Self.endings[type] ?? "")
        hasName = name != nil
        self.isAttachment = isAttachment
        self.contentID = contentID
        self.sizeInBytes = sizeInBytes
        self.markup = markup
    }

    private static let endings = [
        "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif",
    ]
}
