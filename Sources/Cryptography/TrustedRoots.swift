import COpenSSL
import CaptureModel

/// The certificates a service's answers are traced back to.
package enum TrustedRoots: Sendable, Hashable {
    /// Those of this machine, as Debian's `ca-certificates` installs them.
    case system
    /// PEM text, one or several.
    case certificates([UInt8])

    /// An `X509_STORE`, the caller's to free.
    func store() throws(CaptureError) -> OpaquePointer {
        guard let store = X509_STORE_new() else { throw .openSSL("X509_STORE_new") }
        switch self {
        case .system: X509_STORE_set_default_paths(store)
        case .certificates(let pem):
            guard let list = Certificate.list(pem: pem) else {
                X509_STORE_free(store)
                throw .certificatesUnreadable
            }
            for index in 0..<copenssl_certificates_count(list) {
                X509_STORE_add_cert(store, copenssl_certificates_at(list, index))
            }
            copenssl_certificates_free(list)
        }
        // What is trusted is what the operator named, be it a root or not.
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        return store
    }
}
