// Codes of the text layer and what they mean.
//
// A code stands for what a reader sees as one character, which may be several code points: a letter with combining marks
// or an emoji of a family. So every visible character gets one cell of the word's width, and `/ToUnicode` gives back
// exactly the code points that were read. Characters of Latin-1 are their own codes, which two lines of the map tell; all
// others get codes in the order of first use: the same pages give the same bytes.

import CaptureModel

/// The characters of a document with the codes they got so far, the same for all fonts.
struct CharacterCodes {
    static let space = 0x20
    /// What a character becomes when all codes are used up.
    private static let replacement: Character = "\u{FFFD}"
    /// Characters that are their own codes: those of Latin-1 that can be seen, and the spaces.
    private static let latin = [0x20...0x7E, 0xA0...0xFF]
    /// Code of the first character that is none of these.
    private static let firstCode = 0x100
    /// Codes are two bytes, and 0 stands for the glyph that may not be shown.
    private static let highestCode = 0xFFFF
    /// UTF-16 units a code may stand for; readers must accept 256 (ISO 32000-1, 9.10.3), text from paper needs few.
    private static let longestCharacter = 32

    private var codes: [Character: Int] = [replacement: firstCode]
    /// By code, from `firstCode`.
    private var characters: [Character] = [replacement]

    /// The codes of a word, one for each visible character; empty where nothing of it can be shown.
    mutating func codes(for word: String) -> [Int] {
        var result: [Int] = []
        for character in Self.cells(of: word) { result.append(code(for: character)) }
        return result
    }

    /// What the codes mean, for `/ToUnicode`, and the glyph of each, for `/CIDToGIDMap`: glyph 0 for code 0, which is
    /// not used, and glyph 1 for all others.
    var maps: (meaning: [UInt8], glyphs: [UInt8]) {
        let last = Self.firstCode + characters.count - 1
        let glyphs = [0, 0] + [[UInt8]](repeating: [0, 1], count: last).joined()
        return (Array(characterMap.utf8), Array(glyphs))
    }

    private mutating func code(for character: Character) -> Int {
        if let code = Self.latinCode(of: character) ?? codes[character] { return code }
        let code = Self.firstCode + characters.count
        guard code <= Self.highestCode else { return Self.firstCode }
        characters.append(character)
        codes[character] = code
        return code
    }

    private static func latinCode(of character: Character) -> Int? {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return nil }
        return latin.contains { $0.contains(Int(scalar.value)) } ? Int(scalar.value) : nil
    }

    /// What of `word` can stand in a PDF: no control characters, and none of those PDF/A-2u forbids (6.2.11.7.2).
    private static func cells(of word: String) -> [Character] {
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where !isForbidden(scalar) { scalars.append(scalar) }
        return String(scalars).flatMap { character -> [Character] in
            character.utf16.count <= longestCharacter ? [character] : character.unicodeScalars.map(Character.init)
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
            || scalar == "\u{FEFF}"
    }

    /// The `/ToUnicode` map (ISO 32000-1, 9.10.3), in sections of at most 100 lines.
    private var characterMap: String {
        var map = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            \(Self.latin.count) beginbfrange

            """
        for range in Self.latin {
            let (first, last) = (PDFSyntax.hex(range.lowerBound, digits: 4), PDFSyntax.hex(range.upperBound, digits: 4))
            map += "<\(first)> <\(last)> <\(first)>\n"
        }
        map += "endbfrange\n"
        for start in stride(from: 0, to: characters.count, by: 100) {
            let section = characters[start..<min(start + 100, characters.count)]
            map += "\(section.count) beginbfchar\n"
            for (index, character) in zip(section.indices, section) {
                let code = PDFSyntax.hex(Self.firstCode + index, digits: 4)
                map += "<\(code)> <\(PDFSyntax.utf16(String(character)))>\n"
            }
            map += "endbfchar\n"
        }
        return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }
}
