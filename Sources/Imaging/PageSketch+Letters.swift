package import CaptureModel

extension PageSketch {
    /// Sides of letters in millimeters.
    private static let letter = 0.8...10.0

    /// What may be letters, with signs and parts of them.
    private var letters: [Mark] {
        content.marks().filter { $0.long < 5 * $0.short && Self.letter.contains(Double($0.long) * unit) }
    }

    /// Whether most of the page is text: as many letters as sixty words have.
    package var isText: Bool { letters.count >= 400 }

    /// Where most of what may be letters stands close together: a square of `side` pixels of the page with them in its
    /// middle, moved inside the page, and cut where the page is smaller.
    ///
    /// Nil where there are fewer than `letters`. Squares are tried at steps of half their side. What lies in `pictures`
    /// (in pixels of the page) does not count: leaves and fur are as small as letters.
    package borrowing func densestPart(side: Int, letters: Int = 1, outside pictures: [Box] = []) -> Box? {
        let step = max(1, side / scale / 2)
        var fields: [Field: [Mark]] = [:]
        for mark in self.letters where !pictures.contains(where: { $0.contains(onPage(mark.area)) }) {
            fields[Field(column: mark.area.x / step, row: mark.area.y / step), default: []].append(mark)
        }
        var best: [Mark] = []
        for row in -1...(ink.height / step) {
            for column in -1...(ink.width / step) {
                let square = [(0, 0), (1, 0), (0, 1), (1, 1)].map { Field(column: column + $0.0, row: row + $0.1) }
                let count = square.reduce(0) { $0 + (fields[$1]?.count ?? 0) }
                if count > best.count { best = square.flatMap { fields[$0] ?? [] } }
            }
        }
        guard best.count >= max(1, letters) else { return nil }
        return square(side: side, around: best)
    }

    /// A field of the grid squares are made of.
    private struct Field: Hashable {
        let column: Int
        let row: Int
    }

    /// The square around the middle of `marks`, in pixels of the page: a word at its edge would be cut.
    private borrowing func square(side: Int, around marks: [Mark]) -> Box {
        let (width, height) = (ink.width * scale, ink.height * scale)
        func start(_ places: [(first: Int, length: Int)], _ whole: Int) -> Int {
            let first = places.map(\.first).min() ?? 0
            let end = places.map { $0.first + $0.length }.max() ?? 0
            return max(0, min((first + end) * scale / 2 - side / 2, whole - side))
        }
        let x = start(marks.map { ($0.area.x, $0.area.width) }, width)
        let y = start(marks.map { ($0.area.y, $0.area.height) }, height)
        return PixelBox(x: x, y: y, width: min(side, width - x), height: min(side, height - y))
    }
}
