import CLeptonica
import CaptureModel

/// Connected ink (zusammenhängende Schwärzung) of a 1 bit raster, by its box in pixels.
struct Mark {
    let area: PixelBox

    /// The shorter and the longer side in pixels.
    var short: Int { min(area.width, area.height) }
    var long: Int { max(area.width, area.height) }
}

extension Raster {
    /// The connected ink of a 1 bit raster, neighbors across corners included.
    borrowing func marks() -> [Mark] {
        var boxes: UnsafeMutablePointer<BOXA>? = pixConnCompBB(pix, 8)
        defer { boxaDestroy(&boxes) }
        return (0..<(boxes == nil ? 0 : boxaGetCount(boxes))).map { index in
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
            return Mark(area: PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height)))
        }
    }

    /// Share of a box that is ink, 0...1.
    borrowing func inkShare(in area: PixelBox) -> Double {
        area.width > 0 && area.height > 0 ? Double(ink(in: area)) / Double(area.width * area.height) : 0
    }

    /// Ink that runs from corner to corner of its box: the other two quarters are empty.
    borrowing func isDiagonal(_ mark: Mark, tolerance: Double = 0.06) -> Bool {
        let area = mark.area
        let (width, height) = (area.width / 2, area.height / 2)
        guard width > 2, height > 2 else { return false }
        func quarter(_ column: Int, _ row: Int) -> Int {
            ink(in: PixelBox(x: area.x + column * width, y: area.y + row * height, width: width, height: height))
        }
        let (falling, rising) = (quarter(0, 0) + quarter(1, 1), quarter(1, 0) + quarter(0, 1))
        return Double(min(falling, rising)) <= tolerance * Double(falling + rising)
    }
}
