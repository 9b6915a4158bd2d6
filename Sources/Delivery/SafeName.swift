import Foundation

/// A file or folder name made of untrusted text, fit for Linux, Windows shares and backups alike.
///
/// Kept are Latin letters with their accents and umlauts, ASCII digits and `._ -,()`; everything else becomes `-`. So a
/// captured text cannot name another folder, hide a file, or turn the reading direction of its name.
struct SafeName: Hashable {
    /// The limit in bytes of UTF-8.
    ///
    /// Linux allows 255; half of it leaves room in the 260 characters Windows allows a whole path.
    static let longest = 120

    let text: String

    /// - Parameter suffix: trusted text that stays whole at the end, as an id with a file extension.
    init(_ untrusted: String, suffix: String = "") {
        let allowed = untrusted.precomposedStringWithCanonicalMapping.unicodeScalars
            .map { Self.isAllowed($0) ? Character($0) : "-" }
        let name = Self.trimmed(Self.shortened(Self.trimmed(String(allowed)), to: Self.longest - suffix.utf8.count - 1))
        text = (Self.isReserved(name) ? "_" + name : name.isEmpty ? "_" : name) + suffix
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "_", " ", "-", ",", "(", ")": true
        // Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional with the capital sharp s.
        case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": scalar.properties.isAlphabetic
        default: false
        }
    }

    /// A leading dot hides a file or climbs to the folder above; Windows drops trailing dots and spaces.
    private static func trimmed(_ name: String) -> String {
        let head = name.drop { $0 == "." || $0 == " " }
        guard let last = head.lastIndex(where: { $0 != "." && $0 != " " }) else { return "" }
        return String(head[...last])
    }

    private static func shortened(_ name: String, to limit: Int) -> String {
        var size = 0
        return String(
            name.prefix { character in
                size += character.utf8.count
                return size <= limit
            })
    }

    /// Device names of Windows, with any extension:
    /// learn.microsoft.com/windows/win32/fileio/naming-a-file.
    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased().trimmingCharacters(in: .whitespaces)
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.count == 4 && ["COM", "LPT"].contains(stem.prefix(3)) && stem.last?.isNumber == true
    }
}
