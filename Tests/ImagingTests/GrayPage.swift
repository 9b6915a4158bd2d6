import CaptureModel
import Foundation
import Imaging
import TestSupport

/// A gray image made pixel by pixel.
struct GrayPage {
    let width: Int
    let height: Int
    let levels: [UInt8]

    init(width: Int, height: Int, level: (Int, Int) -> UInt8) {
        self.width = width
        self.height = height
        levels = (0..<height).flatMap { y in (0..<width).map { level($0, y) } }
    }

    func raster(resolution: Int = 300) throws(CaptureError) -> Raster {
        try Raster(levels, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: resolution)
    }
}

extension Raster {
    /// Every pixel as gray, row by row.
    borrowing func levels() throws(CaptureError) -> [UInt8] {
        let (width, height) = (width, height)
        return try withGrayBytes { (bytes, bytesPerLine) in
            (0..<height).flatMap { row in bytes[row * bytesPerLine..<row * bytesPerLine + width] }
        }
    }

    borrowing func level(_ column: Int, _ row: Int) throws(CaptureError) -> UInt8 {
        try withGrayBytes { (bytes, bytesPerLine) in bytes[row * bytesPerLine + column] }
    }
}
