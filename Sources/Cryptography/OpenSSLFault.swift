import COpenSSL
import CaptureModel

/// What OpenSSL left in this thread's list of errors; none of it holds a secret.
enum OpenSSLFault {
    /// Takes the errors away and answers their reasons, the oldest first.
    static func reasons() -> String {
        var reasons: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            reasons.append(ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)")
        }
        return reasons.joined(separator: "; ")
    }
}

extension CaptureError {
    /// A call of OpenSSL that should not have failed did.
    static func openSSL(_ call: String) -> CaptureError { .fault(call, OpenSSLFault.reasons()) }
}
