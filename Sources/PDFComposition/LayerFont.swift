// Fonts of the text layer, and which of them a word is set in.
//
// A reader marks a word from the descent to the ascent of its font, so a word's mark is as high as its box only if the
// font size follows from the box: "an" is lower than "Amt", and "-" is a sliver. But readers that find lines and columns
// by font sizes (poppler's `pdftotext`, and with it Evince and Okular) take words of very different sizes for parts of
// different texts, and read them in another order: of 16,600 words of 104 pages far fewer came out in their order when one
// font gave every box its height. So there are a few fonts, which differ in nothing but their ascent, and each word is
// set in the one that brings its font size near that of its line. That gives exact boxes and 87 % in order.

import CaptureModel
import Foundation

/// A font of the text layer, told by the share of the font size that its letters fill.
struct LayerFont: Hashable, Comparable {
    /// Font size over height of the letters, from the highest letters to a hyphen.
    ///
    /// Words with letters above and below the line, with one of both, with neither, and dashes. Short factors make short
    /// sizes; finer and coarser steps were tried.
    private static let factors = [1.0, 1.5, 2, 8]

    let step: Int

    /// The font in which a word of this height has about this font size.
    init(height: Double, near size: Double) {
        let wanted = log(max(size / height, .leastNormalMagnitude))
        let distances = Self.factors.map { abs(log($0) - wanted) }
        step = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }

    /// Height of the letters from descent to ascent, in units of the em.
    private var extent: Int { Int((Double(GlyphlessFont.unitsPerEm) / Self.factors[step]).rounded()) }

    var program: GlyphlessFont { GlyphlessFont(ascent: extent + GlyphlessFont.descent) }

    /// Name in the resources of a page.
    var name: String { "/F\(step)" }

    /// The font size that makes letters as high; what the extent is rounded by is less than a thousandth.
    func size(for height: Double) -> Double { height * Self.factors[step] }

    /// What the baseline stands above the lower edge of the letters.
    func rise(at size: Double) -> Double {
        -Double(GlyphlessFont.descent) / Double(GlyphlessFont.unitsPerEm) * size
    }

    static func < (first: LayerFont, second: LayerFont) -> Bool { first.step < second.step }
}

/// The fonts that a document has used so far.
struct LayerFonts {
    private var numbers: [LayerFont: ObjectNumber] = [:]

    /// The entries of a page's font resources for these fonts, in their order.
    mutating func resources(_ fonts: Set<LayerFont>, in file: inout PDFFile) -> String {
        var entries: [String] = []
        for font in fonts.sorted() {
            let number = numbers[font] ?? file.reserve()
            numbers[font] = number
            entries.append("\(font.name) \(number)")
        }
        return entries.joined(separator: " ")
    }

    /// Writes the objects of all fonts, which share their codes.
    func write(_ codes: CharacterCodes, to file: inout PDFFile) throws(CaptureError) {
        guard !numbers.isEmpty else { return }
        let maps = codes.maps
        let meaning = try file.add("", deflating: maps.meaning)
        let glyphs = try file.add("", deflating: maps.glyphs)
        for (font, number) in numbers.sorted(by: { $0.key < $1.key }) {
            try write(font, as: number, meaning: meaning, glyphs: glyphs, to: &file)
        }
    }

    private func write(
        _ font: LayerFont, as number: ObjectNumber, meaning: ObjectNumber, glyphs: ObjectNumber, to file: inout PDFFile
    ) throws(CaptureError) {
        let name = "/Glyphless\(font.step)"
        let program = font.program
        let bytes = program.program
        let data = try file.add("/Length1 \(bytes.count)", deflating: bytes)
        let descriptor = try file.add(
            """
            << /Type /FontDescriptor /FontName \(name) /Flags 5 \
            /FontBBox [ 0 \(GlyphlessFont.descent) \(GlyphlessFont.advance) \(program.ascent) ] /Ascent \(program.ascent) \
            /CapHeight \(program.ascent) /Descent \(GlyphlessFont.descent) /ItalicAngle 0 /StemV 80 /FontFile2 \(data) >>
            """)
        let descendant = try file.add(
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont \(name) \
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor \(descriptor) \
            /DW \(GlyphlessFont.advance) /CIDToGIDMap \(glyphs) >>
            """)
        try file.write(
            """
            << /Type /Font /Subtype /Type0 /BaseFont \(name) /Encoding /Identity-H \
            /DescendantFonts [ \(descendant) ] /ToUnicode \(meaning) >>
            """, as: number)
    }
}
