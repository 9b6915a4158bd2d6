import CLeptonica
import CaptureModel

extension Raster {
    /// Gray or color, each pixel the mean of `factor` by `factor`; of a 1 bit raster how much of those is ink, 255 is all.
    ///
    /// Cells that the right or lower edge cuts off are kept where at least half of them is there.
    borrowing func reducedByMean(_ factor: Int) throws(CaptureError) -> Raster {
        guard depth > 1 else { return try inkShares(factor) }
        return try means(factor) { _, _ in }
    }

    /// The same where the pixels that `ink` marks count as black, of a gray or color raster of its size.
    borrowing func reducedByMean(_ factor: Int, blackWhere ink: borrowing Raster) throws(CaptureError) -> Raster {
        let samples = depth / 8
        return try means(factor) { row, sums in
            guard row < ink.height, let pixels = bytes else { return }
            let start = row * bytesPerLine
            ink.forEachInk(inRow: row) { x in
                for byte in (x * samples)..<((x + 1) * samples) where byte < sums.count {
                    sums[byte ^ 3] &-= UInt32(pixels[start + (byte ^ 3)])
                }
            }
        }
    }

    /// `correct` may change the sums of a row's bytes after the row was added to them.
    private borrowing func means(
        _ factor: Int, correct: (_ row: Int, _ sums: inout [UInt32]) -> Void
    ) throws(CaptureError) -> Raster {
        let samples = depth / 8
        let reduced = try blankCells(factor, depth: depth)
        guard let pixels = bytes, let cells = reduced.bytes else { throw .fault("pixGetData") }
        let cellsPerLine = reduced.bytesPerLine
        var sums = [UInt32](repeating: 0, count: bytesPerLine)
        for y in 0..<reduced.height {
            let rows = (y * factor)..<min((y + 1) * factor, height)
            Self.add(rows, of: pixels, to: &sums)
            for row in rows { correct(row, &sums) }
            for x in 0..<reduced.width {
                let columns = (x * factor)..<min((x + 1) * factor, width)
                for sample in 0..<min(samples, 3) {
                    let sum = columns.reduce(UInt32(0)) { $0 &+ sums[($1 * samples + sample) ^ 3] }
                    let count = UInt32(rows.count * columns.count)
                    cells[y * cellsPerLine + ((x * samples + sample) ^ 3)] = UInt8((sum + count / 2) / count)
                }
            }
        }
        return reduced
    }

    /// By byte of a row: its sum over `rows`.
    private static func add(_ rows: Range<Int>, of pixels: UnsafePointer<UInt8>, to sums: inout [UInt32]) {
        let length = sums.count
        sums.withUnsafeMutableBufferPointer { sums in
            sums.update(repeating: 0)
            for row in rows {
                let bytes = pixels + row * length
                for index in 0..<length { sums[index] &+= UInt32(bytes[index]) }
            }
        }
    }

    /// How much of each cell is ink.
    private borrowing func inkShares(_ factor: Int) throws(CaptureError) -> Raster {
        let shares = try blankCells(factor, depth: 8)
        guard let cells = shares.bytes else { throw .fault("pixGetData") }
        let cellsPerLine = shares.bytesPerLine
        var counts = [Int](repeating: 0, count: (width + factor - 1) / factor)
        for y in 0..<shares.height {
            let rows = (y * factor)..<min((y + 1) * factor, height)
            for index in counts.indices { counts[index] = 0 }
            for row in rows { forEachInk(inRow: row) { counts[$0 / factor] += 1 } }
            for x in 0..<shares.width {
                let size = rows.count * (min((x + 1) * factor, width) - x * factor)
                cells[y * cellsPerLine + (x ^ 3)] = UInt8((255 * counts[x] + size / 2) / size)
            }
        }
        return shares
    }

    /// Leptonica's words as bytes: each holds its samples from the highest byte on, so sample i is byte i ^ 3 here.
    private var bytes: UnsafeMutablePointer<UInt8>? {
        pixGetData(pix).map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self) }
    }

    private var bytesPerLine: Int { 4 * Int(pixGetWpl(pix)) }

    private borrowing func blankCells(_ factor: Int, depth: Int) throws(CaptureError) -> Raster {
        func cells(_ length: Int) -> Int32 { Int32(max(1, (2 * length + factor) / (2 * factor))) }
        return try Raster(owning: pixCreate(cells(width), cells(height), Int32(depth)), "pixCreate")
            .with(resolution: max(1, resolution / factor))
    }

    /// Gives `body` the places of a 1 bit raster's ink in a row, from the left.
    borrowing func forEachInk(inRow row: Int, _ body: (Int) -> Void) {
        guard let words = pixGetData(pix) else { return }
        let stride = Int(pixGetWpl(pix))
        for column in 0..<stride {
            var bits = words[row * stride + column]
            while bits != 0 {
                let bit = bits.leadingZeroBitCount
                bits &= ~(0x8000_0000 >> UInt32(bit))
                let x = 32 * column + bit
                guard x < width else { return }
                body(x)
            }
        }
    }
}
