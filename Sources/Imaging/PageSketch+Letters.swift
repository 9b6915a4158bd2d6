package import CaptureModel

extension PageSketch {
    /// Whether most of the page is text: as many letters as sixty words have, 0.8 to 6 mm tall and wide.
    package var isText: Bool {
        let sizes = 0.8...6
        return 400
            <= content.marks().count { mark in
                sizes.contains(Double(mark.area.height) * unit) && Double(mark.area.width) * unit <= sizes.upperBound
            }
    }

    /// Where most of what may be letters stands close together: a square of `side` pixels of the page, cut at its edges.
    ///
    /// Nil where there are no letters. Squares are tried at steps of half their side.
    package borrowing func densestPart(side: Int) -> Box? {
        let whole = PixelBox(x: 0, y: 0, width: ink.width * scale, height: ink.height * scale)
        let step = max(1, side / scale / 2)
        var letters: [Int: [Int: Int]] = [:]
        // 0.8 to 10 mm, and no line.
        for mark in content.marks() where mark.long < 5 * mark.short {
            guard (0.8...10).contains(Double(mark.long) * unit) else { continue }
            letters[mark.area.y / step, default: [:]][mark.area.x / step, default: 0] += 1
        }
        func count(_ column: Int, _ row: Int) -> Int {
            [(0, 0), (1, 0), (0, 1), (1, 1)].reduce(0) { $0 + (letters[row + $1.1]?[column + $1.0] ?? 0) }
        }
        var best = (column: 0, row: 0, count: 0)
        for row in 0...(ink.height / step) {
            for column in 0...(ink.width / step) where count(column, row) > best.count {
                best = (column, row, count(column, row))
            }
        }
        guard best.count > 0 else { return nil }
        let (x, y) = (best.column * step * scale, best.row * step * scale)
        return PixelBox(x: x, y: y, width: min(side, whole.width - x), height: min(side, whole.height - y))
    }
}
