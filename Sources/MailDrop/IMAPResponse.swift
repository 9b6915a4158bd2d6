// Lines of an IMAP server (RFC 9051, RFC 3501), as far as we ask for them; pure, and safe for any bytes.

package import Foundation

/// A message in a mailbox, as the server lists it.
package struct ListedMessage: Sendable, Hashable {
    package var uid: UInt32
    package var sizeInBytes: Int
    /// When the server took it; nil where it does not tell.
    package var received: Date?
    /// Marked to be deleted; no longer there to us.
    package var isDeleted: Bool

    /// Reads `* 12 FETCH (UID 7 RFC822.SIZE 4711 INTERNALDATE "…" FLAGS (\Seen))`; nil for every other line.
    ///
    /// The order of the items is the server's; one without number or size is no use to us.
    package init?(_ line: String) {
        let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
        guard words.count == 4, words[0] == "*", UInt32(words[1]) != nil, words[2].uppercased() == "FETCH" else {
            return nil
        }
        let items = IMAPItems(words[3])
        guard let uid = items["UID"].flatMap({ UInt32($0) }), uid > 0,
            let size = items["RFC822.SIZE"].flatMap({ Int($0) }), size >= 0
        else { return nil }
        self.uid = uid
        sizeInBytes = size
        received = items["INTERNALDATE"].flatMap(IMAPDate.read)
        isDeleted = items["FLAGS"]?.lowercased().split(separator: " ").contains("\\deleted") ?? false
    }
}

/// The items of a list in parentheses: a name and a word, a quoted text or a list each.
struct IMAPItems {
    private var values: [String: String] = [:]

    subscript(name: String) -> String? { values[name] }

    init(_ text: Substring) {
        var rest = text.drop { $0 == " " }
        guard rest.popFirst() == "(" else { return }
        while let name = Self.word(&rest), let value = Self.value(&rest) { values[name.uppercased()] = value }
    }

    private static func word(_ rest: inout Substring) -> String? {
        rest = rest.drop { $0 == " " }
        let word = rest.prefix { $0 != " " && $0 != ")" && $0 != "(" && $0 != "\"" }
        rest = rest.dropFirst(word.count)
        return word.isEmpty ? nil : String(word)
    }

    private static func value(_ rest: inout Substring) -> String? {
        rest = rest.drop { $0 == " " }
        switch rest.first {
        case "\"": return quoted(&rest)
        case "(":
            let list = rest.dropFirst().prefix { $0 != ")" }
            rest = rest.dropFirst(list.count + 2)
            return String(list)
        default: return word(&rest)
        }
    }

    private static func quoted(_ rest: inout Substring) -> String? {
        var text = ""
        rest = rest.dropFirst()
        while let sign = rest.popFirst() {
            if sign == "\"" { return text }
            guard sign == "\\" else {
                text.append(sign)
                continue
            }
            guard let escaped = rest.popFirst() else { return nil }
            text.append(escaped)
        }
        return nil
    }
}

/// The date-time of IMAP: `21-Nov-2026 08:15:30 +0100`.
enum IMAPDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    static func read(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 3 else { return nil }
        let day = words[0].split(separator: "-").map(String.init)
        let time = words[1].split(separator: ":").compactMap { Int($0) }
        guard day.count == 3, time.count == 3, let offset = offset(words[2]), let number = Int(day[0]),
            let month = months.firstIndex(of: day[1].lowercased()), let year = Int(day[2]),
            (1...31).contains(number), (1970...9999).contains(year), (0...23).contains(time[0]),
            (0...59).contains(time[1]), (0...60).contains(time[2])
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(
            year: year, month: month + 1, day: number, hour: time[0], minute: time[1], second: time[2])
        return calendar.date(from: parts).map { $0 - Double(offset) }
    }

    /// Seconds east of Greenwich.
    private static func offset(_ zone: Substring) -> Int? {
        guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
            let digits = Int(zone.dropFirst()), digits >= 0
        else { return nil }
        return (sign == "-" ? -1 : 1) * (digits / 100 * 3600 + digits % 100 * 60)
    }
}

/// What the server said in one exchange.
struct IMAPReply: Sendable {
    /// All lines, without their ends.
    var lines: [String] = []

    /// The number in an answer like `* OK [UIDVALIDITY 1700000000] …`; nil where it is not said.
    func code(_ name: String) -> UInt32? {
        let mark = "[\(name) "
        for line in lines.reversed() where line.hasPrefix("* OK ") {
            guard let start = line.range(of: mark, options: .caseInsensitive)?.upperBound else { continue }
            return UInt32(line[start...].prefix { $0 != "]" })
        }
        return nil
    }

    /// The number in `* 23 EXISTS`, the last one said.
    var exists: Int? {
        lines.lazy.reversed().compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 3 && words[0] == "*" && words[2].uppercased() == "EXISTS" ? Int(words[1]) : nil
        }.first
    }

    /// Whether the server says it can do this.
    func offers(_ capability: String) -> Bool {
        lines.contains { line in
            let upper = line.uppercased()
            guard upper.hasPrefix("* CAPABILITY ") || upper.contains("[CAPABILITY ") else { return false }
            return upper.split { " []".contains($0) }.contains { $0 == capability }
        }
    }

    /// The last line that refuses a command, as `A4 NO [TRYCREATE] …`.
    var refusal: String? {
        lines.last { line in
            let words = line.split(separator: " ", maxSplits: 2)
            return words.count > 1 && words[0] != "*" && ["NO", "BAD"].contains(words[1].uppercased())
        }
    }
}

/// Names of mailbox folders as IMAP writes them.
enum IMAPName {
    /// A name may be given to a server: not empty, without control signs.
    static func isSound(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 500
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// Modified UTF-7 (RFC 3501, 5.1.3): what is no printable ASCII becomes base64 between `&` and `-`.
    static func encoded(_ name: String) -> String {
        var result = ""
        var pending: [UInt8] = []
        func flush() {
            guard !pending.isEmpty else { return }
            let text = Data(pending).base64EncodedString().replacing("/", with: ",").prefix { $0 != "=" }
            result += "&" + text + "-"
            pending = []
        }
        for unit in name.utf16 {
            if (0x20...0x7E).contains(unit), let scalar = Unicode.Scalar(UInt32(unit)) {
                flush()
                result += unit == 0x26 ? "&-" : String(Character(scalar))
            } else {
                pending += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
        }
        flush()
        return result
    }

    /// As a word of a command.
    static func quoted(_ name: String) -> String {
        "\"" + encoded(name).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// As a part of an address.
    static func escaped(_ name: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~/")
        return encoded(name).addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
