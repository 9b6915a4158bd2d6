package import CaptureModel
import COpenSSL
import Foundation

/// The MD5 that PDF wants of attached files (ISO 32000-1, table 46): told for readers that ask, never relied on.
package enum MD5 {
    /// The digest of a file in 32 hexadecimal digits; nil where the system's cryptography refuses MD5.
    package static func of(file path: String) throws(CaptureError) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .storage("open") }
        defer { close(file) }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestInit_ex(context, EVP_md5(), nil) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage("read") }
            if count == 0 { break }
            EVP_DigestUpdate(context, buffer, count)
        }
        var digest = [UInt8](repeating: 0, count: 16)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { return nil }
        return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }.joined()
    }
}
