import CSANE

/// One page on its way to the computer, in one frame or in three.
struct ScanPass {
    /// Index of the page's file.
    let page: Int
    let fault: FeederScript.Fault?
    private var frames: [Pixels]
    private let isThreePass: Bool
    private var current = 0
    private var offset = 0

    /// Nothing is being scanned.
    init() {
        page = 0
        fault = nil
        frames = []
        isThreePass = false
    }

    init(_ pixels: Pixels, isThreePass: Bool = false, page: Int = 0, fault: FeederScript.Fault? = nil) {
        self.page = page
        self.fault = fault
        self.isThreePass = isThreePass && pixels.layout == .rgb
        frames = self.isThreePass ? (0..<3).map(pixels.plane) : [pixels]
    }

    /// The middle of the first frame has been reached.
    var isFaultDue: Bool {
        guard current < frames.count else { return false }
        return current == 0 && offset >= frames[current].bytes.count / 2
    }

    /// What `sane_get_parameters` tells of the frame; nil where nothing is being scanned.
    var parameters: SANE_Parameters? {
        guard current < frames.count else { return nil }
        var result = guess
        switch fault {
        case .unknownLength: result.lines = -1
        case .wrongCount: result.lines += 10
        default: break
        }
        return result
    }

    /// The parameters as they are, whatever the script says.
    var guess: SANE_Parameters {
        let frame = frames[current]
        let isColor = frame.layout == .rgb
        let colors = [SANE_FRAME_RED, SANE_FRAME_GREEN, SANE_FRAME_BLUE]
        return SANE_Parameters(
            format: isThreePass ? colors[current] : isColor ? SANE_FRAME_RGB : SANE_FRAME_GRAY,
            last_frame: current == frames.count - 1 ? SANE_TRUE : SANE_FALSE,
            bytes_per_line: SANE_Int(frame.bytesPerLine), pixels_per_line: SANE_Int(frame.width),
            lines: SANE_Int(frame.height), depth: frame.layout == .bitonal ? 1 : 8)
    }

    /// Goes on to the page's next frame; false where there is none.
    mutating func nextFrame() -> Bool {
        guard current + 1 < frames.count, offset == frames[current].bytes.count else { return false }
        current += 1
        offset = 0
        return true
    }

    /// The next bytes of the frame, nil at its end; never across the middle where a fault waits.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        guard current < frames.count else { return nil }
        let bytes = frames[current].bytes
        let middle = bytes.count / 2
        let end = offset < middle && fault != nil ? middle : bytes.count
        let size = min(buffer.count, end - offset)
        guard size > 0 else { return nil }
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + size])) }
        offset += size
        return size
    }
}
