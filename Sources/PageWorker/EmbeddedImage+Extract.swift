import CaptureModel
import Foundation
import Imaging

extension EmbeddedImage {
    /// Takes the image out of the PDF: a JPEG as it is, every other kind decoded; nil where that fails.
    func extracted(from page: PDFPage, of input: PDFInput) throws(CaptureError) -> String? {
        let outcome = try input.tool.run(
            .pdfimages, (isJPEG ? ["-j"] : []) + page.range + [input.path, input.place("image")])
        guard outcome.status == 0 else { return nil }
        let names = (isJPEG ? ["jpg"] : ["pbm", "ppm", "pgm"]).map { input.place("image-000." + $0) }
        guard let file = names.first(where: FileManager.default.fileExists(atPath:)) else { return nil }
        guard isJPEG else { return file }
        try JPEGWrap.write(file, to: input.place("page.jpg"), resolution: resolution)
        return input.place("page.jpg")
    }

    func decoded(_ file: String, _ limits: InputLimits) throws(CaptureError) -> Raster {
        guard isJPEG else { return try PortableImage(path: file, limits: limits).raster(resolution: resolution) }
        return try Raster(decoding: file, format: .jpeg, page: 0, limits: limits)
    }
}
