// The check part of codes with authority.
//
// A separator's code says whose mail follows. Everybody can print a barcode into a letter, so codes of our own sheets end
// in `.` and 16 letters of base32 (RFC 4648): the first 80 bits of an HMAC-SHA256 (RFC 2104) over the text before, under
// a key that never leaves this installation. 80 bits truncated are what RFC 2104 calls the least one should take; guessing
// one takes 2^80 letters. Somebody who copies a printed sheet has a valid sheet: printed sheets are kept like a stamp.

package import CaptureModel
import Cryptography
package import Foundation

/// Seals texts for separator sheets and opens them again.
package struct SeparatorSeal: Sendable {
    /// As long as the digest: RFC 2104 advises against shorter keys, and longer ones give nothing.
    private static let keyLength = 32
    private static let markLength = 16
    /// Codes sealed for another purpose under the same key never pass here.
    private static let purpose = "scanstelle separator 1\n"
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    private let key: Data

    package init(key: Data) { self.key = key }

    /// The seal whose key stands in the file; nil where there is none.
    package static func existing(keyFile path: String) throws(CaptureError) -> SeparatorSeal? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let key = FileManager.default.contents(atPath: path), key.count == keyLength else { throw .badKey }
        return SeparatorSeal(key: key)
    }

    /// The seal whose key stands in the file; a missing one is made, readable for its owner alone.
    package static func making(keyFile path: String) throws(CaptureError) -> SeparatorSeal {
        if let seal = try existing(keyFile: path) { return seal }
        let draft = path + ".\(getpid())"
        try DurableFile.write(Data(try RandomBytes.make(keyLength)), to: draft)
        // Another program may have made one meanwhile; the first stays, for sheets may be printed with it already.
        if try !DurableFile.renameIfAbsent(draft, to: path) { unlink(draft) }
        guard let seal = try existing(keyFile: path) else { throw .badKey }
        return seal
    }

    /// The text with its check part.
    package func sealed(_ text: String) -> String { text + "." + mark(of: text) }

    /// The text before the check part; nil where that is missing or wrong.
    package func opened(_ code: String) -> String? {
        guard let point = code.lastIndex(of: ".") else { return nil }
        let text = String(code[..<point])
        let given = Array(code[code.index(after: point)...].utf8)
        let wanted = Array(mark(of: text).utf8)
        return MessageAuthentication.isEqual(given, wanted) ? text : nil
    }

    private func mark(of text: String) -> String {
        let code = MessageAuthentication.code(of: Array((Self.purpose + text).utf8), key: Array(key))
        return Self.base32(code.prefix(Self.markLength * 5 / 8))
    }

    private static func base32(_ bytes: ArraySlice<UInt8>) -> String {
        var (text, bits, held) = ("", 0, 0)
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.unicodeScalars.append(Unicode.Scalar(letters[held >> bits & 31]))
            }
            held &= (1 << bits) - 1
        }
        return text
    }
}

extension CaptureError {
    fileprivate static let badKey = CaptureError(
        .unavailable, "separator-key",
        LocalizedText(
            de: "Der Schlüssel für Trennblätter ist nicht lesbar oder beschädigt.",
            en: "The key for separator sheets cannot be read or is damaged."),
        remedy: LocalizedText(
            de: "Bitte die Schlüsseldatei aus der Sicherung zurückholen, sonst gelten gedruckte Blätter nicht mehr.",
            en: "Please restore the key file from the backup, or printed sheets are valid no longer."))
}
