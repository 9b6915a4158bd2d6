// Coding for files and for PDF.
//
// Group 4 data is taken from a TIFF of one strip that libtiff writes in memory. There a 0 bit is white, which a PDF says
// with /CCITTFaxDecode /K -1 and /BlackIs1 left at false.

package import CaptureModel
import CLeptonica
package import Foundation

extension Raster {
    /// A JPEG file with the raster's resolution; 1 bit becomes gray.
    ///
    /// `quality` is 1...100. Progressive files are a seventh smaller, because their codes are made for the picture.
    package borrowing func jpegData(quality: Int, isProgressive: Bool = false) throws(CaptureError) -> Data {
        if depth == 1 { return try gray().jpegData(quality: quality, isProgressive: isProgressive) }
        return try Self.take("pixWriteMemJpeg") { bytes, size in
            pixWriteMemJpeg(&bytes, &size, pix, Int32(min(max(quality, 1), 100)), isProgressive ? 1 : 0)
        }
    }

    /// One strip of CCITT group 4 data without any header, 0 is white; other depths are cut at middle gray.
    package borrowing func g4Data() throws(CaptureError) -> Data {
        let file = try g4TIFF()
        let directories = try TIFFDirectories(FileBytes(file), pageLimit: 1)
        guard let strip = directories.onlyStrip() else { throw .fault("onlyStrip") }
        return file.subdata(in: file.startIndex + strip.lowerBound..<file.startIndex + strip.upperBound)
    }

    /// Writes a JPEG file with the raster's resolution; the caller makes it durable.
    package borrowing func writeJPEG(to path: String, quality: Int) throws(CaptureError) {
        try ImageOutput.write(jpegData(quality: quality), to: path)
    }

    /// Writes a TIFF file with one strip of CCITT group 4 data; the caller makes it durable.
    package borrowing func writeG4TIFF(to path: String) throws(CaptureError) {
        try ImageOutput.write(g4TIFF(), to: path)
    }

    private borrowing func g4TIFF() throws(CaptureError) -> Data {
        let ink = try bitonal().with(resolution: resolution)
        return try Self.take("pixWriteMemTiff") { bytes, size in
            pixWriteMemTiff(&bytes, &size, ink.pix, Int32(IFF_TIFF_G4))
        }
    }

    /// Runs an encoder that allocates its result, and takes the result over.
    private static func take(
        _ call: String, _ encode: (inout UnsafeMutablePointer<UInt8>?, inout Int) -> Int32
    ) throws(CaptureError) -> Data {
        var bytes: UnsafeMutablePointer<UInt8>?
        var size = 0
        let status = encode(&bytes, &size)
        guard let bytes else { throw .fault(call) }
        guard status == 0 else {
            free(bytes)
            throw .fault(call)
        }
        return Data(bytesNoCopy: bytes, count: size, deallocator: .free)
    }
}

/// Files that the worker and the scanner driver hand over.
package enum ImageOutput {
    package static func write(_ bytes: Data, to path: String) throws(CaptureError) {
        do { try bytes.write(to: URL(fileURLWithPath: path)) } catch {
            throw CaptureError(
                .unavailable, "image-not-written",
                LocalizedText(de: "Das Bild konnte nicht gespeichert werden.", en: "The image could not be saved."),
                remedy: LocalizedText(
                    de: "Bitte Platz und Rechte auf dem Datenträger prüfen.",
                    en: "Please check space and permissions of the disk."),
                cause: "\(error)")
        }
    }
}
