// Codes of the text layer and what they mean.
//
// A code stands for what a reader sees as one character, which may be several code points: a letter with combining marks
// or an emoji of a family. So every visible character gets one cell of the word's width, and `/ToUnicode` gives back
// exactly the code points that were read. Codes are given in the order of first use: the same pages give the same bytes.

import CaptureModel

/// The characters of a document with the codes they got so far, the same for all fonts.
struct CharacterCodes {
    /// The code of a space, always there.
    static let space = 1
    /// What a character becomes when all codes are used up.
    private static let replacement: Character = "\u{FFFD}"
    private static let replacementCode = 2
    /// Codes are two bytes, and 0 stands for the glyph that may not be shown.
    private static let highestCode = 0xFFFF
    /// UTF-16 units a code may stand for; readers must accept 256 (ISO 32000-1, 9.10.3), text from paper needs few.
    private static let longestCharacter = 32

    private var codes: [Character: Int] = [" ": space, replacement: replacementCode]
    /// By code, from 1.
    private var characters: [Character] = [" ", replacement]

    /// The codes of a word, one for each visible character; empty where nothing of it can be shown.
    mutating func codes(for word: String) -> [Int] {
        var result: [Int] = []
        for character in Self.cells(of: word) { result.append(code(for: character)) }
        return result
    }

    /// What the codes mean, for `/ToUnicode`, and the glyph of each, for `/CIDToGIDMap`: glyph 0 for code 0, which is
    /// not used, and glyph 1 for all others.
    var maps: (meaning: [UInt8], glyphs: [UInt8]) {
        let glyphs = [0, 0] + [[UInt8]](repeating: [0, 1], count: characters.count).joined()
        return (Array(characterMap.utf8), Array(glyphs))
    }

    private mutating func code(for character: Character) -> Int {
        if let code = codes[character] { return code }
        guard characters.count < Self.highestCode else { return Self.replacementCode }
        characters.append(character)
        codes[character] = characters.count
        return characters.count
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

            """
        for start in stride(from: 0, to: characters.count, by: 100) {
            let section = characters[start..<min(start + 100, characters.count)]
            map += "\(section.count) beginbfchar\n"
            for (index, character) in zip(section.indices, section) {
                map += "<\(PDFSyntax.hex(index + 1, digits: 4))> <\(PDFSyntax.utf16(String(character)))>\n"
            }
            map += "endbfchar\n"
        }
        return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }
}
