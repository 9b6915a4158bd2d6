/// A gray image as seen along parallel lines: down the page or across it.
struct LineView {
    let bytes: UnsafeRawBufferPointer
    let lines: Int
    let lineStride: Int
    let length: Int
    let pixelStride: Int
    /// Dots per inch.
    let resolution: Int

    func value(line: Int, at position: Int) -> UInt8 { bytes[line * lineStride + position * pixelStride] }
}

/// What a band of neighboring lines shows: their mean, split into ink and paper.
///
/// The mean over 0.1 in drowns noise, specks and streaks of bad toner in what is alike along the band, which bars are.
/// Ink is what is darker than halfway between the darkest and the lightest within half an inch, so faint print counts as
/// well as black.
struct BarProfile {
    struct Run {
        var start: Int
        var length: Int
        var isInk: Bool
        var end: Int { start + length }
        var middle: Int { start + length / 2 }
    }

    let runs: [Run]
    private let means: [UInt8]

    /// Levels (of 256) that ink is darker than paper at least: a fifth of what good toner gives is 45.
    private static let leastContrast = 30

    init(_ view: LineView, around line: Int) {
        means = Self.means(view, around: line)
        runs = Self.runs(of: means, resolution: view.resolution)
    }

    /// The level in the middle of a run.
    func level(_ run: Run) -> Int { Int(means[run.middle]) }

    /// Every second line of the band is enough.
    private static func means(_ view: LineView, around line: Int) -> [UInt8] {
        let half = max(1, view.resolution / 20)
        let band = stride(from: max(0, line - half), through: min(view.lines - 1, line + half), by: 2)
        var sums = [Int32](repeating: 0, count: view.length)
        var count: Int32 = 0
        sums.withUnsafeMutableBufferPointer { sums in
            for line in band {
                var offset = line * view.lineStride
                for position in sums.indices {
                    sums[position] &+= Int32(view.bytes[offset])
                    offset &+= view.pixelStride
                }
                count += 1
            }
        }
        return sums.map { UInt8(clamping: $0 / max(1, count)) }
    }

    private static func runs(of means: [UInt8], resolution: Int) -> [Run] {
        let block = max(1, resolution / 10)
        let thresholds = thresholds(of: means, block: block)
        // Specks and gaps below 0.025 in belong to what surrounds them.
        let shortest = max(1, resolution / 40)
        var runs: [Run] = []
        var position = 0
        while position < means.count {
            let start = position
            let isInk = means[start] < thresholds[start / block]
            while position < means.count, (means[position] < thresholds[position / block]) == isInk { position += 1 }
            append(Run(start: start, length: position - start, isInk: isInk), to: &runs, shortest: shortest)
        }
        return runs
    }

    /// For every block, halfway between the extremes of it and five blocks to each side; 0 where they are too near.
    private static func thresholds(of means: [UInt8], block: Int) -> [UInt8] {
        let blocks = stride(from: 0, to: means.count, by: block).map { means[$0..<min($0 + block, means.count)] }
        let (lows, highs) = (blocks.map { $0.min() ?? 0 }, blocks.map { $0.max() ?? 0 })
        return blocks.indices.map { index in
            let near = max(0, index - 5)...min(blocks.count - 1, index + 5)
            let (low, high) = (Int(lows[near].min() ?? 0), Int(highs[near].max() ?? 0))
            return high - low < leastContrast ? 0 : UInt8((low + high + 1) / 2)
        }
    }

    private static func append(_ run: Run, to runs: inout [Run], shortest: Int) {
        guard let last = runs.last else { return runs.append(run) }
        if run.length < shortest || last.isInk == run.isInk {
            runs[runs.count - 1].length += run.length
        } else {
            runs.append(run)
        }
    }
}
