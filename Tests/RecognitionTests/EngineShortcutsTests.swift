import CLeptonica
import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@testable import Recognition

@Suite("shortcuts of the text engine")
struct EngineShortcutsTests {
    @Test("the engine packs no image of a line as PNG to unpack it at once")
    func unpackedLines() throws {
        let pages = try #require(Programs.projectFolder()).appendingPathComponent("testdata/pages")
        let path = pages.appendingPathComponent("letter-200dpi.jpg").path
        let page = try Raster(decoding: path, format: .jpeg, page: 0, limits: InputLimits())
        var reader = try TextReader(languages: ["deu"])
        let before = TextReader.unpackedLines
        let lines = try reader.read(page).lines.count
        #expect(lines > 10 && TextReader.unpackedLines - before >= lines)
    }

    @Test(
        "what the engine asks of OpenMP and leptonica is answered by this program",
        arguments: [
            ("libgomp.so.1", "GOMP_parallel"), ("libgomp.so.1", "GOMP_parallel_sections"),
            ("libgomp.so.1", "GOMP_sections_next"), ("libgomp.so.1", "GOMP_sections_end_nowait"),
            ("libgomp.so.1", "omp_get_num_threads"), ("libgomp.so.1", "omp_get_thread_num"),
            ("liblept.so.5", "pixOpenBrick"), ("liblept.so.5", "pixWriteMem"),
        ])
    func answeredHere(library: String, name: String) throws {
        let theirs = try #require(dlopen(library, RTLD_LAZY))
        defer { dlclose(theirs) }
        #expect(try #require(dlsym(nil, name)) != #require(dlsym(theirs, name)))
    }

    @Test("an opening leaves what leptonica's erosion and dilation leave, for bricks of every shape")
    func openings() throws {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let image = try Bitmap(blackenedBy: &numbers)
            let (width, height) = (Int32.random(in: 1...80, using: &numbers), Int32.random(in: 1...30, using: &numbers))
            var brick = selCreateBrick(height, width, height / 2, width / 2, Int32(SEL_HIT))
            defer { selDestroy(&brick) }
            let expected = try Bitmap(pixOpen(nil, image.pix, brick))
            let opened = try Bitmap(pixOpenBrick(nil, image.pix, width, height))
            #expect(opened.isEqual(to: expected), "\(width) x \(height)")
            let inPlace = pixOpenBrick(image.pix, image.pix, width, height)
            #expect(inPlace == image.pix && image.isEqual(to: expected))
        }
    }
}

/// A bitonal image of leptonica's.
private final class Bitmap {
    let pix: UnsafeMutablePointer<PIX>

    init(_ pix: UnsafeMutablePointer<PIX>?) throws { self.pix = try #require(pix) }

    /// Of random size, with bars that are often as long as a brick, and longer.
    convenience init(blackenedBy numbers: inout SeededGenerator) throws {
        try self.init(pixCreate(.random(in: 1...200, using: &numbers), .random(in: 1...90, using: &numbers), 1))
        let (width, height) = (pixGetWidth(pix), pixGetHeight(pix))
        for _ in 0..<12 {
            pixRasterop(
                pix, .random(in: 0..<width, using: &numbers), .random(in: 0..<height, using: &numbers),
                .random(in: 1...120, using: &numbers), .random(in: 1...50, using: &numbers), PIX_SET, nil, 0, 0)
        }
    }

    deinit {
        var last: UnsafeMutablePointer<PIX>? = pix
        pixDestroy(&last)
    }

    func isEqual(to other: Bitmap) -> Bool {
        var same: Int32 = 0
        return pixEqual(pix, other.pix, &same) == 0 && same == 1
    }
}
