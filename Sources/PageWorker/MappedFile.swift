import CaptureModel
import Foundation

/// A file as memory; its bytes are valid as long as the value lives.
struct MappedFile: ~Copyable {
    let bytes: UnsafeRawBufferPointer

    /// Throws where there is no such file or it is empty.
    init(path: String) throws(CaptureError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        defer { close(file) }
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0, status.st_size > 0 else { throw Self.fault("open") }
        let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0)
        guard let start, start != MAP_FAILED else { throw Self.fault("mmap") }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    private static func fault(_ call: String) -> CaptureError { .fault(call, String(cString: strerror(errno))) }
}
