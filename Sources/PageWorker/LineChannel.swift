import CaptureModel
import Foundation

/// JSON objects, one a line, over a pair of descriptors.
struct LineChannel {
    /// A request of 10,000 pages has 2 MB; more than this is not from our daemon.
    private static let longestLine = 64 << 20
    private static let newline = UInt8(ascii: "\n")

    private let input: Int32
    private let output: Int32
    private var pending = Data()

    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    /// Standard input and output.
    ///
    /// From now on what a library prints to standard output goes to standard error.
    static func standard() throws(CaptureError) -> LineChannel {
        let replies = dup(STDOUT_FILENO)
        guard replies >= 0, fcntl(replies, F_SETFD, FD_CLOEXEC) >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
            throw .fault("dup", String(cString: strerror(errno)))
        }
        return LineChannel(input: STDIN_FILENO, output: replies)
    }

    /// The next line; nil at the end of input.
    ///
    /// A last line without an end was cut off and is no line.
    mutating func next() throws(CaptureError) -> Data? {
        var searched = 0
        while true {
            let tail = pending.dropFirst(searched)
            if let end = tail.firstIndex(of: Self.newline) {
                let line = Data(pending[pending.startIndex..<end])
                pending = Data(pending[(end + 1)...])
                return line
            }
            searched = pending.count
            guard searched < Self.longestLine else { throw .fault("LineChannel.next", "line too long") }
            guard try readMore() else { return nil }
        }
    }

    /// Writes the value on a line of its own, wholly.
    func send(_ value: some Encodable) throws(CaptureError) {
        var line: Data
        do { line = try JSONEncoder().encode(value) } catch { throw .fault("JSONEncoder.encode", "\(error)") }
        line.append(Self.newline)
        var done = 0
        while done < line.count {
            let count = line.withUnsafeBytes { write(output, $0.baseAddress?.advanced(by: done), $0.count - done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .fault("write", String(cString: strerror(errno))) }
            done += count
        }
    }

    private mutating func readMore() throws(CaptureError) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var count: Int
        repeat { count = read(input, &buffer, buffer.count) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw .fault("read", String(cString: strerror(errno))) }
        pending.append(contentsOf: buffer.prefix(count))
        return count > 0
    }
}
