// The fonts of the text layer.
//
// TrueType fonts (OpenType 1.9, "Font Tables") of two glyphs that draw nothing: 0, which PDF/A forbids to show, and 1,
// which stands for every character. They are built here, because 300 bytes are easier to read as a program than as a
// file. A CIDFontType2 needs the tables below and no other (ISO 32000-1, 9.9); no `cmap`, since the PDF maps codes to
// glyphs. Glyph 1 is a line from corner to corner of its cell and back, which covers nothing but has an extent: pdfium,
// and so Chromium and Edge, takes a word of one letter that has no extent for nothing and leaves it out.

import Foundation

/// An embedded font program, whose letters all have the same height.
struct GlyphlessFont {
    /// Units of an em.
    static let unitsPerEm = 1_000
    /// Advance of every glyph in units; half an em, as in a typewriter face.
    static let advance = 500
    /// Not 0, because readers take a descent of 0 for a missing one and guess their own.
    static let descent = -1
    /// The top of the letters over their baseline, in units; what readers mark reaches from here to the descent.
    let ascent: Int

    var program: [UInt8] {
        // head.checkSumAdjustment makes the sum of the whole file a constant.
        assembled(checksumAdjustment: 0xB1B0_AFBA &- Self.checksum(assembled(checksumAdjustment: 0)))
    }

    private func assembled(checksumAdjustment: UInt32) -> [UInt8] {
        // In the order of their tags, as the directory must be.
        let tables: [(tag: StaticString, data: [UInt8])] = [
            ("glyf", glyphs), ("head", head(checksumAdjustment)), ("hhea", horizontalHeader),
            ("hmtx", Self.horizontalMetrics), ("loca", glyphLocations), ("maxp", Self.maximumProfile),
        ]
        var directory = BigEndian()
        // Version 1.0, six tables, and the three numbers for a binary search among them: 4 * 16, log2(4), 6 * 16 - 64.
        directory.add(UInt32(0x0001_0000))
        directory.add(UInt16(tables.count), 64, 2, 32)
        var body = BigEndian()
        for table in tables {
            directory.add(table.tag)
            directory.add(
                Self.checksum(table.data), UInt32(12 + 16 * tables.count + body.bytes.count), UInt32(table.data.count))
            body.add(table.data)
            body.pad(toMultipleOf: 4)
        }
        return directory.bytes + body.bytes
    }

    private func head(_ checksumAdjustment: UInt32) -> [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000), 0x0001_0000, checksumAdjustment, 0x5F0F_3CF5)  // version, revision, sum, magic
        table.add(UInt16(0), UInt16(Self.unitsPerEm))  // flags
        table.add(Int64(0), 0)  // created, modified: unknown, so that the bytes never change
        table.add(Int16(0), Int16(Self.descent), Int16(Self.advance), Int16(ascent))  // box around all glyphs
        table.add(UInt16(0), 3)  // style, smallest readable size
        table.add(Int16(2), 0, 0)  // direction, loca in short form, glyph format
        return table.bytes
    }

    private var horizontalHeader: [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000))
        table.add(Int16(ascent), Int16(Self.descent), 0)  // ascender, descender, line gap
        table.add(UInt16(Self.advance))  // widest advance
        table.add(Int16(0), 0, 0)  // smallest bearings, largest extent
        table.add(Int16(1), 0, 0)  // slope and offset of the caret
        table.add(Int16(0), 0, 0, 0, 0)  // reserved, data format
        table.add(UInt16(1))  // one full entry in hmtx
        return table.bytes
    }

    /// One advance for all glyphs, then the left bearing of glyph 1.
    private static var horizontalMetrics: [UInt8] {
        var table = BigEndian()
        table.add(UInt16(advance))
        table.add(Int16(0), 0)
        return table.bytes
    }

    /// Version 1.0 with two glyphs of at most two points in one contour; no programs, so `maxZones` is 1.
    private static var maximumProfile: [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000))
        table.add(UInt16(2), 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
        return table.bytes
    }

    /// Glyph 0 is empty, glyph 1 all there is; offsets are counted in words.
    private var glyphLocations: [UInt8] {
        var table = BigEndian()
        table.add(UInt16(0), 0, UInt16(glyphs.count / 2))
        return table.bytes
    }

    /// Top of the outline; pdfium adds a 64th to it and marks what results.
    private var outlineTop: Int { Int((Double(ascent) * 64 / 65).rounded()) }

    /// One contour of two points: the lower left and the upper right corner of the cell.
    private var glyphs: [UInt8] {
        var table = BigEndian()
        table.add(Int16(1), 0, 0, Int16(Self.advance), Int16(outlineTop))  // contours, box
        table.add(UInt16(1), 0)  // last point, no instructions
        table.add([0x31, 0x01])  // both on the curve; the first where the last ended, which is 0 and 0
        table.add(Int16(Self.advance), Int16(outlineTop))  // the way to the second, across and up
        table.pad(toMultipleOf: 4)
        return table.bytes
    }

    /// The sum of the table's 32-bit words, the last one filled with zeros.
    private static func checksum(_ table: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for (index, byte) in table.enumerated() { sum &+= UInt32(byte) << UInt32(24 - 8 * (index % 4)) }
        return sum
    }
}
