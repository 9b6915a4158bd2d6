enum BarWidth: Sendable { case narrow, wide }

/// Four bars that go on over a stretch of lines.
struct BarGroup {
    var bars: [BarWidth]
    /// Where their middle is on the line, and the line in the middle of the stretch.
    var middle: Int
    var line: Int
}

/// Looks for groups of four bars in one direction of a page.
struct PatchCodeScan {
    let view: LineView

    /// One band of lines crossing four bars.
    private struct Crossing {
        var line: Int
        var start: Int
        var depth: Int
        var bars: [BarWidth]
        /// Places inside the four bars and inside the three spaces, and the level that parts them.
        var inked: [Int]
        var blank: [Int]
        var threshold: Int
        var middle: Int { start + depth / 2 }
    }

    /// Depth of a code in inches: 0.80, printed at 85 to 120 % ("fit to page").
    private static let depth = 0.68...0.96
    /// Bars are 0.75 in long at least; 0.6 in must be found.
    private static let shortest = 0.6
    /// A sheet may lie askew by 15 degrees: the tangent, and a little for ragged edges.
    private static let steepest = 0.29

    /// Everything on the page that has the form of a patch code.
    func groups() -> [BarGroup] {
        // The bands overlap a little: 0.07 in from one to the next.
        let step = max(1, view.resolution / 14)
        var open: [[Crossing]] = []
        var finished: [[Crossing]] = []
        for line in stride(from: step / 2, to: view.lines, by: step) {
            for crossing in crossings(line) {
                if let index = open.firstIndex(where: { isContinued($0, by: crossing) }) {
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

    private func isContinued(_ crossings: [Crossing], by next: Crossing) -> Bool {
        guard let last = crossings.last, last.line < next.line, last.bars == next.bars else { return false }
        let drift = Int(Self.steepest * Double(next.line - last.line)) + 2
        return abs(last.start - next.start) <= drift && abs(last.depth - next.depth) <= last.depth / 8
    }

    private func group(_ crossings: [Crossing]) -> BarGroup? {
        guard let first = crossings.first, let last = crossings.last,
            Double(last.line - first.line) >= Self.shortest * Double(view.resolution), isSolid(crossings)
        else { return nil }
        let middle = crossings[crossings.count / 2]
        return BarGroup(bars: middle.bars, middle: middle.middle, line: middle.line)
    }

    /// Whether every bar is ink and every space paper along nearly all of the stretch.
    ///
    /// A line of text gives a band as gray as worn print, but hardly more than half of any line through it is ink.
    /// Bad toner may leave a fifth of a bar white, dirt may darken some of a space.
    private func isSolid(_ crossings: [Crossing]) -> Bool {
        (0..<4).allSatisfy { bar in darkShare(crossings) { $0.inked[bar] } >= 0.7 }
            && (0..<3).allSatisfy { space in darkShare(crossings) { $0.blank[space] } <= 0.25 }
    }

    /// Share of single pixels darker than the threshold at one place of each crossing and on the lines beside it.
    private func darkShare(_ crossings: [Crossing], at place: (Crossing) -> Int) -> Double {
        let near = max(1, view.resolution / 50)
        var (dark, all) = (0, 0)
        for crossing in crossings {
            for line in max(0, crossing.line - near)...min(view.lines - 1, crossing.line + near) {
                all += 1
                if Int(view.value(line: line, at: place(crossing))) < crossing.threshold { dark += 1 }
            }
        }
        return Double(dark) / Double(max(1, all))
    }

    /// The places where a band crosses four bars in the right proportions.
    private func crossings(_ line: Int) -> [Crossing] {
        let profile = BarProfile(view, around: line)
        guard profile.runs.count >= 7 else { return [] }
        return (0...profile.runs.count - 7).compactMap { index in
            guard profile.runs[index].isInk else { return nil }
            return crossing(profile, index, line)
        }
    }

    private func crossing(_ profile: BarProfile, _ index: Int, _ line: Int) -> Crossing? {
        let runs = profile.runs
        let parts = Array(runs[index..<index + 7])
        let depth = parts.reduce(0) { $0 + $1.length }
        guard Self.depth.contains(Double(depth) / Double(view.resolution)) else { return nil }
        let unit = Double(depth) / 10
        // White before and behind, or the edge of the page: sheets leave 1.5 units to the next line.
        for border in [index - 1, index + 7] where runs.indices.contains(border) {
            guard Double(runs[border].length) >= 1.2 * unit else { return nil }
        }
        guard let bars = widths(parts, unit: unit) else { return nil }
        let (inked, blank) = (parts.filter(\.isInk), parts.filter { !$0.isInk })
        // The palest bar and the darkest space must still part.
        let (palest, darkest) = (inked.map(profile.level).max() ?? 255, blank.map(profile.level).min() ?? 0)
        guard palest < darkest else { return nil }
        return Crossing(
            line: line, start: parts[0].start, depth: depth, bars: bars, inked: inked.map(\.middle),
            blank: blank.map(\.middle), threshold: (palest + darkest) / 2)
    }

    /// What the four bars are; nil where they or the spaces are too wide, too narrow or in between.
    private func widths(_ parts: [BarProfile.Run], unit: Double) -> [BarWidth]? {
        var bars: [BarWidth] = []
        for part in parts {
            let units = Double(part.length) / unit
            // Spread ink makes bars wider and spaces narrower by up to half a unit.
            switch units {
            case 0.5...1.6 where !part.isInk: break
            case 0.5..<1.65 where part.isInk: bars.append(.narrow)
            case 1.85...3.2 where part.isInk: bars.append(.wide)
            default: return nil
            }
        }
        return bars.count(where: { $0 == .wide }) == 2 ? bars : nil
    }
}
