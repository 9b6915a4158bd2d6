// Page numbers that stand alone: where nothing else is near, the engine takes a figure or two for a speck and leaves it
// out. Stacks are parted by them.
//
// Method: pieces of ink in the upper and lower edge of the page that are as tall as its letters, touch no line that was
// read and have nothing beside them. They are read by themselves, and only a number counts.

import CaptureModel
import Imaging

/// Where figures may stand that were not read.
struct LoneNumbers {
    /// The part of the height, at either edge, that page numbers stand in: 30 mm on A4.
    private static let edge = 0.1
    /// Figures of a page number, at most.
    fileprivate static let longest = 4
    /// An edge with more places than that shows a drawing, a stamp or dirt.
    private static let mostPlaces = 2

    private let lines: [Box]
    /// The middle height of the words, in pixels.
    private let usual: Int

    /// Nil where there is no text to compare with.
    init?(besides text: ReadText) {
        lines = text.lines.map(\.box)
        usual = text.usualHeight
        guard usual >= 8 else { return nil }
    }

    /// Boxes of what may be numbers at the upper and at the lower edge of the page that the text was read from.
    func places(on page: borrowing Raster) throws(CaptureError) -> (upper: [Box], lower: [Box]) {
        let height = Int(Double(page.height) * Self.edge)
        let upper = Box(x: 0, y: 0, width: page.width, height: height)
        let lower = Box(x: 0, y: page.height - height, width: page.width, height: height)
        return (places(among: try page.pieces(in: upper)), places(among: try page.pieces(in: lower)))
    }

    private func places(among pieces: [Box]) -> [Box] {
        let ink = pieces.filter { 3 * $0.height >= usual || 3 * $0.width >= usual }
        var groups: [(box: Box, count: Int)] = []
        for figure in ink where isFigure(figure) && !lines.contains(where: { $0.isNear(figure, within: usual / 2) }) {
            if let last = groups.last, last.box.isNear(figure, within: 2 * usual / 3) {
                groups[groups.count - 1] = (last.box.union(figure), last.count + 1)
            } else {
                groups.append((figure, 1))
            }
        }
        let alone = groups.filter { group in
            group.count <= Self.longest && ink.count { group.box.isNear($0, within: 3 * usual / 2) } == group.count
        }
        return alone.count <= Self.mostPlaces ? alone.map(\.box) : []
    }

    /// As tall as letters, and no mere stroke: even a narrow "1" is a quarter as wide as high.
    private func isFigure(_ piece: Box) -> Bool {
        (usual / 2...3 * usual / 2).contains(piece.height) && 4 * piece.width >= piece.height
            && piece.width <= piece.height
    }
}

extension Box {
    /// The other box reaches into this one, or comes as close to it as that, in pixels.
    fileprivate func isNear(_ other: Box, within distance: Int) -> Bool {
        other.x < right + distance && x < other.right + distance && other.y < bottom + distance
            && y < other.bottom + distance
    }
}

extension Word {
    /// A number that a page can have, read surely.
    var isPageNumber: Bool {
        (1...LoneNumbers.longest).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
            && text.first != "0" && confidence >= Confidence(0.8)
    }
}
