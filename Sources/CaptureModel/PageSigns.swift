/// What on a page tells whether a document begins, goes on or ends there; small, kept for every page.
///
/// Texts are kept as short hashes: comparing them is all they are for, and a catalog should hold no citizen's words.
package struct PageSigns: Sendable, Hashable, Codable {
    /// What stands on the page.
    package struct Marks: OptionSet, Sendable, Hashable, Codable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// A postal address where the window of an envelope shows it (DIN 5008).
        package static let address = Marks(rawValue: 1 << 0)
        /// The small line of the sender above the address.
        package static let returnLine = Marks(rawValue: 1 << 1)
        /// A date in the upper part, by itself or behind a place.
        package static let date = Marks(rawValue: 1 << 2)
        /// "Sehr geehrte" and the like.
        package static let salutation = Marks(rawValue: 1 << 3)
        /// "Ihr Zeichen" and the like in the upper part.
        package static let references = Marks(rawValue: 1 << 4)
        /// The name of a kind of document or a subject, in a line of its own in the upper part.
        package static let title = Marks(rawValue: 1 << 5)
        /// Letters much larger than the text, in the upper part.
        package static let largeType = Marks(rawValue: 1 << 6)
        /// Telephone, mail or bank of a sender in the upper part.
        package static let contact = Marks(rawValue: 1 << 7)
        /// "Anlage 1" and the like as the page's first words.
        package static let enclosure = Marks(rawValue: 1 << 8)
        /// The page's text begins inside a sentence.
        package static let beginsInside = Marks(rawValue: 1 << 9)
        /// The page's text ends inside a sentence or word.
        package static let endsInside = Marks(rawValue: 1 << 10)
        /// "Mit freundlichen Grüßen" and the like.
        package static let closing = Marks(rawValue: 1 << 11)
        /// A list of what is enclosed, or "Anlagen".
        package static let enclosureList = Marks(rawValue: 1 << 12)
        /// "Fortsetzung", "Übertrag" at the top.
        package static let continued = Marks(rawValue: 1 << 13)
        /// "bitte wenden", "Übertrag", "..." at the foot.
        package static let continues = Marks(rawValue: 1 << 14)
        /// A sender at the top left, as private letters have it.
        package static let privateSender = Marks(rawValue: 1 << 15)
        /// "Kopie", "Abschrift" and the like, alone in the upper part.
        package static let copy = Marks(rawValue: 1 << 16)
        /// The head of a printed electronic mail.
        package static let mailHead = Marks(rawValue: 1 << 17)
        /// A kind of paper that people enclose and hardly send alone, as a bank statement or a photo.
        package static let enclosedKind = Marks(rawValue: 1 << 18)
        /// The stamp of the day of receipt (Eingangsstempel), which offices put on the first page of what comes in.
        package static let receiptStamp = Marks(rawValue: 1 << 19)
        /// A kind of paper that comes by itself, as a certificate of service (Zustellungsurkunde).
        package static let ownKind = Marks(rawValue: 1 << 20)
    }

    package var marks: Marks
    /// The page's own number as printed.
    package var page: Int?
    /// The number of pages as printed.
    package var of: Int?
    package var wordCount: Int
    /// Height of the text in tenths of a millimeter, the median of its words.
    package var textHeight: Int
    /// Left edge of the text in millimeters.
    package var leftEdge: Int
    /// Where the text ends, in hundredths of the page's height.
    package var bottom: Int
    /// Size of the page in millimeters.
    package var width: Int
    package var height: Int
    /// Hashes of file references, customer numbers and the like.
    package var references: [UInt32]
    /// Hashes of the words in the head and foot of the page: paper of one sender has the same.
    package var frame: [UInt32]
    /// The smallest hashes of the page's rare words and numbers: pages about one matter share some.
    package var words: [UInt32]
    /// Hashes of the words of the addressee's name, the first line of the address.
    package var addressee: [UInt32]
    /// Hashes of the words of titles and large lines.
    package var titles: [UInt32]
    /// A Bloom filter over all words of the page: whether it names somebody.
    package var vocabulary: [UInt64]
    package var color: ColorMode

    package init(
        marks: Marks = [], page: Int? = nil, of: Int? = nil, wordCount: Int = 0, textHeight: Int = 0,
        leftEdge: Int = 0, bottom: Int = 0, width: Int = 0, height: Int = 0, references: [UInt32] = [],
        frame: [UInt32] = [], words: [UInt32] = [], addressee: [UInt32] = [], titles: [UInt32] = [],
        vocabulary: [UInt64] = [], color: ColorMode = .gray
    ) {
        self.marks = marks
        self.page = page
        self.of = of
        self.wordCount = wordCount
        self.textHeight = textHeight
        self.leftEdge = leftEdge
        self.bottom = bottom
        self.width = width
        self.height = height
        self.references = references
        self.frame = frame
        self.words = words
        self.addressee = addressee
        self.titles = titles
        self.vocabulary = vocabulary
        self.color = color
    }
}
