/// When a new document, attachment or batch begins; the first rule of the profile that a page meets decides.
package struct SeparationRule: Sendable, Hashable, Codable {
    package indirect enum Condition: Sendable, Hashable, Codable {
        case patch(PatchCode)
        /// A barcode whose whole text matches; nil symbology means any.
        case barcode(Symbology?, matches: String)
        /// A sheet with nothing on either side.
        case blank
        /// A new document after every `pages` content pages.
        case count(pages: Int)
        /// The words stand on the page.
        case text(String)
        /// The words stand in a line of their own in the upper half of the page.
        case heading(String)
        /// RE2 over the page's text.
        case pattern(String)
        /// The sheet has this color; never met where the color was not measured.
        case paper(PaperColor)
        /// Another value than the last page that had one.
        case change(Value)
        /// The page looks like the first of a document, at least so probably, 0...1.
        case content(above: Double)
        case all([Condition])
        case any([Condition])
    }

    /// A value that pages are compared by: the first group of the pattern, or all of it where it has none.
    package enum Value: Sendable, Hashable, Codable {
        case barcode(Symbology?, matches: String)
        /// RE2 over the page's text.
        case pattern(String)
    }

    package enum Sheet: String, Sendable, Codable, CaseIterable {
        /// The page separates only and is not part of a document.
        case drop
        /// The page is the first of the new document.
        case keep
    }

    /// What begins at the page.
    package enum Action: String, Sendable, Codable, CaseIterable {
        case document
        /// The document goes on; the pages that follow are an attachment (Anlage) of it.
        case attachment
        /// A new document in a new batch (Stapel); all values that separators gave end.
        case batch
    }

    package var condition: Condition
    package var sheet: Sheet
    /// Values for the documents that follow, as templates over the pattern's named groups.
    package var set: [String: String]
    /// nil means a document.
    package var begins: Action?
    /// Values that earlier separators gave end here.
    package var resets: Bool?
    /// A barcode counts only with the check part that our own sheets carry.
    package var isSigned: Bool?
    /// The rule holds only in feeds and files in which no page meets a rule about sheets.
    ///
    /// Who sorts with separator sheets has parted the mail already; who does not leaves it to the content.
    package var isForUnseparated: Bool?

    package init(
        condition: Condition, sheet: Sheet = .drop, set: [String: String] = [:], begins: Action? = nil,
        resets: Bool? = nil, isSigned: Bool? = nil, isForUnseparated: Bool? = nil
    ) {
        self.condition = condition
        self.sheet = sheet
        self.set = set
        self.begins = begins
        self.resets = resets
        self.isSigned = isSigned
        self.isForUnseparated = isForUnseparated
    }
}

/// The colors of paper that stationers sell and people tell apart.
package enum PaperColor: String, Sendable, Codable, CaseIterable {
    case white, gray, yellow, orange, red, purple, blue, green
}

extension SheetColor {
    /// The name of the color.
    ///
    /// Scanners show white paper with a cast of a few percent, so below a tenth of saturation it is white or gray.
    package var name: PaperColor {
        let (high, low) = (max(red, green, blue), min(red, green, blue))
        let range = high - low
        guard high > 0, Double(range) >= 0.1 * Double(high) else { return high >= 190 ? .white : .gray }
        switch hue(range: Double(range), high: high) {
        case ..<20, 335...: return .red
        case ..<42: return .orange
        case ..<72: return .yellow
        case ..<170: return .green
        case ..<255: return .blue
        default: return .purple
        }
    }

    /// Degrees of the color circle: 0 red, 120 green, 240 blue.
    private func hue(range: Double, high: Int) -> Double {
        let (red, green, blue) = (Double(red), Double(green), Double(blue))
        let sixths =
            switch high {
            case self.red: (green - blue) / range
            case self.green: (blue - red) / range + 2
            default: (red - green) / range + 4
            }
        return sixths < 0 ? (sixths + 6) * 60 : sixths * 60
    }
}
