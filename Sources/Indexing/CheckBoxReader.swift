// Whether a box is ticked (Ankreuzfeld, OMR).
//
// Method: the worker measures the share of a box's inside that is covered by ink. A printed box alone holds hardly any,
// a cross or hook of a pen a tenth to a half; what lies between, and a box that is blacked out, which people do to take a
// cross back, goes to a person.

import CaptureModel

/// Reads check boxes by the labels beside them or by their place.
struct CheckBoxReader: Sendable {
    private let labels: [(name: String, phrase: Phrase)]
    private let zone: ZoneReader?

    /// Shares of ink, our own setting: 0.03 is dirt and the frame's rim, a thin cross of a ballpoint pen (0.3 mm) across
    /// a box of 4 mm covers about 0.2, and more than 0.75 is blacked out.
    private static let empty = 0.03
    private static let ticked = 0.08
    private static let blackedOut = 0.75

    /// Millimeters between box and label, and between the heights of their middles.
    private static let widestGap = 15.0
    private static let farthestHeight = 3.0

    init(labels: [String], zone: Zone?) {
        self.labels = labels.map { ($0, Phrase($0)) }
        self.zone = zone.map { ZoneReader($0) }
    }

    /// What is told of a box.
    struct Reading {
        let value: String
        let box: Box
        let page: ReadPage
        let confidence: Double
    }

    func readings(in document: ReadDocument) -> [Reading] {
        if let zone { return zone.pages(of: document).compactMap { inZone(zone, on: $0) } }
        let found = document.pages.flatMap { page in
            labels.compactMap { label in mark(of: label.phrase, on: page).map { (label.name, $0, page) } }
        }
        if labels.count == 1 {
            return found.map { Self.reading(Self.isTicked($0.1.ink) ? "yes" : "no", $0.1, $0.2) }
        }
        return found.compactMap { name, mark, page in
            mark.ink < Self.empty ? nil : Self.reading(name, mark, page)
        }
    }

    private typealias Mark = (box: Box, ink: Double, place: Box)

    private static func reading(_ value: String, _ mark: Mark, _ page: ReadPage) -> Reading {
        let isDoubtful = (empty..<ticked).contains(mark.ink) || mark.ink > blackedOut
        return Reading(
            value: value, box: mark.box, page: page, confidence: isDoubtful ? FieldScore.doubtful : FieldScore.checkBox)
    }

    private static func isTicked(_ ink: Double) -> Bool { ink >= ticked }

    /// Of several boxes in the zone the one nearest to its middle.
    private func inZone(_ zone: ZoneReader, on page: ReadPage) -> Reading? {
        guard let frame = zone.frame(on: page) else { return nil }
        let middle = (x: frame.x + frame.width / 2, y: frame.y + frame.height / 2)
        let inside = page.checkBoxes.filter { frame.contains($0.place.middle.x, $0.place.middle.y) }
        let distance = { (mark: Mark) in abs(mark.place.middle.x - middle.x) + abs(mark.place.middle.y - middle.y) }
        return inside.min { distance($0) < distance($1) }.map {
            Self.reading(Self.isTicked($0.ink) ? "yes" : "no", $0, page)
        }
    }

    /// The box left of the label, or else right of it, nearest.
    private func mark(of phrase: Phrase, on page: ReadPage) -> Mark? {
        let scale = page.pixelsPerMillimeter
        for place in phrase.occurrences(in: page.tokens) {
            let words = page.tokens[place.tokens].flatMap { Array($0.words) }.map { page.words[$0] }
            guard let first = words.first, let last = words.last else { continue }
            let level = page.checkBoxes.filter {
                abs($0.place.middle.y - first.center) <= Self.farthestHeight * scale
            }
            let left = level.map { ($0, first.left - Double($0.place.right)) }
            let right = level.map { ($0, Double($0.place.x) - last.right) }
            for side in [left, right] {
                // A reader that takes the box for a letter makes the label begin at the box's left.
                let near = side.filter { (-2 * scale...Self.widestGap * scale).contains($0.1) }
                if let best = near.min(by: { $0.1 < $1.1 }) { return best.0 }
            }
        }
        return nil
    }
}

extension Box {
    fileprivate var middle: (x: Double, y: Double) {
        (Double(x) + Double(width) / 2, Double(y) + Double(height) / 2)
    }
}
