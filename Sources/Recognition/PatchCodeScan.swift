enum BarWidth: Sendable { case narrow, wide }

/// Four bars that go on over a stretch of scan lines.
struct BarGroup {
    var bars: [BarWidth]
    /// Where their middle is on the scan line, and the line in the middle of the stretch.
    var middle: Int
    var line: Int
}

/// Scan lines over a page in one direction; ink is 0.
struct Scan {
    let bytes: UnsafeRawBufferPointer
    let lines: Int
    let lineStride: Int
    let length: Int
    let pixelStride: Int
    /// Dots per inch.
    let resolution: Int

    /// One scan line crossing four bars.
    private struct Crossing {
        var line: Int
        var start: Int
        var depth: Int
        var bars: [BarWidth]
        var middle: Int { start + depth / 2 }
    }

    private struct Run {
        var start: Int
        var length: Int
        var isInk: Bool
    }

    /// Depth of a code in inches: 0.80, printed at 85 to 120 % ("fit to page").
    private static let depth = 0.68...0.96
    /// Bars are 0.75 in long at least; 0.6 in must be found.
    private static let shortest = 0.6

    /// Everything on the page that has the form of a patch code.
    func groups() -> [BarGroup] {
        let step = max(1, resolution / 20)
        var open: [[Crossing]] = []
        var finished: [[Crossing]] = []
        for line in stride(from: step / 2, to: lines, by: step) {
            for crossing in crossings(line) {
                if let index = open.firstIndex(where: { isContinued($0, by: crossing, step: step) }) {
                    open[index].append(crossing)
                } else {
                    open.append([crossing])
                }
            }
            // A dirty line or two may be missing in between.
            let ended = open.filter { line - ($0.last?.line ?? 0) > 2 * step }
            finished += ended
            open.removeAll { line - ($0.last?.line ?? 0) > 2 * step }
        }
        return (finished + open).compactMap(group)
    }

    private func isContinued(_ crossings: [Crossing], by next: Crossing, step: Int) -> Bool {
        guard let last = crossings.last, last.line < next.line, last.bars == next.bars else { return false }
        // The sheet may lie askew by 10 degrees (tangent 0.18); 2 pixels for ragged edges.
        let drift = Int(0.18 * Double(next.line - last.line)) + 2
        return abs(last.start - next.start) <= drift && abs(last.depth - next.depth) <= last.depth / 8
    }

    private func group(_ crossings: [Crossing]) -> BarGroup? {
        guard let first = crossings.first, let last = crossings.last,
            Double(last.line - first.line) >= Self.shortest * Double(resolution)
        else { return nil }
        let middle = crossings[crossings.count / 2]
        return BarGroup(bars: middle.bars, middle: middle.middle, line: middle.line)
    }

    /// The places where a line crosses four bars in the right proportions.
    private func crossings(_ line: Int) -> [Crossing] {
        let runs = runs(line)
        guard runs.count >= 7 else { return [] }
        return (0...runs.count - 7).compactMap { index in
            guard runs[index].isInk else { return nil }
            return crossing(runs, index, line)
        }
    }

    private func crossing(_ runs: [Run], _ index: Int, _ line: Int) -> Crossing? {
        let parts = runs[index..<index + 7]
        let depth = parts.reduce(0) { $0 + $1.length }
        guard Self.depth.contains(Double(depth) / Double(resolution)) else { return nil }
        let unit = Double(depth) / 10
        // White before and behind, or the edge of the page: sheets leave 1.5 units to the next line.
        for border in [index - 1, index + 7] where runs.indices.contains(border) {
            guard Double(runs[border].length) >= 1.2 * unit else { return nil }
        }
        var bars: [BarWidth] = []
        for part in parts {
            let units = Double(part.length) / unit
            // Spread ink makes bars wider and spaces narrower by up to half a unit.
            guard part.isInk else {
                guard (0.5...1.6).contains(units) else { return nil }
                continue
            }
            if (0.5..<1.65).contains(units) {
                bars.append(.narrow)
            } else if (1.85...3.2).contains(units) {
                bars.append(.wide)
            } else {
                return nil
            }
        }
        guard bars.count(where: { $0 == .wide }) == 2 else { return nil }
        return Crossing(line: line, start: runs[index].start, depth: depth, bars: bars)
    }

    /// Ink and paper along a line; specks and gaps below 0.015 in belong to what surrounds them.
    private func runs(_ line: Int) -> [Run] {
        let shortest = max(1, resolution * 15 / 1000)
        var runs: [Run] = []
        var offset = line * lineStride
        var position = 0
        while position < length {
            let isInk = bytes[offset] == 0
            let start = position
            while position < length, (bytes[offset] == 0) == isInk {
                position += 1
                offset += pixelStride
            }
            append(Run(start: start, length: position - start, isInk: isInk), to: &runs, shortest: shortest)
        }
        return runs
    }

    private func append(_ run: Run, to runs: inout [Run], shortest: Int) {
        guard let last = runs.last else { return runs.append(run) }
        if run.length < shortest || last.isInk == run.isInk {
            runs[runs.count - 1].length += run.length
        } else {
            runs.append(run)
        }
    }
}
