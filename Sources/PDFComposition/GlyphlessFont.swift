// The font of the text layer.
//
// A TrueType font (OpenType 1.9, "Font Tables") of two glyphs that draw nothing: 0, which PDF/A forbids to show, and 1,
// which stands for every character. It is built here, because 300 bytes are easier to read as a program than as a file.
// A CIDFontType2 needs the tables below and no other (ISO 32000-1, 9.9); no `cmap`, since the PDF maps codes to glyphs.

/// The embedded font program.
enum GlyphlessFont {
    /// Units of an em.
    static let unitsPerEm = 1_000
    /// Advance of every glyph in units; half an em, as in a typewriter face.
    static let advance = 500
    /// The top of a word over its baseline, in units: the font size is the height of the word.
    static let ascent = 1_000
    /// Not 0, because readers take a descent of 0 for a missing one and guess their own.
    static let descent = -1

    static let program: [UInt8] = {
        var font = assembled(checksumAdjustment: 0)
        // head.checkSumAdjustment makes the sum of the whole file a constant.
        font = assembled(checksumAdjustment: 0xB1B0_AFBA &- checksum(font))
        return font
    }()

    private static func assembled(checksumAdjustment: UInt32) -> [UInt8] {
        // In the order of their tags, as the directory must be.
        let tables: [(tag: StaticString, data: [UInt8])] = [
            ("glyf", glyphs), ("head", head(checksumAdjustment)), ("hhea", horizontalHeader),
            ("hmtx", horizontalMetrics), ("loca", glyphLocations), ("maxp", maximumProfile),
        ]
        var directory = BigEndian()
        // Version 1.0, six tables, and the three numbers for a binary search among them: 4 * 16, log2(4), 6 * 16 - 64.
        directory.add(UInt32(0x0001_0000))
        directory.add(UInt16(tables.count), 64, 2, 32)
        var body = BigEndian()
        for table in tables {
            directory.add(table.tag)
            directory.add(
                checksum(table.data), UInt32(12 + 16 * tables.count + body.bytes.count), UInt32(table.data.count))
            body.add(table.data)
            body.pad(toMultipleOf: 4)
        }
        return directory.bytes + body.bytes
    }

    private static func head(_ checksumAdjustment: UInt32) -> [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000), 0x0001_0000, checksumAdjustment, 0x5F0F_3CF5)  // version, revision, sum, magic
        table.add(UInt16(0), UInt16(unitsPerEm))  // flags
        table.add(Int64(0), 0)  // created, modified: unknown, so that the bytes never change
        table.add(Int16(0), 0, Int16(advance), Int16(ascent))  // box around all glyphs
        table.add(UInt16(0), 3)  // style, smallest readable size
        table.add(Int16(2), 0, 0)  // direction, loca in short form, glyph format
        return table.bytes
    }

    private static var horizontalHeader: [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000))
        table.add(Int16(ascent), Int16(descent), 0)  // ascender, descender, line gap
        table.add(UInt16(advance))  // widest advance
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

    /// Version 1.0 with two glyphs; every limit of outlines and programs is 0, `maxZones` is 1.
    private static var maximumProfile: [UInt8] {
        var table = BigEndian()
        table.add(UInt32(0x0001_0000))
        table.add(UInt16(2), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
        return table.bytes
    }

    /// Both glyphs begin and end at 0, so both are empty.
    private static var glyphLocations: [UInt8] { [UInt8](repeating: 0, count: 6) }

    /// Never read; a table of no length counts as a missing one for some readers.
    private static var glyphs: [UInt8] { [0, 0, 0, 0] }

    /// The sum of the table's 32-bit words, the last one filled with zeros.
    private static func checksum(_ table: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for (index, byte) in table.enumerated() { sum &+= UInt32(byte) << UInt32(24 - 8 * (index % 4)) }
        return sum
    }
}
