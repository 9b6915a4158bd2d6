import COpenSSL
package import CaptureModel

extension SigningKey {
    /// The key of a PKCS #12 file (RFC 7292), with its certificate and those above it.
    package static func file(_ content: [UInt8], password: String) throws(CaptureError) -> SigningKey {
        ERR_clear_error()
        let container = OpenSSLCoding.decoded(content, free: { PKCS12_free($0) }) { d2i_PKCS12(nil, $0, $1) }
        guard let container else { throw .keyFileUnreadable(OpenSSLFault.reasons()) }
        defer { PKCS12_free(container) }
        guard PKCS12_verify_mac(container, password, Int32(password.utf8.count)) == 1 else { throw .keyPasswordWrong }
        var key: OpaquePointer?
        var certificate: OpaquePointer?
        var chain: OpaquePointer?
        let isRead = PKCS12_parse(container, password, &key, &certificate, &chain) == 1
        guard isRead, let key, let certificate, let list = chain ?? copenssl_certificates() else {
            let reasons = OpenSSLFault.reasons()
            EVP_PKEY_free(key)
            X509_free(certificate)
            if let chain { copenssl_certificates_free(chain) }
            throw .keyFileUnreadable(reasons)
        }
        return try SigningKey(owning: key, certificate: certificate, chain: list)
    }
}
