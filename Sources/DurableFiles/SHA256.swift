package import CaptureModel
import Cryptography
package import Foundation

/// The SHA-256 of bytes given piece by piece, as lower-case hexadecimal: how files are named and compared.
package struct SHA256: ~Copyable {
    private var digest = MessageDigest(.sha256)

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) { digest.update(bytes) }

    package consuming func finish() -> String {
        digest.finish().hexadecimal
    }

    package static func of(_ bytes: Data) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }

    /// The digest and size of a file, read in pieces of 1 MiB.
    package static func of(file path: String) throws(CaptureError) -> (hex: String, sizeInBytes: Int) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .storage("open") }
        defer { close(file) }
        var hash = SHA256()
        var size = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(file, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage("read") }
            if count == 0 { break }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
            size += count
        }
        return (hash.finish(), size)
    }
}
