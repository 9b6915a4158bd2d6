import CaptureModel
import Foundation
import Imaging

extension EmbeddedImage {
    /// Takes the image out of the PDF: a JPEG as it is, every other kind decoded; nil where that fails.
    ///
    /// Answers a file for each strip, from the top of the page.
    func extracted(from page: PDFPage, of input: PDFInput) throws(CaptureError) -> [String]? {
        let outcome = try input.tool.run(
            .pdfimages, (isJPEG ? ["-j"] : []) + page.range + [input.path, input.place("image")])
        guard outcome.status == 0 else { return nil }
        let kinds = isJPEG ? ["jpg"] : ["pbm", "ppm", "pgm"]
        var files: [String] = []
        for strip in strips {
            let number = String(repeating: "0", count: max(0, 3 - "\(strip.number)".count)) + "\(strip.number)"
            let candidates = kinds.map { input.place("image-\(number).\($0)") }
            guard let file = candidates.first(where: FileManager.default.fileExists(atPath:)) else { return nil }
            files.append(file)
        }
        guard isJPEG, let file = files.first else { return files }
        let page = input.place("page.jpg")
        try JPEGWrap.write(file, to: page, resolution: resolution)
        return [page]
    }

    func decoded(_ files: [String], _ limits: InputLimits) throws(CaptureError) -> Raster {
        if isJPEG, let file = files.first {
            return try Raster(decoding: file, format: .jpeg, page: 0, limits: limits)
        }
        return try PortableImage.joined(files, resolution: resolution, limits: limits)
    }
}
