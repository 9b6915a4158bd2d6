package import Foundation

/// A bitonal image of 64 by 64 pixels with a black bar at x 16..<32, as CCITT group 4 data (ITU-T T.6), bit by bit.
package enum BarFax {
    package static let side = 64
    package static let bar = 16..<32

    /// One strip; 0 is white.
    package static var strip: Data {
        var bits = BitWriter()
        // Horizontal mode, a white run of 16, a black run of 16; then white to the end as in the (white) line above.
        bits.add("001 101010 0000010111 1")
        // Each other line is like the one above: three changes at the same place.
        for _ in 1..<side { bits.add("1 1 1") }
        bits.add("000000000001 000000000001")
        return Data(bits.finished(with: 0))
    }

    /// The image as a TIFF file of `pages` equal pages, with `resolution` dots per inch.
    ///
    /// The last page points back to the first where `isRing`: a file without end for a careless reader.
    package static func tiff(pages: Int = 1, resolution: UInt32 = 72, isRing: Bool = false) -> Data {
        tiff(width: UInt32(side), height: UInt32(side), pages: pages, resolution: resolution, isRing: isRing)
    }

    /// The same data under a header that claims another size.
    package static func tiff(
        width: UInt32, height: UInt32, pages: Int = 1, resolution: UInt32 = 72, isRing: Bool = false
    ) -> Data {
        let strip = Array(Self.strip)
        let stripAt = 16
        var bytes: [UInt8] = [0x49, 0x49, 42, 0]
        let first = UInt32(stripAt + strip.count + strip.count % 2)
        bytes += little(first) + little(resolution) + little(UInt32(1)) + strip
        if strip.count % 2 == 1 { bytes.append(0) }
        for page in 0..<pages {
            let entries: [(tag: UInt16, type: UInt16, value: UInt32)] = [
                (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 4), (262, 3, 0), (273, 4, UInt32(stripAt)),
                (277, 3, 1), (278, 4, height), (279, 4, UInt32(strip.count)), (282, 5, 8), (283, 5, 8), (296, 3, 2),
            ]
            bytes += little(UInt16(entries.count))
            for entry in entries {
                bytes += little(entry.tag) + little(entry.type) + little(UInt32(1)) + little(entry.value)
            }
            let next = UInt32(bytes.count + 4)
            bytes += little(page + 1 < pages ? next : isRing ? first : 0)
        }
        return Data(bytes)
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
