// Mean colors of some of a page's pixels, cell by cell.
//
// Cells without such pixels take their color from the cells around them: the picture is halved until each cell has some
// pixels, and on the way back empty cells are interpolated from the coarser picture ("pull-push"; Gortler et al., The
// Lumigraph, 1996). The result is smooth where nothing is known, and smooth is what JPEG codes in few bytes.

import CLeptonica
import CaptureModel

/// Sums and weights of cells, row by row.
struct CellMeans {
    private let width: Int
    private let height: Int
    private let resolution: Int
    /// By component: 1 gray, 3 red, green and blue.
    private var sums: [[Int]]
    private var weights: [Int]
    /// What a cell must weigh to count.
    private let least: Int

    /// The pixels of a gray or color page that are not `ink`, in cells of `factor` by `factor` pixels.
    init(paperOf page: borrowing Raster, without ink: borrowing Raster, factor: Int) throws(CaptureError) {
        let colors = try page.reducedByMean(factor, blackWhere: ink)
        let shares = try ink.reducedByMean(factor)
        width = colors.width
        height = colors.height
        resolution = max(1, page.resolution / factor)
        // A mean over a cell in which ink counts as black is to be divided by the share of paper.
        sums = colors.components.map { $0.map { 255 * Int($0) } }
        weights = shares.components[0].map { 255 - Int($0) }
        // With less paper than a quarter of a cell its mean is known too coarsely.
        least = 64
    }

    /// The pixels of `page` that are ink, in cells of `cell` by `cell` pixels.
    ///
    /// Edges of strokes are mixed with paper, so a cell takes its color from the middle of strokes: first of thick ones,
    /// then of thin ones, and from all their pixels where a thin stroke has no middle. Cells that hold nothing but the
    /// edge of a thick stroke take the color of the cells beside them.
    init(inkOf page: borrowing Raster, _ ink: borrowing Raster, cell: Int) throws(CaptureError) {
        width = (page.width + cell - 1) / cell
        height = (page.height + cell - 1) / cell
        resolution = max(1, page.resolution / cell)
        weights = [Int](repeating: 0, count: width * height)
        sums = [[Int]](repeating: weights, count: page.depth == 32 ? 3 : 1)
        least = 4
        let core = try ink.eroded(3)
        let thin = try ink.without(core.dilated(7))
        gather(page, core, cell, atMost: .max)
        gather(page, try thin.eroded(2), cell, atMost: least)
        gather(page, thin, cell, atMost: least)
        spread()
        settle()
    }

    /// Cells without color take that of the cells beside them that have one.
    private mutating func spread() {
        let (before, known) = (sums, weights)
        for y in 0..<height {
            for x in 0..<width where known[y * width + x] < least {
                let index = y * width + x
                for row in max(0, y - 1)...min(height - 1, y + 1) {
                    for column in max(0, x - 1)...min(width - 1, x + 1) where known[row * width + column] >= least {
                        weights[index] += known[row * width + column]
                        for plane in sums.indices { sums[plane][index] += before[plane][row * width + column] }
                    }
                }
            }
        }
    }

    /// Levels within which a color counts as that of most ink: letters of one print differ by as much.
    private static let oneInk = 14

    /// Cells that have about the color of most ink get just that color, which costs next to nothing.
    private mutating func settle() {
        let known = weights.indices.filter { weights[$0] >= least }
        guard !known.isEmpty else { return }
        let usual = sums.map { plane in known.map { plane[$0] / weights[$0] }.sorted()[known.count / 2] }
        for index in known {
            let isUsual = zip(sums, usual).allSatisfy { abs($0[index] / weights[index] - $1) <= Self.oneInk }
            if isUsual { for plane in sums.indices { sums[plane][index] = usual[plane] * weights[index] } }
        }
    }

    private init(width: Int, height: Int, resolution: Int, sums: [[Int]], weights: [Int], least: Int) {
        self.width = width
        self.height = height
        self.resolution = resolution
        self.sums = sums
        self.weights = weights
        self.least = least
    }

    /// Adds the pixels of `page` where `mask` is ink to the cells that weigh less than `limit` so far.
    private mutating func gather(
        _ page: borrowing Raster, _ mask: borrowing Raster, _ cell: Int, atMost limit: Int
    ) {
        let before = weights
        guard let pixels = pixGetData(page.pix) else { return }
        let (stride, isColor) = (Int(pixGetWpl(page.pix)), page.depth == 32)
        for y in 0..<min(page.height, mask.height) {
            mask.forEachInk(inRow: y) { x in
                let index = (y / cell) * width + x / cell
                guard before[index] < limit else { return }
                weights[index] += 1
                let word = pixels[y * stride + (isColor ? x : x / 4)]
                if isColor {
                    for component in 0..<3 { sums[component][index] += Int(word >> UInt32(24 - 8 * component) & 255) }
                } else {
                    sums[0][index] += Int(word >> UInt32(24 - 8 * (x & 3)) & 255)
                }
            }
        }
    }

    /// The means as a picture, gray or in color.
    func picture() throws(CaptureError) -> Raster {
        let planes = filled()
        let isColor = planes.count == 3
        let made = try Raster(owning: pixCreate(Int32(width), Int32(height), isColor ? 32 : 8), "pixCreate")
        guard let pixels = pixGetData(made.pix) else { throw .fault("pixGetData") }
        let stride = Int(pixGetWpl(made.pix))
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                if isColor {
                    let (red, green, blue) = (planes[0][index], planes[1][index], planes[2][index])
                    pixels[y * stride + x] = UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8
                } else {
                    pixels[y * stride + x / 4] |= UInt32(planes[0][index]) << UInt32(24 - 8 * (x & 3))
                }
            }
        }
        return made.with(resolution: resolution)
    }

    /// Colors by component.
    private func filled() -> [[UInt8]] {
        let isKnown = weights.map { $0 >= least }
        guard isKnown.contains(false) else { return sums.map { mean($0) } }
        guard width > 1 || height > 1 else {
            return sums.map { weights[0] > 0 ? [UInt8(min(255, $0[0] / weights[0]))] : [255] }
        }
        let coarse = halved()
        let around = coarse.filled()
        return zip(sums, around).map { sum, around in
            var plane = [UInt8](repeating: 0, count: sum.count)
            for y in 0..<height {
                for x in 0..<width {
                    let index = y * width + x
                    plane[index] =
                        isKnown[index]
                        ? UInt8(min(255, sum[index] / weights[index]))
                        : Self.between(around, coarse.width, coarse.height, x, y)
                }
            }
            return plane
        }
    }

    private func mean(_ sum: [Int]) -> [UInt8] { zip(sum, weights).map { UInt8(min(255, $0 / $1)) } }

    /// The color of a cell at half of its place, by the four nearest.
    private static func between(_ plane: [UInt8], _ width: Int, _ height: Int, _ x: Int, _ y: Int) -> UInt8 {
        let (near, far) = (
            (x: min(x / 2, width - 1), y: min(y / 2, height - 1)),
            (x: min(max(x / 2 + (x & 1) * 2 - 1, 0), width - 1), y: min(max(y / 2 + (y & 1) * 2 - 1, 0), height - 1))
        )
        let sum =
            9 * Int(plane[near.y * width + near.x]) + 3 * Int(plane[near.y * width + far.x])
            + 3 * Int(plane[far.y * width + near.x]) + Int(plane[far.y * width + far.x])
        return UInt8((sum + 8) / 16)
    }

    /// Four cells made one.
    private func halved() -> CellMeans {
        let (across, down) = ((width + 1) / 2, (height + 1) / 2)
        func gathered(_ plane: [Int]) -> [Int] {
            var result = [Int](repeating: 0, count: across * down)
            for y in 0..<height {
                for x in 0..<width { result[(y / 2) * across + x / 2] += plane[y * width + x] }
            }
            return result
        }
        return CellMeans(
            width: across, height: down, resolution: resolution, sums: sums.map(gathered), weights: gathered(weights),
            least: least)
    }
}

extension Raster {
    fileprivate borrowing func eroded(_ side: Int32) throws(CaptureError) -> Raster {
        try Raster(owning: pixErodeBrick(nil, pix, side, side), "pixErodeBrick")
    }

    fileprivate borrowing func dilated(_ side: Int32) throws(CaptureError) -> Raster {
        try Raster(owning: pixDilateBrick(nil, pix, side, side), "pixDilateBrick")
    }

    /// The values of a gray raster's pixels, or of a color raster's red, green and blue, row by row.
    var components: [[UInt8]] {
        guard let pixels = pixGetData(pix) else { return [] }
        let (stride, isColor) = (Int(pixGetWpl(pix)), depth == 32)
        return (0..<(isColor ? 3 : 1)).map { component in
            var plane = [UInt8](repeating: 0, count: width * height)
            for y in 0..<height {
                for x in 0..<width {
                    let word = pixels[y * stride + (isColor ? x : x / 4)]
                    plane[y * width + x] = UInt8(word >> UInt32(24 - 8 * (isColor ? component : x & 3)) & 255)
                }
            }
            return plane
        }
    }
}
