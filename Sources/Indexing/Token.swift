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
        let folded = text.lowercased().replacing("ß", with: "ss")
        return folded.split { !($0.isLetter || $0.isNumber || isInner($0)) }
            .map { part in
                let head = part.drop(while: isInner)
                return String(head.reversed().drop(while: isInner).reversed()).replacing("–", with: "-")
            }
            .filter { !$0.isEmpty }
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
        character == "¬" || character.unicodeScalars.allSatisfy { $0.properties.isDash || $0.value == 0xAD }
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
struct Phrase {
    let keys: [String]

    init(_ text: String) { keys = Token.keys(text) }

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
            guard isSimilar(key, other) else { return nil }
            isExact = false
        }
        return isExact
    }

    /// One misread letter in a word of at least eight: below that other words are only a letter away.
    private func isSimilar(_ key: String, _ other: String) -> Bool {
        guard key.count >= 8, abs(key.count - other.count) <= 1, key.allSatisfy(\.isLetter) else { return false }
        return EditDistance.between(Array(key), Array(other), atMost: 1) { $0 == $1 ? 0 : 1 } != nil
    }
}
