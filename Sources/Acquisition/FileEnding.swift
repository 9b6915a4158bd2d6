// Does a file end as its kind must end? A copy over the network can pause for longer than any waiting time; a file that
// lacks its end is most likely such a copy.
//
// No parser: the first bytes tell the kind, the last ones the end. Of a TIFF, which has no end of its own, the chain of
// directories must lie inside the file. What is wrong beyond that is told by the worker, in its sandbox.

import Foundation

/// Whether the end of a file is there.
enum FileEnding: Sendable, Hashable {
    case complete
    case incomplete
    /// Not a kind of file whose end is known.
    case unknown

    /// Bytes at the end in which the sign of the end must stand: some writers add a signature or padding behind it.
    private static let tail = 4096
    /// Directories of a TIFF that are looked at; a file with more is left to the worker.
    private static let mostDirectories = 10_000

    /// Judges a file of `size` bytes; `read` gives up to as many bytes as asked for from an offset.
    static func judge(size: Int, read: (_ offset: Int, _ count: Int) -> [UInt8]) -> FileEnding {
        let head = read(0, 1024)
        func ends(with sign: [UInt8]) -> FileEnding {
            let tail = read(max(0, size - Self.tail), Self.tail)
            return contains(sign, in: tail) ? .complete : .incomplete
        }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return ends(with: [0xFF, 0xD9]) }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return ends(with: Array("IEND".utf8)) }
        if [[0x49, 0x49], [0x4D, 0x4D]].contains(Array(head.prefix(2))) { return tiff(head, size, read) }
        if contains(Array("%PDF-".utf8), in: head) { return ends(with: Array("%%EOF".utf8)) }
        return .unknown
    }

    /// Judges an open file.
    static func judge(_ file: Int32, size: Int) -> FileEnding {
        judge(size: size) { offset, count in
            var bytes = [UInt8](repeating: 0, count: count)
            let done = pread(file, &bytes, count, off_t(offset))
            return Array(bytes.prefix(max(0, done)))
        }
    }

    /// Follows the chain of directories to its end, as TIFF 6.0 section 2 and BigTIFF have it.
    private static func tiff(_ head: [UInt8], _ size: Int, _ read: (Int, Int) -> [UInt8]) -> FileEnding {
        let isLittle = head.first == 0x49
        func number(_ offset: Int, _ count: Int) -> Int? {
            let bytes = read(offset, count)
            guard bytes.count == count else { return nil }
            let value = (isLittle ? bytes.reversed() : bytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: value)
        }
        guard let version = number(2, 2) else { return .incomplete }
        guard version == 42 || version == 43 else { return .unknown }
        let isBig = version == 43
        // A writer that is not done has not set the place of the first directory yet.
        guard var next = number(isBig ? 8 : 4, isBig ? 8 : 4), next != 0 else { return .incomplete }
        for _ in 1...mostDirectories {
            guard next > 0, next < size, let entries = number(next, isBig ? 8 : 2) else { return .incomplete }
            guard entries <= 65_535 else { return .unknown }
            let link = next + (isBig ? 8 + 20 * entries : 2 + 12 * entries)
            guard let following = number(link, isBig ? 8 : 4) else { return .incomplete }
            if following == 0 { return .complete }
            next = following
        }
        return .unknown
    }

    private static func contains(_ sign: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: sign) }
    }
}
