// The page image as it goes into the PDF. What came as a JPEG that a PDF can hold stays byte for byte; bitonal pages
// become group 4 or JBIG2, which lose nothing; only the rest is coded as JPEG here.

package import CaptureModel
import Foundation

extension Raster {
    /// Writes `record.jpg`, `record.g4` or `record.jb2` into `folder`, and says how it is coded.
    ///
    /// `passThroughJPEG` is the file the raster was decoded from, if it was a JPEG.
    package borrowing func writeRecord(
        to folder: String, color: ColorMode, passThroughJPEG: String?, quality: Int, bitonal: BitonalCoding = .g4
    ) throws(CaptureError) -> (image: RecordImage, step: ProcessingStep) {
        if let source = passThroughJPEG, try ImageFile.isPassableJPEG(source) {
            return try (passThrough(source, to: folder), ProcessingStep("record", ["coding": "jpeg", "from": "input"]))
        }
        if color == .bitonal { return try writeBitonal(to: folder, coding: bitonal) }
        let isGray = depth != 32 || color == .gray
        try ImageOutput.write(
            isGray
                ? gray().jpegData(quality: quality, isProgressive: true)
                : jpegData(quality: quality, isProgressive: true), to: folder + "/record.jpg")
        return (
            record("record.jpg", .jpeg, components: isGray ? 1 : 3),
            ProcessingStep("record", ["coding": "jpeg", "quality": "\(quality)"])
        )
    }

    private borrowing func writeBitonal(
        to folder: String, coding: BitonalCoding
    ) throws(CaptureError) -> (image: RecordImage, step: ProcessingStep) {
        switch coding {
        case .g4:
            try ImageOutput.write(g4Data(), to: folder + "/record.g4")
            return (record("record.g4", .ccittG4, components: 1), ProcessingStep("record", ["coding": "ccittG4"]))
        case .jbig2:
            try ImageOutput.write(jbig2Data(), to: folder + "/record.jb2")
            return (record("record.jb2", .jbig2, components: 1), ProcessingStep("record", ["coding": "jbig2Generic"]))
        }
    }

    private borrowing func passThrough(_ source: String, to folder: String) throws(CaptureError) -> RecordImage {
        let file = try FileBytes(path: source, sizeLimit: .max)
        try ImageOutput.write(file.data, to: folder + "/record.jpg")
        return try record("record.jpg", .jpeg, components: JPEGHeader(file).components)
    }

    private func record(_ file: String, _ coding: RecordImage.Coding, components: Int) -> RecordImage {
        RecordImage(file: file, coding: coding, width: width, height: height, components: components)
    }
}
