import CaptureModel
import Imaging
import TestSupport

/// A sheet of A5 at 150 dpi to draw on; lengths are millimeters from the top left.
struct DrawnSheet {
    typealias Color = (red: UInt8, green: UInt8, blue: UInt8)

    static let resolution = 150
    let width = 874
    let height = 1240
    private(set) var bytes: [UInt8]

    init(_ paper: Color = (248, 248, 246)) {
        bytes = []
        bytes.reserveCapacity(3 * width * height)
        for _ in 0..<width * height { bytes += [paper.red, paper.green, paper.blue] }
    }

    static let black: Color = (25, 25, 25)

    mutating func set(_ x: Int, _ y: Int, _ color: Color) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        let start = 3 * (y * width + x)
        (bytes[start], bytes[start + 1], bytes[start + 2]) = (color.red, color.green, color.blue)
    }

    /// Fills the points of a rectangle for which `inside` holds, given in millimeters from its corner.
    mutating func fill(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color = black,
        where inside: (Double, Double) -> Bool = { _, _ in true }
    ) {
        let unit = 25.4 / Double(Self.resolution)
        for row in Int(y / unit)..<max(Int(y / unit) + 1, Int((y + height) / unit)) {
            for column in Int(x / unit)..<max(Int(x / unit) + 1, Int((x + width) / unit))
            where inside(Double(column) * unit - x, Double(row) * unit - y) { set(column, row, color) }
        }
    }

    /// A frame of a line `line` wide.
    mutating func frame(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, line: Double = 0.3, _ color: Color = black
    ) {
        fill(x, y, width, line, color)
        fill(x, y + height - line, width, line, color)
        fill(x, y, line, height, color)
        fill(x + width - line, y, line, height, color)
    }

    /// Lines of letters 2 mm high, from `x` to `right`.
    mutating func print(lines: Int, x: Double = 15, y: Double = 20, right: Double = 130, _ color: Color = black) {
        for line in 0..<lines {
            for (index, left) in stride(from: x, to: right, by: 2).enumerated() where (index + line) % 7 != 6 {
                let top = y + 5 * Double(line)
                fill(left, top, 0.4, 2, color)
                fill(left, top + Double(index % 3) * 0.8, 1.4, 0.4, color)
            }
        }
    }

    func raster(_ layout: Raster.Layout = .rgb) throws(CaptureError) -> Raster {
        let page = try Raster(
            bytes, width: width, height: height, bytesPerLine: 3 * width, layout: .rgb, resolution: Self.resolution)
        switch layout {
        case .rgb: return page
        case .gray: return try page.gray()
        case .bitonal: return try page.bitonal()
        }
    }

    func sketch(_ layout: Raster.Layout = .rgb) throws(CaptureError) -> PageSketch {
        try PageSketch(of: raster(layout))
    }
}
