/// The marks by which the lines of a letter are told apart; plain scans of short lines, no patterns.
enum LetterMarks {
    private static let longestLine = 300

    /// Lower-case words without the punctuation around them.
    private static func words(_ text: String) -> [Substring] {
        text.prefix(longestLine).lowercased().split(whereSeparator: \.isWhitespace).map(Substring.init)
    }

    private static func bare(_ word: Substring) -> Substring {
        let head = word.drop { !$0.isLetter && !$0.isNumber }
        return head.lastIndex { $0.isLetter || $0.isNumber }.map { head[...$0] } ?? ""
    }

    // MARK: Addresses

    private static func isPostcode(_ word: Substring) -> Bool {
        let digits = word.hasPrefix("d-") ? word.dropFirst(2) : word
        return digits.count == 5 && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The words behind a postcode name a town: at least one that begins with a letter.
    private static func isTown(_ words: ArraySlice<Substring>) -> Bool { words.first?.first?.isLetter ?? false }

    static func isPostcodeLine(_ text: String) -> Bool {
        let words = words(text)
        guard words.count <= 6, let first = words.first else { return false }
        return isPostcode(bare(first)) && isTown(words.dropFirst())
    }

    static func hasPostcode(_ text: String) -> Bool {
        let words = words(text)
        return words.indices.contains { isPostcode(bare(words[$0])) && isTown(words[($0 + 1)...]) }
    }

    /// Signs that set the parts of a return address apart.
    private static let dividers: Set<Character> = ["·", "•", "|", ",", "-", "–", "—", "*", "∙", "/", ";"]

    static func isReturnAddress(_ text: String) -> Bool {
        let words = words(text)
        guard let place = words.indices.first(where: { isPostcode(bare(words[$0])) && isTown(words[($0 + 1)...]) }),
            place > 1
        else { return false }
        return words[..<place].contains { word in
            word.last.map(dividers.contains) ?? false || word.count == 1 && word.allSatisfy(dividers.contains)
        }
    }

    // MARK: Dates

    private static let months: Set = [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember", "jan", "feb", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez",
    ]

    /// Number of words that the date at the beginning of `words` takes; 0 where there is none.
    private static func dateLength(_ words: ArraySlice<Substring>) -> Int {
        guard let first = words.first, first.first?.isNumber ?? false else { return 0 }
        let second = words.dropFirst().first.map(bare) ?? ""
        let isYear = { (word: Substring?) in
            word.map { bare($0).count == 4 && bare($0).allSatisfy(\.isNumber) } ?? false
        }
        if months.contains(String(second)), isYear(words.dropFirst(2).first) { return 3 }
        let joined = words.prefix(3).reduce(into: (text: "", ends: [Int]())) {
            $0.text += $1
            $0.ends.append($0.text.count)
        }
        let parts = joined.text.split { ".-/,".contains($0) }.prefix(3)
        guard parts.count == 3, parts.prefix(2).allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return 0 }
        let isDay =
            parts[0].count <= 2 && parts[1].count <= 2 && (2...4).contains(parts[2].prefix { $0.isNumber }.count)
        let isISO = parts[0].count == 4 && parts[1].count == 2 && parts[2].count == 2
        guard isDay || isISO else { return 0 }
        let length = parts.reduce(2) { $0 + $1.count }
        return (joined.ends.firstIndex { $0 >= length } ?? 0) + 1
    }

    static func beginsWithDate(_ text: String) -> Bool { dateLength(words(text)[...]) > 0 }

    /// How surely the line is the one that dates the letter; nil where it is not.
    ///
    /// `Musterstadt, den 3. März 2026`, `Datum: 3.3.2026` or the date alone; a line with more around it speaks of another
    /// day.
    static func dated(_ text: String) -> Double? {
        let words = words(text)
        guard words.count <= 8, let start = words.indices.first(where: { dateLength(words[$0...]) > 0 }),
            start + dateLength(words[start...]) >= words.count
        else { return nil }
        let before = words[..<start]
        if before.isEmpty { return 0.92 }
        if before.count == 1, let label = before.first, isDateLabel(String(label)) { return 0.97 }
        let last = before.last.map(String.init) ?? ""
        let namesDay = last == "den" || last == "am" || last.hasSuffix(",") || last == "im"
        let isPlace = before.count <= 4 && before.allSatisfy { $0.first?.isLetter ?? false }
        // “am Montag, den 3. März” speaks of an appointment.
        if before.count > 2, before.contains(where: { weekdays.contains(bare($0)) }) { return nil }
        if namesDay, isPlace, last != "am" { return 0.97 }
        return last == "den" && endsWithPlace(before.dropLast()) ? 0.92 : nil
    }

    private static let weekdays: Set<Substring> = [
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    ]

    /// `Musterstadt,` behind the address that stands in the same line.
    private static func endsWithPlace(_ words: ArraySlice<Substring>) -> Bool {
        words.last.map { $0.hasSuffix(",") && $0.first?.isLetter == true } ?? false
    }

    /// The words in whose column or behind which the letter's date stands: `Datum`, or a place with `den`.
    static func announcesDate(_ text: String) -> Bool {
        if isDateLabel(text) { return true }
        let words = words(text)
        return words.count <= 4 && words.last == "den" && words.count > 1
    }

    static func isDateLabel(_ text: String) -> Bool {
        let words = words(text).map(bare)
        return words == ["datum"] || words == ["date"] || words == ["briefdatum"]
    }

    // MARK: Subject

    private static let subjectLabels: Set<Substring> = ["betreff", "betr", "betrifft"]

    /// Number of words that say that this is the subject; 0 where none do.
    static func subjectLabelLength(_ text: String) -> Int {
        words(text).first.map { subjectLabels.contains(bare($0)) } ?? false ? 1 : 0
    }

    private static let salutations = [
        "sehr geehrte", "sehr geehrter", "sehr geehrtes", "guten tag", "liebe", "lieber", "hallo", "werte", "werter",
        "dear", "grüß gott", "guten morgen",
    ]

    private static let closings = [
        "mit freundlich", "mit den besten", "mit besten", "freundliche", "viele grüße", "beste grüße", "liebe grüße",
        "hochachtungsvoll", "es grüßt", "herzliche",
    ]

    /// `Mit freundlichen Grüßen` and its like, alone in a line.
    static func isClosing(_ text: String) -> Bool {
        let words = words(text)
        let line = words.joined(separator: " ").replacing("ss", with: "ß")
        return words.count <= 5 && closings.contains { line.hasPrefix($0) }
    }

    static func isSalutation(_ text: String) -> Bool {
        let line = words(text).joined(separator: " ")
        return salutations.contains { line.hasPrefix($0 + " ") || line == $0 }
    }
}
