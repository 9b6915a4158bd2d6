package import CaptureModel
import COpenSSL

/// Bytes that nobody can foretell.
package enum RandomBytes {
    package static func make(_ count: Int) throws(CaptureError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw .openSSL("RAND_bytes") }
        return bytes
    }
}
