import CaptureModel
import Foundation

/// A file opened for reading, of which only the piece asked for is in memory.
struct SourceFile: ~Copyable {
    private let file: Int32
    let sizeInBytes: Int

    init(path: String) throws(CaptureError) {
        file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .composing("open record image") }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            close(file)
            throw .composing("fstat")
        }
        sizeInBytes = Int(status.st_size)
    }

    /// `count` bytes from `offset`, fewer only at the end of the file.
    ///
    /// It throws where there is nothing left: a file that shrinks while it is read must not become a PDF.
    borrowing func bytes(at offset: Int, count: Int) throws(CaptureError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var result: Int
        repeat { result = pread(file, &buffer, count, offset) } while result < 0 && errno == EINTR
        guard result > 0 else { throw .composing("read record image") }
        buffer.removeSubrange(result...)
        return buffer
    }

    deinit { close(file) }
}
