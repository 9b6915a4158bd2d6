// How far a layered page is from the page, in tiles of about a millimeter.
//
// Three things could be lost, and each has its measure, in levels of 255 of the component that differs most:
//
// - the tone of a place (highlighter, shaded cells, colored paper, a photo's areas): the difference of a tile's means;
// - the color of letters (red stamp on black print): the same on tiles with ink, where edges are harder than on paper
//   and more is borne;
// - faint strokes that are no ink (pencil, shine of a stamp): the mean difference of a tile's cells beyond what the
//   page's noise makes of it everywhere.

package import CaptureModel
import CLeptonica
import Foundation

/// The largest differences of a page's tiles.
package struct LayerDifference: Sendable, Hashable {
    /// Of the tone, where there is no ink.
    package var paper = 0.0
    /// Of the color, where there is ink.
    package var ink = 0.0
    /// Of strokes, where there is no ink, beyond the page's noise.
    package var strokes = 0.0

    package init(paper: Double = 0, ink: Double = 0, strokes: Double = 0) {
        self.paper = paper
        self.ink = ink
        self.strokes = strokes
    }
}

extension LayeredPage {
    /// Side of a tile.
    private static let tile = Length(millimeters: 1)
    /// Letters have soft edges: so near to ink a tile counts as ink.
    private static let edge = Length(millimeters: 0.4)

    /// Compares with the page in its colors; the layers are those of `source`.
    package borrowing func difference(
        from page: borrowing Raster, _ source: borrowing LayerSource
    ) throws(CaptureError) -> LayerDifference {
        let factor = max(1, Int((Double(source.ink.width) / Double(paper.width)).rounded()))
        let plain = try page.reducedByMean(factor).like(paper)
        let share = try source.ink.reducedByMean(factor)
        let letters = try Raster(
            owning: pixScaleToSize(colors.pix, Int32(paper.width), Int32(paper.height)), "pixScaleToSize"
        ).like(paper)
        let shown = try Raster(
            owning: pixBlendWithGrayMask(paper.pix, letters.pix, share.pix, 0, 0), "pixBlendWithGrayMask")
        let tile = max(1, Self.tile.pixels(at: plain.resolution))
        let tones = try Tiles(
            plain.reducedByMean(tile), shown.reducedByMean(tile), ink: Self.near(source, factor).reducedByMean(tile),
            whole: (plain.width / tile, plain.height / tile))
        let cells = try Raster(owning: pixAbsDifference(plain.pix, shown.pix), "pixAbsDifference")
        return tones.largest(strokes: try cells.reducedByMean(tile))
    }

    /// What is ink or near to it, in gray at the size of the background: 0 is paper.
    private static func near(_ source: borrowing LayerSource, _ factor: Int) throws(CaptureError) -> Raster {
        let size = Int32(2 * edge.pixels(at: source.ink.resolution) + 1)
        let grown = try Raster(owning: pixDilateBrick(nil, source.ink.pix, size, size), "pixDilateBrick")
        return try grown.reducedByMean(factor)
    }
}

/// Two pictures of a page, a pixel a tile.
private struct Tiles {
    /// By tile: the difference of the component that differs most.
    private let tones: [Int]
    /// By tile: how much is ink, 0...255.
    private let ink: [UInt8]

    /// The tiles that no edge of the page cuts off: of what is left of those, the mean is mostly noise.
    private let whole: [Int]

    /// `whole` is how many whole tiles there are across and down.
    init(
        _ first: borrowing Raster, _ second: borrowing Raster, ink share: borrowing Raster,
        whole: (across: Int, down: Int)
    ) {
        let width = share.width
        self.whole = (0..<min(whole.down, share.height)).flatMap { row in
            (0..<min(whole.across, width)).map { row * width + $0 }
        }
        ink = share.components.first ?? []
        var tones = [Int](repeating: 0, count: ink.count)
        for (one, other) in zip(first.components, second.components) {
            for index in tones.indices { tones[index] = max(tones[index], abs(Int(one[index]) - Int(other[index]))) }
        }
        self.tones = tones
    }

    func largest(strokes cells: borrowing Raster) -> LayerDifference {
        var result = LayerDifference()
        var blurs: [Int] = []
        let planes = cells.components
        for index in whole {
            guard ink[index] == 0 else {
                result.ink = max(result.ink, Double(tones[index]))
                continue
            }
            result.paper = max(result.paper, Double(tones[index]))
            blurs.append(planes.reduce(0) { max($0, Int($1[index])) })
        }
        blurs.sort()
        // What is usual is noise, which a background of a third of the resolution does not keep.
        if let most = blurs.last { result.strokes = Double(most - blurs[blurs.count / 2]) }
        return result
    }
}

extension Raster {
    /// Gray or color, as `other` is.
    fileprivate borrowing func like(_ other: borrowing Raster) throws(CaptureError) -> Raster {
        if depth == other.depth { return try copied() }
        return try other.depth == 32 ? Raster(owning: pixConvertTo32(pix), "pixConvertTo32") : gray()
    }
}
