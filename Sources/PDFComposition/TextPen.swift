// The operators that show words in their places, in few bytes: a word takes 13 when compressed, where a matrix of its own
// for each took 20.
//
// Only the first word of a line is moved to. From there on each word and each space is scaled so that it ends where the
// next begins; numbers are as short as the places bear, and what rounding leaves is made up for by the next number, so
// that nothing adds up. Words that stand higher or lower in their line are raised (`Ts`).

/// Writes words, and knows where a reader's point is.
struct TextPen {
    /// Pixels by which all that is written is lifted.
    let lift: Double
    private(set) var operators: [UInt8] = []

    /// Where the point is along the line, as readers reckon it.
    private var point = 0.0
    /// Where the line began.
    private var line = (start: 0, bottom: 0)
    private var rise = "0"
    private var font = ""

    /// Bounds of the horizontal scaling in percent, inside those of PDF/A for numbers.
    private static let scaling = 0.01...32_000.0
    /// What an end of a word may be off: so many pixels, and so much of the word.
    private static let looseness = (pixels: 0.12, share: 0.002)
    /// What the lower edge of a word may be off, as a share of its height.
    private static let verticalLooseness = 0.0015
    /// Cell of a letter, in ems.
    private static let cell = Double(GlyphlessFont.advance) / Double(GlyphlessFont.unitsPerEm)

    init(lift: Double) { self.lift = lift }

    mutating func put(_ text: String) { operators += Array(text.utf8) }

    /// Writes the words of a line, with a space after each, but none where the last goes on in the next line.
    mutating func write(_ words: [ShownWord], isHyphenated: Bool) {
        for (index, word) in words.enumerated() {
            if index == 0 { begin(at: word.place) }
            set(word)
            let isLast = index + 1 == words.count
            let end = isLast && !isHyphenated ? [CharacterCodes.space] : []
            scale(to: word.place.end, cells: word.codes.count, word, Self.tolerance(word.place.length))
            show(word.codes + end)
            guard !isLast else { break }
            put(" ")
            space(after: word, before: words[index + 1].place)
        }
        put("\n")
    }

    private mutating func begin(at place: WordPlace) {
        put("\(place.start - line.start) \(place.bottom - line.bottom) Td\n")
        line = (place.start, place.bottom)
        point = Double(place.start)
    }

    /// Sets the font, its size and the height in the line, where they change.
    private mutating func set(_ word: ShownWord) {
        let wanted = Double(word.place.bottom - line.bottom) + word.rise - lift
        let raised = PDFSyntax.number(wanted, within: Self.verticalLooseness * Double(word.place.height)).text
        if raised != rise { put("\(raised) Ts ") }
        rise = raised
        let name = "\(word.font.name) \(PDFSyntax.number(word.size, decimals: 3)) Tf "
        if name != font { put(name) }
        font = name
    }

    private mutating func space(after word: ShownWord, before next: WordPlace) {
        let tolerance = Self.tolerance(next.length)
        scale(to: next.start, cells: 1, word, tolerance)
        show([CharacterCodes.space])
        put("\n")
        // Words that overlap, or are further apart than any scaling reaches.
        if abs(point - Double(next.start)) > tolerance { begin(at: next) }
    }

    /// Scales `cells` characters to reach from the point to `end`, and moves the point.
    private mutating func scale(to end: Int, cells: Int, _ word: ShownWord, _ tolerance: Double) {
        let unit = Double(cells) * Self.cell * word.size / 100
        let percent = min(max((Double(end) - point) / unit, Self.scaling.lowerBound), Self.scaling.upperBound)
        // Half of it at most, so that it is never rounded to nothing.
        let number = PDFSyntax.number(percent, within: min(tolerance / unit, percent / 2))
        put("\(number.text) Tz")
        point += number.value * unit
    }

    private static func tolerance(_ length: Int) -> Double { min(looseness.pixels, looseness.share * Double(length)) }

    /// A string of two bytes a code; of all bytes only four need an escape (ISO 32000-1, 7.3.4.2).
    private mutating func show(_ codes: [Int]) {
        operators.append(UInt8(ascii: "("))
        for code in codes {
            append(UInt8(code >> 8))
            append(UInt8(code & 0xFF))
        }
        put(")Tj")
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): operators += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\r"): put("\\r")
        default: operators.append(byte)
        }
    }
}
