import CaptureModel
import Foundation
import TestSupport
import Testing

/// An image as pdftoppm writes it with `-gray` or in color.
private struct Picture {
    let width, height, channels: Int
    let samples: [UInt8]

    /// The document's first page, drawn at `resolution` dots per inch.
    init(page path: String, resolution: Int, gray: Bool = true) throws {
        let outcome = try Tool.run(
            "pdftoppm", ["-r", "\(resolution)", "-singlefile"] + (gray ? ["-gray"] : []) + [path])
        let parts = outcome.output.split(separator: 0x0A, maxSplits: 3)
        try #require(parts.count == 4, "\(outcome.errorText)")
        let size = String(decoding: parts[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        (width, height) = (size[0], size[1])
        channels = gray ? 1 : 3
        samples = [UInt8](parts[3])
    }

    func color(x: Int, y: Int) -> [Int] {
        (0..<channels).map { Int(samples[(y * width + x) * channels + $0]) }
    }
}

@Suite("what readers draw")
struct RenderingTests {
    @Test("each pixel of group 4 data stands where it was, white is white and black is black")
    func bitonal() throws {
        var sample = try Sample()
        try sample.addBarPage()
        let picture = try Picture(page: sample.compose(), resolution: 72)
        #expect(picture.width == BarFax.side && picture.height == BarFax.side)
        for x in 0..<BarFax.side {
            #expect(picture.color(x: x, y: 30) == [BarFax.bar.contains(x) ? 0 : 255])
        }
    }

    @Test("a page is shown turned clockwise as the analysis says", arguments: QuarterTurn.allCases)
    func rotation(_ turn: QuarterTurn) throws {
        var sample = try Sample()
        try sample.addPage([], rotation: turn)
        // The only dark block stands at the top left of the record image.
        let picture = try Picture(page: sample.compose(), resolution: 100)
        let corners = [
            (4, 4), (picture.width - 4, 4), (picture.width - 4, picture.height - 4), (4, picture.height - 4),
        ]
        let dark = corners.map { picture.color(x: $0.0, y: $0.1)[0] < 100 }
        #expect(dark.firstIndex(of: true) == turn.rawValue / 90 && dark.count(where: { $0 }) == 1)
        #expect((picture.width, picture.height) == (480, 640))
    }

    @Test("gray blocks have the level they were given")
    func gray() throws {
        var sample = try Sample()
        try sample.addPage([], image: BlockJPEG(columns: 16, rows: 2) { column, row in UInt8(column * 15 + row) })
        let picture = try Picture(page: sample.compose(), resolution: 100)
        for column in 0..<16 {
            #expect(abs(picture.color(x: 8 * column + 4, y: 4)[0] - column * 15) <= 2)
        }
    }

    @Test("color blocks have the color they were given")
    func color() throws {
        // Luma and the two color differences of red, green and blue (JFIF 1.02).
        let levels: [[UInt8]] = [[76, 150, 29], [85, 44, 255], [255, 21, 107]]
        var sample = try Sample()
        try sample.addPage([], image: BlockJPEG(columns: 3, rows: 1, levels: levels))
        let picture = try Picture(page: sample.compose(), resolution: 100, gray: false)
        for channel in 0..<3 {
            let color = picture.color(x: 8 * channel + 4, y: 4)
            #expect(color[channel] > 240 && color.indices.allSatisfy { $0 == channel || color[$0] < 15 }, "\(color)")
        }
    }

    @Test("layers show the foreground where the mask is black and the background elsewhere")
    func layers() throws {
        var sample = try Sample()
        try sample.addLayeredPage(
            background: BlockJPEG(
                columns: 2, rows: 2, levels: [[230, 230, 230, 230], [128, 128, 128, 128], [128, 128, 128, 128]]),
            foreground: BlockJPEG(columns: 1, rows: 1, levels: [[76], [85], [255]]))
        let picture = try Picture(page: sample.compose(), resolution: 72, gray: false)
        for x in 0..<BarFax.side {
            let color = picture.color(x: x, y: 30)
            if BarFax.bar.contains(x) {
                #expect(color[0] > 240 && color[1] < 15 && color[2] < 15, "\(color)")
            } else {
                #expect(color.allSatisfy { abs($0 - 230) < 4 }, "\(color)")
            }
        }
    }

    @Test("each pixel of JBIG2 stands where it was, white is white and black is black")
    func jbig2() throws {
        var sample = try Sample()
        try sample.addJBIG2Page()
        let picture = try Picture(page: sample.compose(), resolution: 72)
        for x in 0..<BarFax.side {
            #expect(picture.color(x: x, y: 30) == [BarFax.bar.contains(x) ? 0 : 255])
        }
    }

    @Test("the text layer draws nothing")
    func invisible() throws {
        var plain = try Sample()
        try plain.addPage([])
        var written = try Sample()
        try written.addPage(Sample.letter)
        #expect(
            try Picture(page: plain.compose(), resolution: 100).samples
                == Picture(page: written.compose(), resolution: 100).samples)
    }
}
