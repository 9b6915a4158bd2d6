import CaptureModel

/// A word in the form it is compared in: lower case, without punctuation, put together again at a line's end.
struct Token {
    let key: String
    /// Indices of the words on the page: two where a hyphen parted it at the end of a line, one else.
    let words: ClosedRange<Int>

    /// The tokens of `words`, whose first has the index `offset` on its page.
    static func all(in words: [PlacedWord], blocks: [Int], offset: Int = 0) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < words.count {
            if let whole = rejoined(words, at: index, blocks) {
                tokens += keys(whole).map { Token(key: $0, words: offset + index...offset + index + 1) }
                index += 2
            } else {
                tokens += keys(words[index].word.text).map { Token(key: $0, words: offset + index...offset + index) }
                index += 1
            }
        }
        return tokens
    }

    /// The keys of a text: split at all but letters, digits, dashes and points, which may stand inside a word.
    static func keys(_ text: String) -> [String] {
        if let plain = plainKey(text) { return plain.isEmpty ? [] : [plain] }
        var folded = text.lowercased()
        if folded.unicodeScalars.contains("ß") { folded.replace("ß", with: "ss") }
        if folded.unicodeScalars.contains("–") { folded.replace("–", with: "-") }
        return folded.split { !($0.isLetter || $0.isNumber || isInner($0)) }.compactMap(trimmed)
    }

    /// Without the points and dashes around it; nil where there is nothing else.
    private static func trimmed(_ part: Substring) -> String? {
        let head = part.drop(while: isInner)
        guard let last = head.lastIndex(where: { !isInner($0) }) else { return nil }
        return String(head[...last])
    }

    /// The key of a word of ASCII letters and digits with punctuation around it, as most words are; nil for others.
    private static func plainKey(_ text: String) -> String? {
        let isWord = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard let first = bytes.firstIndex(where: isWord), let last = bytes.lastIndex(where: isWord) else { return "" }
        let word = bytes[first...last]
        guard word.allSatisfy(isWord) else { return nil }
        return String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isInner(_ character: Character) -> Bool { character == "." || isDash(character) }

    private static func isDash(_ character: Character) -> Bool {
        if character.isASCII { return character == "-" }
        return character == "¬" || character.unicodeScalars.allSatisfy { $0.properties.isDash || $0.value == 0xAD }
    }

    /// The whole word where `index` is the last of its line, ends in a hyphen and goes on in lower case.
    private static func rejoined(_ words: [PlacedWord], at index: Int, _ blocks: [Int]) -> String? {
        guard index + 1 < words.count, words[index].line != words[index + 1].line,
            blocks[words[index].line] == blocks[words[index + 1].line]
        else { return nil }
        let head = words[index].word.text
        let tail = words[index + 1].word.text
        guard head.count > 1, let last = head.last, isDash(last), tail.first?.isLowercase == true else { return nil }
        return head.dropLast() + tail
    }
}

/// Words to look for, as tokens.
struct Phrase: Sendable {
    let keys: [String]
    /// The letters of words so long that one of them may be misread; nil for shorter ones, and numbers.
    private let forgiven: [[Character]?]

    init(_ text: String) {
        keys = Token.keys(text)
        forgiven = keys.map { $0.count >= Self.shortestForgiven && $0.allSatisfy(\.isLetter) ? Array($0) : nil }
    }

    /// Below this length other words are only a letter away.
    private static let shortestForgiven = 8

    /// Where the phrase stands in `tokens`, and whether each word was read as written.
    func occurrences(in tokens: [Token]) -> [(tokens: Range<Int>, isExact: Bool)] {
        guard !keys.isEmpty, tokens.count >= keys.count else { return [] }
        return (0...tokens.count - keys.count).compactMap { start in
            agreement(with: tokens, at: start).map { (start..<start + keys.count, $0) }
        }
    }

    /// true where all words agree, false where long words differ in a letter, nil where they do not agree.
    func agreement(with tokens: [Token], at start: Int) -> Bool? {
        guard start + keys.count <= tokens.count else { return nil }
        var isExact = true
        for (offset, key) in keys.enumerated() {
            let other = tokens[start + offset].key
            if key == other { continue }
            guard let letters = forgiven[offset], isSimilar(key, letters, other) else { return nil }
            isExact = false
        }
        return isExact
    }

    /// One misread letter in a long word.
    private func isSimilar(_ key: String, _ letters: [Character], _ other: String) -> Bool {
        // With one letter other the first ones agree, or the last: most words are told apart by that, and by length.
        guard abs(key.utf8.count - other.utf8.count) <= Self.widestLetter,
            key.utf8.first == other.utf8.first || key.utf8.last == other.utf8.last
        else { return false }
        return EditDistance.between(letters, Array(other), atMost: 1) { $0 == $1 ? 0 : 1 } != nil
    }

    /// Bytes by which a text may be longer for one more letter.
    private static let widestLetter = 4
}
