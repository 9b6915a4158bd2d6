import CaptureModel
import DurableFiles
import Foundation
import Imaging

/// Where acquired pages go: encoded, durable, and under their final name only when they are whole.
///
/// A crash before the rename leaves a `.part` that nothing takes for a page; the next attempt writes it anew. Beside the
/// page stands a small picture of it, for the person who looks where to go on; it is never evidence, so it is not synced.
struct PageStore {
    let folder: String
    /// JPEG quality of gray and color pages, 1...100.
    let quality: Int

    /// Stores a page as `<number as 4 digits>/original.jpg` or `.tif`; never in place of another one.
    func store(_ image: ScannedImage, number: Int, resolution: Int) throws(CaptureError) -> StoredScan {
        let format = image.layout == .bitonal ? InputFormat.tiff : .jpeg
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let file = name + (format == .tiff ? "/original.tif" : "/original.jpg")
        let path = folder + "/" + file
        try DurableFile.createFolder(folder + "/" + name)
        try encode(image, resolution, format, to: path + ".part")
        try FaultPoint.pass("scan.read")
        try DurableFile.sync(path + ".part")
        try FaultPoint.pass("page.fsync")
        let (digest, size) = try SHA256.of(file: path + ".part")
        guard try DurableFile.renameIfAbsent(path + ".part", to: path) else { throw .pageExists(file) }
        try FaultPoint.pass("page.rename")
        return StoredScan(page: number, file: file, format: format, sha256: digest, sizeInBytes: size)
    }

    private func encode(
        _ image: ScannedImage, _ resolution: Int, _ format: InputFormat, to path: String
    ) throws(CaptureError) {
        let preview = (path as NSString).deletingLastPathComponent + "/preview.jpg"
        try image.withRaster(resolution: resolution) { raster throws(CaptureError) in
            switch format {
            case .tiff: try raster.writeG4TIFF(to: path)
            default: try raster.writeJPEG(to: path, quality: quality)
            }
            try raster.writePreview(to: preview)
        }
    }
}

extension ScannedImage {
    /// The bytes as a raster; it is lent, since what cannot be copied does not come out of `withUnsafeBufferPointer`.
    fileprivate func withRaster(
        resolution: Int, _ use: (borrowing Raster) throws(CaptureError) -> Void
    ) throws(CaptureError) {
        try bytes.withUnsafeBufferPointer { rows throws(CaptureError) in
            try use(
                Raster(
                    rows: UnsafeRawBufferPointer(rows), width: width, height: height, bytesPerLine: bytesPerLine,
                    layout: rasterLayout, resolution: resolution))
        }
    }

    private var rasterLayout: Raster.Layout {
        switch layout {
        case .bitonal: .bitonal
        case .gray: .gray
        case .rgb: .rgb
        }
    }
}

extension CaptureError {
    fileprivate static func pageExists(_ file: String) -> CaptureError {
        CaptureError(
            .internalFault, "page-exists",
            LocalizedText(
                de: "Unter dieser Seitennummer ist schon eine Seite gespeichert.",
                en: "A page is stored under this number already."),
            remedy: LocalizedText(
                de: "Bitte einen neuen Stapel beginnen und die Betriebsstelle ansprechen.",
                en: "Please begin a new batch and contact your administrator."),
            cause: file)
    }
}
