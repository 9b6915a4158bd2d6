import CLeptonica
import CaptureModel

/// Counts of gray levels 0...255 (Histogramm).
struct GrayLevels {
    let counts: [Double]

    var isBlackAndWhite: Bool { counts.dropFirst().dropLast().allSatisfy { $0 == 0 } }

    /// The level below which `share` of the pixels lie.
    func quantile(_ share: Double) -> Int {
        let wanted = share * counts.reduce(0, +)
        var sum = 0.0
        for (level, count) in counts.enumerated() {
            sum += count
            if sum >= wanted { return level }
        }
        return counts.count - 1
    }

    /// The most frequent level at or above `first`.
    func mode(from first: Int = 0) -> Int {
        counts.indices.dropFirst(first).max { counts[$0] < counts[$1] } ?? first
    }

    /// Pixels of black that take as much light as all that is darker than `paper` by more than noise is: a twelfth.
    func blackness(on paper: Int) -> Double {
        counts.prefix(paper * 11 / 12).enumerated().reduce(0) { sum, level in
            sum + level.element * Double(paper - level.offset) / Double(max(paper, 1))
        }
    }

    /// Share of the pixels within `span` of `level`.
    func share(within span: Int, of level: Int) -> Double {
        let near = counts[max(0, level - span)...min(counts.count - 1, level + span)].reduce(0, +)
        return near / max(1, counts.reduce(0, +))
    }
}

extension Raster {
    /// Counts of the gray levels of every `step`th pixel in every `step`th row, of all or of `area`; 8 bit only.
    borrowing func levels(step: Int, in area: PixelBox? = nil) -> GrayLevels? {
        var box = area.flatMap { boxCreate(Int32($0.x), Int32($0.y), Int32($0.width), Int32($0.height)) }
        defer { boxDestroy(&box) }
        var numbers: UnsafeMutablePointer<NUMA>? = pixGetGrayHistogramInRect(pix, box, Int32(step))
        defer { numaDestroy(&numbers) }
        return numbers.map { GrayLevels(counts: Self.values($0)) }
    }

    /// Counts of the gray levels under a 1 bit mask, of every second pixel in every second row; 8 bit only.
    borrowing func levels(under mask: borrowing Raster) -> GrayLevels? {
        var numbers: UnsafeMutablePointer<NUMA>? = pixGetGrayHistogramMasked(pix, mask.pix, 0, 0, 2)
        defer { numaDestroy(&numbers) }
        return numbers.map { GrayLevels(counts: Self.values($0)) }
    }

    /// The numbers of a leptonica array.
    static func values(_ numbers: UnsafeMutablePointer<NUMA>) -> [Double] {
        (0..<numaGetCount(numbers)).map { index in
            var value: Float = 0
            numaGetFValue(numbers, index, &value)
            return Double(value)
        }
    }

    /// Every pixel is black or white; a sparse look comes first, as most pages fail it.
    var isBlackAndWhite: Bool { isBlackAndWhite(step: 16) && isBlackAndWhite(step: 1) }

    private borrowing func isBlackAndWhite(step: Int) -> Bool {
        guard depth == 8 else { return (try? gray())?.isBlackAndWhite(step: step) ?? false }
        return levels(step: step)?.isBlackAndWhite ?? false
    }
}
