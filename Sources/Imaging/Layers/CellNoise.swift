// The noise of paper and sensor in a background, smoothed.
//
// What differs from the mean around it by no more than noise does becomes that mean; edges differ by more and stay. How
// much noise does is asked of the page itself: half of its cells lie on bare paper. Noise costs most of a background's
// bytes, and nobody can read it; faint strokes are held against the page afterwards (LayeredPage+Difference.swift).

import CLeptonica
import CaptureModel

extension Raster {
    /// Side of the square whose mean counts, less one, by two.
    private static let reach: Int32 = 2
    /// Noise of normal distribution is within 2.5 times its deviation in 99 of 100 cells, and half of it within 0.67.
    private static let span = 2.5 / 0.67
    /// Levels beyond which nothing is taken for noise.
    private static let mostNoise = 10

    /// A gray or color picture without its noise.
    consuming func smoothed() throws(CaptureError) -> Raster {
        guard min(width, height) > 2 * Int(Self.reach) + 1 else { return self }
        let mean = try Raster(owning: pixBlockconv(pix, Self.reach, Self.reach), "pixBlockconv")
        guard let own = pixGetData(pix), let around = pixGetData(mean.pix) else { throw .fault("pixGetData") }
        let (words, isColor) = (Int(pixGetWpl(pix)), depth == 32)
        let bytes = isColor ? 3 : 4
        var counts = [Int](repeating: 0, count: 256)
        for index in 0..<(words * height) {
            for byte in 0..<bytes { counts[Self.difference(own[index], around[index], byte)] += 1 }
        }
        let bound = min(Self.mostNoise, Int((Double(Self.middle(counts)) * Self.span).rounded(.up)))
        for index in 0..<(words * height) {
            for byte in 0..<bytes where Self.difference(own[index], around[index], byte) <= bound {
                let shift = UInt32(24 - 8 * byte)
                own[index] = own[index] & ~(255 << shift) | around[index] & 255 << shift
            }
        }
        return self
    }

    private static func difference(_ one: UInt32, _ other: UInt32, _ byte: Int) -> Int {
        let shift = UInt32(24 - 8 * byte)
        return abs(Int(one >> shift & 255) - Int(other >> shift & 255))
    }

    /// The middle of values told by how often each occurs.
    private static func middle(_ counts: [Int]) -> Int {
        var left = counts.reduce(0, +) / 2
        for (value, count) in counts.enumerated() {
            left -= count
            if left < 0 { return value }
        }
        return 0
    }
}
