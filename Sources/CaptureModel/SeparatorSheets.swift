/// Separator sheets (Trennblätter) to be printed as one PDF.
package struct SheetRequest: Sendable, Codable {
    package var sheets: [SeparatorSheet]
    /// ISO 8601 with offset; given, so that the same request gives the same bytes.
    package var created: String

    package init(sheets: [SeparatorSheet], created: String) {
        self.sheets = sheets
        self.created = created
    }
}

/// What stands on one separator sheet.
package struct SeparatorSheet: Sendable, Hashable, Codable {
    /// For people, in the largest letters, as the name of the office.
    package var title: String
    /// Smaller lines below.
    package var lines: [String]
    /// Bars along the edges; nil for none.
    package var patch: PatchCode?
    /// Text of the Code 128 and QR codes; nil for none.
    package var code: String?

    package init(title: String, lines: [String], patch: PatchCode? = nil, code: String? = nil) {
        self.title = title
        self.lines = lines
        self.patch = patch
        self.code = code
    }
}

/// The modules of a barcode: the smallest squares or bars it is made of.
package struct CodeModules: Sendable, Hashable {
    package let width: Int
    /// 1 for codes of bars.
    package let height: Int
    /// Row by row; true is dark.
    package let isDark: [Bool]

    package init(width: Int, height: Int, isDark: [Bool]) {
        self.width = width
        self.height = height
        self.isDark = isDark
    }
}
