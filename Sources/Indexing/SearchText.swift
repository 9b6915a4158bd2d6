import CaptureModel

/// Letters and digits that readers take for each other.
enum Confusable {
    /// The digit a letter is read instead of.
    static func digit(for letter: Character) -> Character? {
        switch letter {
        case "O", "o", "Q", "D": "0"
        case "l", "L", "I", "i", "|", "!": "1"
        case "Z", "z": "2"
        case "S", "s": "5"
        case "G": "6"
        case "B": "8"
        default: nil
        }
    }

    /// Price of reading one for the other: a look-alike costs a fifth of a different letter.
    static func cost(_ left: UInt8, _ right: UInt8) -> Double {
        if left == right { return 0 }
        return folded(left) == folded(right) ? 0.2 : 1
    }

    private static func folded(_ byte: UInt8) -> UInt8 { foldedBytes[Int(byte)] }

    /// Each byte, ASCII letters as the digits they look like, a comma as the point it is a smudge of.
    private static let foldedBytes: [UInt8] = (UInt8.min...UInt8.max).map { (byte: UInt8) -> UInt8 in
        if byte == UInt8(ascii: ",") { return UInt8(ascii: ".") }
        return digit(for: Character(Unicode.Scalar(byte))).flatMap(\.asciiValue) ?? byte
    }
}

/// A text in which a reader's slips are folded away, with the way back to the bytes it came from.
struct SearchText {
    let text: String
    /// For each byte of `text` its byte in the source, and the source's length at the end.
    private let source: [Int]

    /// Folds dashes to `-` and drops spaces around `-`, `/` and `.` beside digits; with `confusables` also writes the
    /// digits that letters in a mostly numeric word look like.
    ///
    /// Works on scalars: finding the borders of characters costs ten times as much, and no sign that is folded is part
    /// of a greater one.
    init(folding original: String, confusables: Bool) {
        let read = Array(original.unicodeScalars)
        var folded = read.map { Self.isDash($0) ? "-" : $0 }
        if confusables { Self.fold(&folded) }
        var text = String.UnicodeScalarView()
        var source: [Int] = []
        source.reserveCapacity(original.utf8.count + 1)
        var offset = 0
        for (index, scalar) in read.enumerated() {
            if !Self.isLoose(folded, index) {
                text.append(folded[index])
                for _ in 0..<UTF8.width(folded[index]) { source.append(offset) }
            }
            offset += UTF8.width(scalar)
        }
        self.text = String(text)
        self.source = source + [offset]
    }

    /// The bytes of the source from which bytes of `text` were made.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard let last = source.last else { return 0..<0 }
        let lower = source.indices.contains(range.lowerBound) ? source[range.lowerBound] : last
        let upper = source.indices.contains(range.upperBound) ? source[range.upperBound] : last
        return lower..<max(lower, upper)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == "-" : scalar.properties.isDash
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// A space between a mark that joins and a digit on its other side.
    private static func isLoose(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars[index] == " " else { return false }
        let before = scalars[..<index].last { $0 != " " }
        let after = scalars[index...].first { $0 != " " }
        guard let before, let after else { return false }
        return (isJoint(before) && isDigit(after)) || (isDigit(before) && isJoint(after))
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "/" || scalar == "." }

    private static func fold(_ scalars: inout [Unicode.Scalar]) {
        var start = 0
        for index in 0...scalars.count where index == scalars.count || isSpace(scalars[index]) {
            let digits = scalars[start..<index].count(where: isDigit)
            if digits > 0, digits >= scalars[start..<index].count(where: isLetter) {
                for place in start..<index {
                    scalars[place] = digit(for: scalars[place]) ?? scalars[place]
                }
            }
            start = index + 1
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }

    private static func digit(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.isASCII, !isDigit(scalar) else { return nil }
        return Confusable.digit(for: Character(scalar))?.unicodeScalars.first
    }
}
