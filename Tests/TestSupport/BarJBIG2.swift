package import Foundation
import Imaging

/// The image of `BarFax` as JBIG2.
package enum BarJBIG2 {
    package static func data() throws -> Data {
        let line: [UInt8] = [0, 0, 0xFF, 0xFF, 0, 0, 0, 0]
        let rows = [[UInt8]](repeating: line, count: BarFax.side).flatMap(\.self)
        return try Raster(
            rows, width: BarFax.side, height: BarFax.side, bytesPerLine: line.count, layout: .bitonal, resolution: 72
        ).jbig2Data()
    }

    /// A segment that decoders skip (ITU-T T.88, 7.4.16), which holds `text`.
    package static func comment(_ text: Data) -> Data {
        let length = UInt8(text.count + 4)
        return Data([0, 0, 0, 2, 62, 0, 1, 0, 0, 0, length, 0x20, 0, 0, 0]) + text
    }
}
