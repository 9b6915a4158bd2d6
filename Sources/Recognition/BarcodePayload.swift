// What a code holds, made safe: everything read off paper is data from strangers and goes into reports, logs of field
// values and file names further on.

import CaptureModel

/// The content of a code as it may be handed on.
struct BarcodePayload {
    var text: String
    /// nil for plain text.
    var content: Barcode.Content?

    /// What the reader says of the content.
    enum Kind { case text, gs1, envelope, bytes }

    /// Bytes; no symbology holds more: a QR code of version 40 ends at 7,089 digits (ISO/IEC 18004), of 4 bytes each
    /// when they are written in UTF-8 at their worst.
    private static let longestText = 7_089 * 4

    /// nil where there is nothing, or more than a code can hold.
    init?(text: String, bytes: [UInt8], kind: Kind, symbology: Symbology) {
        if symbology == .datamatrix, Self.isFranking(bytes) {
            self.init(text: Self.hexadecimal(bytes), content: .franking)
        } else if text.isEmpty || bytes.contains(0) || (kind == .bytes && !bytes.allSatisfy(Self.isText)) {
            // C ends a text at the first zero byte.
            self.init(text: Self.hexadecimal(bytes), content: .binary)
        } else {
            let content: Barcode.Content? = kind == .gs1 ? .gs1 : kind == .envelope ? .envelope : nil
            self.init(text: Self.printable(text), content: content)
        }
        guard !self.text.isEmpty, self.text.utf8.count <= Self.longestText else { return nil }
    }

    private init(text: String, content: Barcode.Content?) {
        self.text = text
        self.content = content
    }

    /// Franking marks of Deutsche Post (DV-Freimachung, Internetmarke, stamps with a matrix code) begin with the country
    /// and the operator, `DEA`, and go on in binary: kind of franking, customer, value, date, serial number.
    ///
    /// The smallest mark holds 22 bytes; text that happens to begin with DEA has no bytes outside of ASCII's print.
    private static func isFranking(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 20 && bytes.starts(with: Array("DEA".utf8)) && bytes.contains { $0 < 0x20 || $0 >= 0x7F }
    }

    /// Whether a byte is ASCII that may be handed on: print, tabs, line ends and separators.
    private static func isText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x04, 0x09, 0x0A, 0x0D, 0x1C...0x1F, 0x20..<0x7F: true
        default: false
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// Control characters become U+FFFD, but for tabs, line ends and the separators of GS1 and ISO 15434; marks that
    /// turn the direction of writing go the same way, since they make a text look like another.
    private static func printable(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x04, 0x09, 0x0A, 0x0D, 0x1C...0x1F: safe.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
