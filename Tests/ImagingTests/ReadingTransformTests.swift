import CaptureModel
import Imaging
import TestSupport
import Testing

@Suite("Places on the image that was read lead back to the page as acquired")
struct ReadingTransformTests {
    @Test(
        "a box moves with its quarter turn",
        arguments: [
            (QuarterTurn.none, Box(x: 10, y: 20, width: 30, height: 5)),
            (.right, Box(x: 20, y: 160, width: 5, height: 30)),
            (.half, Box(x: 60, y: 175, width: 30, height: 5)),
            (.left, Box(x: 75, y: 10, width: 5, height: 30)),
        ])
    func quarterTurn(_ turn: QuarterTurn, _ expected: Box) {
        let way = ReadingTransform(width: 100, height: 200, pose: PagePose(rotation: turn))
        #expect(way.original(Box(x: 10, y: 20, width: 30, height: 5)) == expected)
    }

    @Test("a dot drawn on the page is found where it was drawn", arguments: QuarterTurn.allCases, [-5.0, 0.7, 3.0])
    func dot(_ turn: QuarterTurn, _ skew: Double) throws {
        let (width, height) = (600, 900)
        let dot = Box(x: 420, y: 200, width: 12, height: 12)
        let levels = (0..<height).flatMap { y in
            (0..<width).map { x in
                UInt8((dot.x..<dot.right).contains(x) && (dot.y..<dot.bottom).contains(y) ? 0 : 255)
            }
        }
        let page = try Raster(levels, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: 150)
        let pose = PagePose(rotation: turn, skewDegrees: skew)
        let seen = try page.rotated(turn).rotated(degrees: -skew)
        let seenWidth = seen.width
        let place = try seen.withGrayBytes { (bytes, bytesPerLine) throws(CaptureError) -> Box in
            let dark = bytes.indices.filter { bytes[$0] < 128 && $0 % bytesPerLine < seenWidth }
            let (x, y) = (dark.map { $0 % bytesPerLine }, dark.map { $0 / bytesPerLine })
            let (left, top) = (x.min() ?? 0, y.min() ?? 0)
            return Box(x: left, y: top, width: (x.max() ?? 0) + 1 - left, height: (y.max() ?? 0) + 1 - top)
        }
        let found = ReadingTransform(width: width, height: height, pose: pose).original(place)
        #expect(abs(found.x + found.width / 2 - 426) <= 2 && abs(found.y + found.height / 2 - 206) <= 2)
    }

    @Test("a box never reaches beyond the page")
    func clamped() {
        let way = ReadingTransform(width: 100, height: 200, pose: PagePose(skewDegrees: 5))
        let box = way.original(Box(x: 0, y: 0, width: 100, height: 200))
        #expect(box == Box(x: 0, y: 0, width: 100, height: 200))
    }
}
