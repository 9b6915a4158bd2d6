import CaptureModel
import Patterns

/// The name a form or letter gives to a field, as `Ihr Zeichen`.
struct Label: Sendable {
    let name: String
    private let pattern: Pattern
    private let shape: [UInt8]

    /// Where a label stands: a row of the page and bytes of its text.
    struct Place {
        let row: Int
        let range: Range<Int>
        let name: String
        let order: Int
        /// Letters that had to be forgiven.
        let slips: Double
        /// The label speaks for whoever wrote the letter.
        var isWriters: Bool { ["unser", "mein"].contains { name.lowercased().hasPrefix($0) } }
    }

    /// Below this length other words are only a letter away.
    private static let shortestForgiven = 7
    /// More places of one label on a page tell nothing.
    static let mostPlaces = 50

    /// The words in any case, however far apart.
    ///
    /// What stands on either side is looked at afterwards: with Unicode's letters on both sides of the expression, RE2 takes
    /// a millisecond to compile each of the hundreds of labels of a profile.
    init(_ name: String) throws(CaptureError) {
        self.name = name
        let words = name.split(whereSeparator: \.isWhitespace).map { word in
            word.map { $0.isLetter || $0.isNumber ? String($0) : "\\" + String($0) }.joined()
        }
        pattern = try Pattern(words.joined(separator: #"\s+"#), ignoresCase: true)
        shape = Self.shape(of: name)
    }

    /// Each place where the label stands on the page, or where there is none, where it stands misread.
    func places(on page: ReadPage, order: Int) -> [Place] {
        var places: [Place] = []
        for row in page.rows.indices where places.count < Self.mostPlaces {
            let text = page.rows[row].text
            let found = pattern.allMatches(in: text, limit: Self.mostPlaces).map(\.range)
            places += found.filter { Self.standsAlone($0, in: text) }.map {
                Place(row: row, range: $0, name: name, order: order, slips: 0)
            }
        }
        guard places.isEmpty else { return places }
        for row in page.rows.indices where places.count < Self.mostPlaces {
            places += misread(in: page.rows[row], page.shapes[row]).map { range, slips in
                Place(row: row, range: range, name: name, order: order, slips: slips)
            }
        }
        return places
    }

    /// No letter or digit stands on either side of the bytes.
    private static func standsAlone(_ range: Range<Int>, in text: String) -> Bool {
        let begin = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf8.index(begin, offsetBy: range.count)
        return [text.unicodeScalars[..<begin].last, text.unicodeScalars[end...].first].allSatisfy { beside in
            beside.map { !$0.properties.isAlphabetic && $0.properties.numericType == nil } ?? true
        }
    }

    /// Words that together look like the label: look-alikes, letters parted from each other, other punctuation, and in a
    /// label long enough one wrong letter.
    private func misread(in row: WordRun, _ shapes: [[UInt8]]) -> [(Range<Int>, slips: Double)] {
        guard shape.count >= Self.shortestForgiven else { return [] }
        var found: [(Range<Int>, slips: Double)] = []
        var start = 0
        while start < shapes.count, found.count < Self.mostPlaces {
            if let (end, slips) = agreement(shapes, from: start) {
                found.append((row.bytes(ofWords: start..<end), slips))
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    private func agreement(_ shapes: [[UInt8]], from start: Int) -> (end: Int, slips: Double)? {
        guard !shapes[start].isEmpty else { return nil }
        var joined: [UInt8] = []
        var end = start
        while end < shapes.count, joined.count < shape.count - 1 {
            joined += shapes[end]
            end += 1
        }
        if joined == shape { return (end, 0.2) }
        // Of 15 letters two are a different word: "Rechnungssumme" is no misread "Rechnungsnummer".
        let limit = shape.count >= 18 ? 2.0 : 1.0
        let slips = EditDistance.between(joined, shape, atMost: limit) { $0 == $1 ? 0 : 1 }
        return slips.map { (end, max($0, 0.2)) }
    }

    /// Letters and digits alone, in the form that look-alikes share.
    static func shape(of text: String) -> [UInt8] {
        var shape: [UInt8] = []
        for byte in text.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "1"), UInt8(ascii: "l"), UInt8(ascii: "|"), UInt8(ascii: "!"): shape.append(0x69)
            case UInt8(ascii: "0"): shape.append(0x6F)
            case UInt8(ascii: "5"): shape.append(0x73)
            case 0x30...0x39, 0x61...0x7A, 0x80...: shape.append(byte)
            default: break
            }
        }
        return shape
    }
}
