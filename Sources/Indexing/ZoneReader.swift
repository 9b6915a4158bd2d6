import CaptureModel

/// Words that stand in a place on paper.
struct ZoneReader: Sendable {
    private let zone: Zone
    private let anchor: Phrase?

    init(_ zone: Zone) {
        self.zone = zone
        anchor = zone.anchor.map { Phrase($0) }
    }

    /// The pages the zone is looked for on, in order.
    func pages(of document: ReadDocument) -> [ReadPage] {
        switch zone.page {
        case .first: Array(document.pages.prefix(1))
        case .last: Array(document.pages.suffix(1))
        case .any: document.pages
        }
    }

    /// Left, top, right and bottom in pixels; nil where the anchor does not stand on the page.
    func frame(on page: ReadPage) -> ZoneFrame? {
        let scale = page.pixelsPerMillimeter
        var origin = (x: 0.0, y: 0.0)
        if let anchor {
            guard let place = anchor.occurrences(in: page.tokens).first else { return nil }
            let word = page.words[page.tokens[place.tokens.lowerBound].words.lowerBound]
            origin = (word.left, word.center - word.height / 2)
        }
        return ZoneFrame(
            x: origin.x + zone.x * scale, y: origin.y + zone.y * scale, width: zone.width * scale,
            height: zone.height * scale)
    }

    /// The words whose middle lies in the zone, row by row.
    func run(on page: ReadPage) -> WordRun? {
        guard let frame = frame(on: page) else { return nil }
        var words: [(index: Int, text: String)] = []
        var breaks: Set<Int> = []
        for row in page.rows {
            let inside = row.words.filter {
                frame.contains((page.words[$0].left + page.words[$0].right) / 2, page.words[$0].center)
            }
            if !inside.isEmpty { breaks.insert(words.count) }
            words += inside.map { ($0, page.words[$0].word.text) }
        }
        return words.isEmpty ? nil : WordRun(words) { breaks.contains($0) ? "\n" : " " }
    }
}

/// A rectangle in pixels of the upright page.
struct ZoneFrame {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    func contains(_ left: Double, _ top: Double) -> Bool {
        (x...x + width).contains(left) && (y...y + height).contains(top)
    }
}
