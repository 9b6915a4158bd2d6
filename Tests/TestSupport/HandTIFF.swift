package import Foundation

/// A TIFF of one uncompressed page in one bit a pixel, 0 is white, written tag by tag so that any tag may lie.
package struct HandTIFF {
    package var width: Int
    package var height: Int
    /// Dots per inch across and down.
    package var resolution: (x: Int, y: Int)
    package var orientation: Int
    /// The first pixel of the first row is black.
    package var hasCornerDot: Bool
    /// Tags that are left out.
    package var missing: Set<UInt16> = []
    /// Tags that say something else.
    package var changed: [UInt16: UInt32] = [:]

    package init(
        width: Int, height: Int, resolution: (x: Int, y: Int) = (300, 300), orientation: Int = 1,
        hasCornerDot: Bool = false
    ) {
        self.width = width
        self.height = height
        self.resolution = resolution
        self.orientation = orientation
        self.hasCornerDot = hasCornerDot
    }

    package var data: Data {
        var pixels = [UInt8](repeating: 0, count: (width + 7) / 8 * height)
        if hasCornerDot { pixels[0] = 0x80 }
        // Header, two fractions, the pixels, then the directory on an even place.
        var bytes: [UInt8] = [0x49, 0x49, 42, 0]
        let start = 24
        let directory = start + pixels.count + pixels.count % 2
        bytes += [directory, resolution.x, 1, resolution.y, 1].flatMap { little(UInt32($0)) } + pixels
        if pixels.count % 2 == 1 { bytes.append(0) }
        let entries = self.entries(pixels: pixels.count, start: start).filter { !missing.contains($0.tag) }
        bytes += little(UInt16(entries.count))
        for entry in entries {
            let value = changed[entry.tag] ?? UInt32(entry.value)
            bytes += little(entry.tag) + little(entry.type) + little(UInt32(1)) + little(value)
        }
        return Data(bytes + little(UInt32(0)))
    }

    private func entries(pixels: Int, start: Int) -> [(tag: UInt16, type: UInt16, value: Int)] {
        [
            (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, start),
            (274, 3, orientation), (277, 3, 1), (278, 4, height), (279, 4, pixels), (282, 5, 8), (283, 5, 16),
            (296, 3, 2),
        ]
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
