/// Swift source as rules read it: what is code, and what is only said.
struct SwiftText {
    /// The source with the inside of comments and string literals blanked; lines stay where they are.
    let code: String

    init(_ source: String) {
        var reader = Reader(source: Array(source.utf8))
        reader.readCode()
        code = String(decoding: reader.code, as: UTF8.self)
    }

    var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules this file imports, with what stands before the word `import`, as `@testable` or `package`.
    var imports: [(module: String, modifiers: [String])] {
        lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
                words[..<index].allSatisfy({ $0.hasPrefix("@") || ["package", "internal", "public"].contains($0) })
            else { return nil }
            // `import struct Foundation.Data` names a kind first and a member behind a dot.
            let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let named = words[(index + 1)...].first { !kinds.contains($0) } ?? ""
            return (String(named.prefix { $0 != "." }), Array(words[..<index]))
        }
    }
}

/// Walks once through the bytes of a source.
///
/// Knows comments, which nest, and string literals with interpolations.
private struct Reader {
    let source: [UInt8]
    var position = 0
    var code: [UInt8] = []

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let quote = UInt8(ascii: "\"")
    private static let pound = UInt8(ascii: "#")
    private static let backslash = UInt8(ascii: "\\")
    private static let opening = UInt8(ascii: "(")
    private static let closing = UInt8(ascii: ")")

    init(source: [UInt8]) { self.source = source }

    /// Reads to the end, or, within an interpolation, behind the parenthesis that closes it.
    mutating func readCode(isInterpolation: Bool = false) {
        var depth = 0
        while position < source.count {
            let byte = source[position]
            if byte != Self.slash, byte != Self.quote, byte != Self.pound {
                keep()
                if byte == Self.opening { depth += 1 }
                if byte == Self.closing {
                    if isInterpolation, depth == 0 { return }
                    depth -= 1
                }
            } else if starts(with: [Self.slash, Self.slash]) {
                while position < source.count, source[position] != Self.newline { skip() }
            } else if starts(with: [Self.slash, Self.star]) {
                readComment()
            } else if let pounds = poundsBeforeQuote() {
                readString(pounds: pounds)
            } else {
                keep()
            }
        }
    }

    private mutating func readComment() {
        skip(2)
        while position < source.count, !starts(with: [Self.star, Self.slash]) {
            if starts(with: [Self.slash, Self.star]) { readComment() } else { skip() }
        }
        skip(2)
    }

    private mutating func readString(pounds: Int) {
        keep(pounds)
        let isMultiline = starts(with: [Self.quote, Self.quote, Self.quote])
        let fence = Array(repeating: Self.pound, count: pounds)
        let quotes = Array(repeating: Self.quote, count: isMultiline ? 3 : 1)
        keep(quotes.count)
        while position < source.count {
            if starts(with: quotes + fence) { return keep(quotes.count + pounds) }
            if starts(with: [Self.backslash] + fence + [Self.opening]) {
                readInterpolation(markSize: 2 + pounds)
            } else if starts(with: [Self.backslash] + fence) {
                skip(2 + pounds)
            } else {
                skip()
            }
        }
    }

    /// Code inside an interpolation counts as said: the rules are about statements.
    private mutating func readInterpolation(markSize: Int) {
        skip(markSize)
        let start = code.count
        readCode(isInterpolation: true)
        for index in start..<code.count where code[index] != Self.newline { code[index] = Self.space }
    }

    private func poundsBeforeQuote() -> Int? {
        var index = position
        while index < source.count, source[index] == Self.pound { index += 1 }
        return index < source.count && source[index] == Self.quote ? index - position : nil
    }

    private func starts(with bytes: [UInt8]) -> Bool {
        source[position] == bytes[0] && source[position...].starts(with: bytes)
    }

    private mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where position < source.count {
            code.append(source[position])
            position += 1
        }
    }

    private mutating func skip(_ count: Int = 1) {
        for _ in 0..<count where position < source.count {
            code.append(source[position] == Self.newline ? Self.newline : Self.space)
            position += 1
        }
    }
}
