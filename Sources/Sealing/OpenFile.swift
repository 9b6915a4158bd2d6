import CaptureModel
import DurableFiles
import Foundation

/// A file open for reading, read in pieces.
struct OpenFile: ~Copyable {
    private static let piece = 1 << 20

    private let file: Int32
    let sizeInBytes: Int

    init(_ path: String) throws(CaptureError) {
        file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw errno == ENOENT ? .sealMaterialChanged("missing") : .storage("open") }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            close(file)
            throw .storage("fstat")
        }
        sizeInBytes = Int(status.st_size)
    }

    borrowing func read(
        _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(CaptureError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(Self.piece, range.count), alignment: 16)
        defer { buffer.deallocate() }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let count = pread(file, buffer.baseAddress, min(buffer.count, range.upperBound - offset), offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw count < 0 ? .storage("pread") : .sealMaterialChanged("end of file") }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
    }

    borrowing func bytes(_ range: Range<Int>) throws(CaptureError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        try read(range) { bytes += $0 }
        return bytes
    }

    deinit { close(file) }
}
