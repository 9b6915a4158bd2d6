import CaptureModel
import Imaging
import TestSupport

/// A white page with black rectangles, 1 bit, 300 dpi.
struct DrawnPage {
    let width: Int
    let height: Int
    var ink: [Box] = []

    func raster() throws -> Raster {
        var bytes = [UInt8](repeating: 255, count: width * height)
        for box in ink {
            for y in box.y..<box.bottom { for x in box.x..<box.right { bytes[y * width + x] = 0 } }
        }
        return try Raster(bytes, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: 300)
            .bitonal(threshold: 128)
    }
}
