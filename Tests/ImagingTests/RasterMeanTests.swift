import CaptureModel
import Foundation
import TestSupport
import Testing

@testable import Imaging

@Suite("Rasters made smaller by means")
struct RasterMeanTests {
    private static let sizes = [(30, 30, 3), (31, 32, 3), (29, 28, 4), (64, 7, 2), (5, 3, 9), (13, 11, 1)]

    /// What `samples` (row by row, `count` a pixel) come to, counted plainly.
    private func means(_ samples: [UInt8], _ count: Int, _ width: Int, _ height: Int, _ factor: Int) -> [[UInt8]] {
        func cells(_ length: Int) -> Int { max(1, (2 * length + factor) / (2 * factor)) }
        return (0..<count).map { sample in
            (0..<(cells(width) * cells(height))).map { cell in
                let (x, y) = (cell % cells(width) * factor, cell / cells(width) * factor)
                let values = (y..<min(y + factor, height)).flatMap { row in
                    (x..<min(x + factor, width)).map { Int(samples[(row * width + $0) * count + sample]) }
                }
                return UInt8((values.reduce(0, +) + values.count / 2) / values.count)
            }
        }
    }

    @Test("each pixel is the mean of the cell it stands for, cut ones at the edges too", arguments: sizes)
    func colors(_ width: Int, _ height: Int, _ factor: Int) throws {
        var random = SeededGenerator(seed: UInt64(width))
        for (layout, count) in [(Raster.Layout.gray, 1), (.rgb, 3)] {
            let samples = (0..<(width * height * count)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let page = try Raster(
                samples, width: width, height: height, bytesPerLine: width * count, layout: layout, resolution: 300)
            let reduced = try page.reducedByMean(factor)
            #expect(reduced.components == means(samples, count, width, height, factor))
            #expect(reduced.resolution == 300 / factor)
        }
    }

    @Test("pixels that are masked count as black", arguments: sizes)
    func masked(_ width: Int, _ height: Int, _ factor: Int) throws {
        var random = SeededGenerator(seed: UInt64(width + height))
        let isInk = (0..<(width * height)).map { _ in Int.random(in: 0..<3, using: &random) == 0 }
        let ink = try Raster(
            isInk.map { $0 ? 0 : 255 }, width: width, height: height, bytesPerLine: width, layout: .gray,
            resolution: 300
        ).bitonal()
        for (layout, count) in [(Raster.Layout.gray, 1), (.rgb, 3)] {
            let samples = (0..<(width * height * count)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let page = try Raster(
                samples, width: width, height: height, bytesPerLine: width * count, layout: layout, resolution: 300)
            let rest = samples.indices.map { isInk[$0 / count] ? 0 : samples[$0] }
            let reduced = try page.reducedByMean(factor, blackWhere: ink)
            #expect(reduced.components == means(rest, count, width, height, factor))
        }
    }

    @Test("of a bitonal page it is the share of ink", arguments: sizes)
    func shares(_ width: Int, _ height: Int, _ factor: Int) throws {
        var random = SeededGenerator(seed: UInt64(height))
        let isInk = (0..<(width * height)).map { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let levels = isInk.map { UInt8($0 ? 0 : 255) }
        let page = try Raster(
            levels, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: 300)
        let shares = try page.bitonal().reducedByMean(factor)
        #expect(shares.components == means(isInk.map { $0 ? 255 : 0 }, 1, width, height, factor))
    }
}
