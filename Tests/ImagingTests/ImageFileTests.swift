import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Image files are judged before they are decoded")
struct ImageFileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func problem(_ bytes: Data, limits: InputLimits = InputLimits()) throws -> String? {
        let path = try scratch.write(bytes, to: "input")
        do {
            _ = try ImageFile.inspect(path, limits: limits)
            return nil
        } catch { return error.problem }
    }

    @Test("a TIFF of three pages has three pages")
    func pages() throws {
        let path = try scratch.write(BarFax.tiff(pages: 3), to: "three.tif")
        #expect(try ImageFile.inspect(path, limits: InputLimits()) == InputInspection(format: .tiff, pageCount: 3))
    }

    @Test("directories that form a ring are refused")
    func ring() throws { #expect(try problem(BarFax.tiff(pages: 2, isRing: true)) == "tiff-directory-loop") }

    @Test("more pages than allowed are refused")
    func manyPages() throws {
        var limits = InputLimits()
        limits.pages = 4
        #expect(try problem(BarFax.tiff(pages: 5), limits: limits) == "too-many-pages")
    }

    @Test("a small file that claims a huge page is refused", arguments: [(30_000, 30_000), (60_000, 10)])
    func bomb(_ width: Int, _ height: Int) throws {
        #expect(try problem(BarFax.tiff(width: UInt32(width), height: UInt32(height))) == "image-too-large")
    }

    @Test("a strip of paper fifty times as long as wide is refused")
    func aspect() throws { #expect(try problem(HandTIFF(width: 20, height: 1100).data) == "image-aspect-absurd") }

    @Test("a single pixel is no page")
    func tiny() throws { #expect(try problem(HandTIFF(width: 1, height: 1).data) == "image-too-small") }

    @Test("a missing width is refused, and so are missing places of the strips", arguments: [UInt16(256), 273, 279])
    func missingTag(_ tag: UInt16) throws {
        var tiff = HandTIFF(width: 64, height: 64)
        tiff.missing = [tag]
        #expect(try problem(tiff.data) == "tiff-tag-missing")
    }

    @Test(
        "contradictory tags are refused",
        arguments: [(258, 3, "image-unsupported"), (259, 34_661, "image-unsupported"), (273, 0, "tiff-strips-absurd")])
    func contradiction(_ tag: UInt16, _ value: UInt32, _ expected: String) throws {
        var tiff = HandTIFF(width: 64, height: 64)
        tiff.changed = [tag: value]
        #expect(try problem(tiff.data) == expected)
    }

    @Test("strips beyond the end of the file are refused")
    func stripBeyondEnd() throws {
        var tiff = HandTIFF(width: 64, height: 64)
        tiff.changed = [279: 1_000_000]
        #expect(try problem(tiff.data) == "file-truncated")
    }

    @Test("an empty file is refused")
    func empty() throws { #expect(try problem(Data()) == "file-empty") }

    @Test("text is no image, whatever the file is called")
    func text() throws { #expect(try problem(Data("Guten Tag".utf8)) == "format-unknown") }

    @Test("a file above the size limit is refused")
    func size() throws {
        var limits = InputLimits()
        limits.fileSizeInBytes = 100
        #expect(try problem(HandTIFF(width: 64, height: 64).data, limits: limits) == "file-too-large")
    }

    @Test("a PDF is told as such and is not inspected as an image")
    func pdf() throws {
        let path = try scratch.write(Data("%PDF-1.7\n".utf8), to: "letter.tif")
        #expect(try ImageFile.format(of: path) == .pdf)
        #expect(try problem(Data("%PDF-1.7\n".utf8)) == "not-an-image")
    }

    @Test("a JPEG without its end is refused, bytes behind the end are not", arguments: [1, 2, 3, 40])
    func jpegEnd(_ missing: Int) throws {
        let jpeg = BlockJPEG(columns: 8, rows: 8) { column, row in UInt8(16 * column + row) }.data
        #expect(try problem(jpeg.dropLast(missing)) == "file-truncated")
        #expect(try problem(jpeg + Data(repeating: 0x55, count: 5000)) == nil)
    }

    @Test("a JPEG that EXIF turns does not go into a PDF as it is")
    func turnedJPEG() throws {
        let jpeg = BlockJPEG(columns: 4, rows: 2) { column, row in column + row == 0 ? 0 : 255 }.data
        let exif: [UInt8] =
            [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8)
            + [0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        let path = try scratch.write(jpeg.prefix(2) + exif + jpeg.dropFirst(2), to: "turned.jpg")
        #expect(try !ImageFile.isPassableJPEG(path))
        let read = try Raster(decoding: path, format: .jpeg, page: 0, limits: InputLimits())
        // Six says: turn clockwise by a quarter, so the first block comes to the top right.
        #expect(read.width == 16 && read.height == 32)
        #expect(try read.level(12, 4) < 20 && read.level(4, 4) > 235)
    }

    @Test("a page the file does not have is refused")
    func missingPage() throws {
        let path = try scratch.write(BarFax.tiff(pages: 2), to: "two.tif")
        let error = #expect(throws: CaptureError.self) {
            _ = try Raster(decoding: path, format: .tiff, page: 2, limits: InputLimits())
        }
        #expect(error?.problem == "page-missing")
    }

    @Test("every message has a remedy in both languages")
    func remedies() throws {
        let path = try scratch.write(Data(), to: "empty")
        let error = #expect(throws: CaptureError.self) { _ = try ImageFile.inspect(path, limits: InputLimits()) }
        #expect(error?.code == .badInput)
        #expect(error?.remedy.de.isEmpty == false && error?.remedy.en.isEmpty == false)
    }
}
