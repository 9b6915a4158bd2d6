package import CaptureModel
import Cryptography
import Foundation

/// The MD5 that PDF wants of attached files (ISO 32000-1, table 46): told for readers that ask, never relied on.
package enum MD5 {
    /// The digest of a file in 32 hexadecimal digits; nil where the system's cryptography refuses MD5.
    package static func of(file path: String) throws(CaptureError) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .storage("open") }
        defer { close(file) }
        guard var checksum = MD5Checksum() else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage("read") }
            if count == 0 { break }
            buffer.withUnsafeBytes { checksum.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        return checksum.finish().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
            .joined()
    }
}
