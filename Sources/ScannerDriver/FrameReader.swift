/// Reads the frames of a page from a started device.
struct FrameReader {
    let cancel: CancelFlag
    let pulse: FeedPulse

    /// Bytes asked for at once.
    private static let bufferSize = 256 * 1024
    /// Empty reads in a row after which the device counts as hung; with the pauses between them about 10 s.
    private static let emptyReadLimit = 1000
    private static let emptyReadPauseSeconds = 0.01

    /// The page whose first frame has been started; each further color is started here.
    func readPage(from device: borrowing SANEDevice) throws(FeedStop) -> ScannedImage {
        var frames = [try readFrame(from: device)]
        while let last = frames.last, !last.parameters.isLast {
            guard frames.count < 3 else { throw .incomplete("more than three frames in a page") }
            do throws(ScannerFault) { try device.start() } catch { throw cancel.isSet ? .canceled : .fault(error) }
            frames.append(try readFrame(from: device))
        }
        guard let image = ScannedImage(frames) else { throw .incomplete("frames do not fit together") }
        return image
    }

    /// Whatever the driver says at the end, the page is worth nothing once it was canceled.
    private func readFrame(from device: borrowing SANEDevice) throws(FeedStop) -> Frame {
        let frame: Frame
        do throws(ScannerFault) {
            let parameters = try device.parameters()
            frame = Frame(parameters, bytes: try readBytes(from: device, parameters))
        } catch {
            throw cancel.isSet ? .canceled : .fault(error)
        }
        if cancel.isSet { throw .canceled }
        guard frame.isComplete, frame.bytes.count <= frame.parameters.maxBytes else {
            let announced = frame.parameters.height.map(String.init) ?? "unknown"
            throw .incomplete("\(frame.bytes.count) bytes, \(frame.rows) rows of \(announced)")
        }
        return frame
    }

    /// All bytes to the end of the frame; less where the feed is canceled or the device sends none any more, and just
    /// over the limit where there is no end.
    private func readBytes(
        from device: borrowing SANEDevice, _ parameters: FrameParameters
    ) throws(ScannerFault) -> [UInt8] {
        let limit = parameters.maxBytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity((parameters.height ?? 0) * parameters.bytesPerLine)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferSize, alignment: 16)
        defer { buffer.deallocate() }
        var emptyReads = 0
        while !cancel.isSet, bytes.count <= limit, emptyReads < Self.emptyReadLimit,
            let count = try device.read(into: buffer)
        {
            bytes.append(contentsOf: buffer[..<count])
            if count > 0 { pulse.beat() }
            emptyReads = count == 0 ? emptyReads + 1 : 0
            if count == 0 { cancel.pause(seconds: Self.emptyReadPauseSeconds) }
        }
        return bytes
    }
}
