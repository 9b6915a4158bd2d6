import ScannerDriver
import Testing

@Suite("Frames of a page") struct ScannedImageTests {
    @Test("samples of 16 bits keep their high byte")
    func sixteenBits() throws {
        let samples: [UInt16] = [0x1234, 0xFF00, 0x00FF, 0x8001]
        let bytes = samples.flatMap { sample in withUnsafeBytes(of: sample) { Array($0) } }
        let parameters = FrameParameters(channel: .gray, width: 2, height: 2, bytesPerLine: 4, depth: 16)
        let image = try #require(ScannedImage([Frame(parameters, bytes: bytes)]))
        #expect(image.bytes == [0x12, 0xFF, 0x00, 0x80] && image.bytesPerLine == 2 && image.layout == .gray)
    }

    @Test("one bit of color is a byte for each color in turn, 1 is bright")
    func oneBitColor() throws {
        let parameters = FrameParameters(channel: .rgb, width: 2, height: 1, bytesPerLine: 3, depth: 1)
        let image = try #require(ScannedImage([Frame(parameters, bytes: [0b1000_0000, 0b0100_0000, 0])]))
        #expect(image.bytes == [255, 0, 0, 0, 255, 0] && image.layout == .rgb)
    }

    @Test("three colors are joined by name, whatever their order and padding")
    func planes() throws {
        let frames: [Frame] = zip([.blue, .red, .green], [3, 1, 2]).map { (channel: FrameParameters.Channel, value) in
            Frame(
                FrameParameters(channel: channel, width: 1, height: 2, bytesPerLine: 2, depth: 8),
                bytes: [value, 99, value + 10, 99])
        }
        let image = try #require(ScannedImage(frames))
        #expect(image.bytes == [1, 2, 3, 11, 12, 13] && image.height == 2)
    }

    @Test("a frame with rows missing is no page", arguments: [(Int?(2), 7), (Int?(2), 0), (nil, 6), (nil, 0)])
    func incomplete(_ height: Int?, _ size: Int) {
        let parameters = FrameParameters(channel: .gray, width: 4, height: height, bytesPerLine: 4, depth: 8)
        #expect(ScannedImage([Frame(parameters, bytes: [UInt8](repeating: 0, count: size))]) == nil)
    }

    @Test("rows beyond the announced ones are kept")
    func moreRows() throws {
        let parameters = FrameParameters(channel: .gray, width: 4, height: 2, bytesPerLine: 4, depth: 8)
        #expect(ScannedImage([Frame(parameters, bytes: [UInt8](repeating: 0, count: 12))])?.height == 3)
    }

    @Test("two frames are no page, nor are three of one color")
    func wrongFrames() {
        let frame = { (channel: FrameParameters.Channel) in
            Frame(FrameParameters(channel: channel, width: 1, height: 1, bytesPerLine: 1, depth: 8), bytes: [0])
        }
        #expect(ScannedImage([frame(.red), frame(.green)]) == nil)
        #expect(ScannedImage([frame(.red), frame(.red), frame(.red)]) == nil)
        #expect(ScannedImage([]) == nil)
    }
}
