import CSANE
import CaptureModel

/// What a driver tells of a frame: a page, or one color of it.
package struct FrameParameters: Sendable, Hashable {
    package enum Channel: Int, Sendable { case gray, rgb, red, green, blue }

    package var channel: Channel
    /// No other frame belongs to the page.
    package var isLast: Bool
    /// In pixels.
    package var width: Int
    /// In pixels; nil where the device learns it while it scans, as hand scanners do.
    package var height: Int?
    /// From one row to the next; may be more than the pixels need.
    package var bytesPerLine: Int
    /// Bits a sample: 1, 8 or 16.
    package var depth: Int

    package init(channel: Channel, isLast: Bool = true, width: Int, height: Int?, bytesPerLine: Int, depth: Int) {
        self.channel = channel
        self.isLast = isLast
        self.width = width
        self.height = height
        self.bytesPerLine = bytesPerLine
        self.depth = depth
    }

    /// Nil where the numbers contradict each other or are beyond the limits of a page.
    init?(_ parameters: SANE_Parameters) {
        guard let channel = Channel(parameters.format) else { return nil }
        self.init(
            channel: channel, isLast: parameters.last_frame != SANE_FALSE, width: Int(parameters.pixels_per_line),
            height: parameters.lines < 0 ? nil : Int(parameters.lines),
            bytesPerLine: Int(parameters.bytes_per_line), depth: Int(parameters.depth))
        let limits = InputLimits()
        guard [1, 8, 16].contains(depth), 1...limits.pixelsPerSide ~= width, height.map({ $0 > 0 }) ?? true,
            neededBytesPerLine...(8 * limits.pixelsPerSide) ~= bytesPerLine, height ?? 0 <= maxHeight
        else { return nil }
    }

    /// The most rows a page of this width may have.
    var maxHeight: Int {
        let limits = InputLimits()
        return min(limits.pixelsPerSide, limits.pixelsPerPage / width)
    }

    /// The most bytes a frame may have.
    var maxBytes: Int { maxHeight * bytesPerLine }

    var samplesPerPixel: Int { channel == .rgb ? 3 : 1 }

    /// One-bit rows are padded to whole bytes for each color.
    private var neededBytesPerLine: Int {
        samplesPerPixel * (depth == 1 ? (width + 7) / 8 : width * depth / 8)
    }
}

extension FrameParameters.Channel {
    fileprivate init?(_ format: SANE_Frame) {
        switch format {
        case SANE_FRAME_GRAY: self = .gray
        case SANE_FRAME_RGB: self = .rgb
        case SANE_FRAME_RED: self = .red
        case SANE_FRAME_GREEN: self = .green
        case SANE_FRAME_BLUE: self = .blue
        default: return nil
        }
    }
}

/// A frame with the bytes the device sent.
package struct Frame: Sendable {
    package var parameters: FrameParameters
    package var bytes: [UInt8]

    package init(_ parameters: FrameParameters, bytes: [UInt8]) {
        self.parameters = parameters
        self.bytes = bytes
    }

    /// Rows that came whole.
    package var rows: Int { bytes.count / parameters.bytesPerLine }

    /// All rows that were announced have come, or whole rows where none were.
    ///
    /// The only proof of a whole page: after a cancellation or a fault some drivers end a page as if all were well.
    package var isComplete: Bool {
        guard let height = parameters.height else { return rows > 0 && bytes.count % parameters.bytesPerLine == 0 }
        return rows >= height
    }
}
