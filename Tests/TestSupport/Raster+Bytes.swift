package import CaptureModel
package import Imaging

extension Raster {
    /// A raster of bytes laid out by a test.
    package init(
        _ bytes: [UInt8], width: Int, height: Int, bytesPerLine: Int, layout: Layout, resolution: Int
    ) throws(CaptureError) {
        let rows = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { rows.deallocate() }
        rows.copyBytes(from: bytes)
        try self.init(
            rows: UnsafeRawBufferPointer(rows), width: width, height: height, bytesPerLine: bytesPerLine,
            layout: layout, resolution: resolution)
    }
}
