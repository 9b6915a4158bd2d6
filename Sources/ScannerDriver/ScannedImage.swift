/// A page as pixels: what the device's frames amount to.
///
/// Samples of 16 bits lose their lower byte, three frames of one color each are joined, one-bit color becomes 8-bit color.
/// Everything else stays as it came, the row stride included.
package struct ScannedImage: Sendable {
    package enum Layout: Sendable {
        /// One bit a pixel, 1 is black.
        case bitonal
        case gray
        case rgb
    }

    package let layout: Layout
    package let width: Int
    package let height: Int
    package let bytesPerLine: Int
    package let bytes: [UInt8]

    /// Nil where a frame is incomplete or the frames do not fit together.
    package init?(_ frames: [Frame]) {
        guard let first = frames.first, frames.allSatisfy(\.isComplete) else { return nil }
        guard frames.count > 1 else {
            self.init(first)
            return
        }
        let planes = [FrameParameters.Channel.red, .green, .blue].compactMap { color in
            frames.first { $0.parameters.channel == color }
        }
        guard frames.count == 3, planes.count == 3, planes.allSatisfy({ $0.parameters.width == first.parameters.width })
        else { return nil }
        self.init(planes: planes.map { ScannedImage($0) })
    }

    private init(layout: Layout, width: Int, height: Int, bytesPerLine: Int, bytes: [UInt8]) {
        self.layout = layout
        self.width = width
        self.height = height
        self.bytesPerLine = bytesPerLine
        self.bytes = bytes
    }
}

extension ScannedImage {
    /// One frame as a page of its own; a single color counts as gray.
    private init(_ frame: Frame) {
        let parameters = frame.parameters
        switch (parameters.depth, parameters.channel) {
        case (1, .gray): self.init(frame, .bitonal)
        case (1, _): self.init(expandingBitsOf: frame)
        case (16, _): self.init(highBytesOf: frame)
        case (_, .rgb): self.init(frame, .rgb)
        default: self.init(frame, .gray)
        }
    }

    private init(_ frame: Frame, _ layout: Layout) {
        self.init(
            layout: layout, width: frame.parameters.width, height: frame.rows,
            bytesPerLine: frame.parameters.bytesPerLine, bytes: frame.bytes)
    }

    /// SANE sends samples of 16 bits in the machine's byte order.
    private init(highBytesOf frame: Frame) {
        let high = UInt16(littleEndian: 1) == 1 ? 1 : 0
        self.init(samplesOf: frame) { source, row, sample in source[row + 2 * sample + high] }
    }

    /// One-bit color comes as a byte with 8 pixels of each color in turn; unlike one-bit gray, 1 is bright.
    private init(expandingBitsOf frame: Frame) {
        let channels = frame.parameters.samplesPerPixel
        self.init(samplesOf: frame) { source, row, sample in
            let (pixel, channel) = sample.quotientAndRemainder(dividingBy: channels)
            let byte = source[row + pixel / 8 * channels + channel]
            return byte >> UInt8(7 - pixel % 8) & 1 == 1 ? 255 : 0
        }
    }

    /// Rows of 8-bit samples without padding; `read` gets the frame's bytes, where the row starts, and which sample of it.
    private init(samplesOf frame: Frame, _ read: (UnsafeBufferPointer<UInt8>, Int, Int) -> UInt8) {
        let parameters = frame.parameters
        let samples = parameters.width * parameters.samplesPerPixel
        let rows = frame.rows
        let bytes = [UInt8](unsafeUninitializedCapacity: rows * samples) { target, count in
            frame.bytes.withUnsafeBufferPointer { source in
                for y in 0..<rows {
                    for x in 0..<samples { target[y * samples + x] = read(source, y * parameters.bytesPerLine, x) }
                }
            }
            count = rows * samples
        }
        self.init(
            layout: parameters.channel == .rgb ? .rgb : .gray, width: parameters.width, height: rows,
            bytesPerLine: samples, bytes: bytes)
    }

    /// Red, green and blue of equal width; where one has fewer rows, as many as all have.
    private init(planes: [ScannedImage]) {
        let width = planes[0].width
        let height = planes.map(\.height).min() ?? 0
        var bytes = [UInt8](repeating: 0, count: 3 * width * height)
        bytes.withUnsafeMutableBufferPointer { target in
            for (channel, plane) in planes.enumerated() {
                plane.bytes.withUnsafeBufferPointer { source in
                    for y in 0..<height {
                        for x in 0..<width {
                            target[3 * (y * width + x) + channel] = source[y * plane.bytesPerLine + x]
                        }
                    }
                }
            }
        }
        self.init(layout: .rgb, width: width, height: height, bytesPerLine: 3 * width, bytes: bytes)
    }
}
