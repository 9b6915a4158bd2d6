/// Values as PDF writes them (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A number with at most so many decimals, never in exponent form and never depending on a locale.
    ///
    /// Four decimals of a point are 35 nm on paper. Values are clamped to what PDF/A-2 allows for reals (6.1.13).
    static func number(_ value: Double, decimals: Int = 4) -> String {
        let limit = 32_767.0
        let unit = (0..<decimals).reduce(1) { result, _ in 10 * result }
        let scaled = Int((min(max(value.isFinite ? value : 0, -limit), limit) * Double(unit)).rounded())
        let whole = scaled.magnitude / UInt(unit)
        var fraction = scaled.magnitude % UInt(unit)
        guard fraction > 0 else { return scaled < 0 ? "-\(whole)" : "\(whole)" }
        var digits = decimals
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let shown = String(fraction)
        let zeros = String(repeating: "0", count: digits - shown.count)
        return (scaled < 0 ? "-" : "") + "\(whole).\(zeros)\(shown)"
    }

    /// The shortest number that is at most `tolerance` off, with six decimals at most, and its value.
    static func number(_ value: Double, within tolerance: Double) -> (text: String, value: Double) {
        var (decimals, unit) = (0, 1.0)
        while decimals < 6, abs((value * unit).rounded() / unit - value) > tolerance {
            decimals += 1
            unit *= 10
        }
        return (number(value, decimals: decimals), (value * unit).rounded() / unit)
    }

    /// A text string: as it is where it needs no escapes, else UTF-16 in hexadecimal with its byte order mark.
    static func text(_ string: String) -> String {
        string.utf8.allSatisfy(isPlain) ? "(\(string))" : "<FEFF" + utf16(string) + ">"
    }

    /// Printable ASCII, but no backslash and no parentheses.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && ![UInt8(ascii: "\\"), UInt8(ascii: "("), UInt8(ascii: ")")].contains(byte)
    }

    /// UTF-16, big-endian, as hexadecimal digits.
    static func utf16(_ string: String) -> String { string.utf16.map { hex($0, digits: 4) }.joined() }

    static func hex(_ value: some BinaryInteger, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// An offset or length with leading zeros, as the cross-reference table wants it.
    static func padded(_ value: Int, digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// The number of an indirect object.
struct ObjectNumber: Hashable, Sendable {
    let value: Int
}

extension ObjectNumber: CustomStringConvertible {
    /// How other objects refer to it.
    var description: String { "\(value) 0 R" }
}
