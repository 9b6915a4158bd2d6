import COpenSSL
package import CaptureModel

extension SigningKey {
    /// A key in a PKCS #11 token.
    ///
    /// - Parameters:
    ///   - label: the key's; nil takes the only one.
    ///   - certificates: PEM text of the key's certificate and those above it, in this order; nil where the token holds
    ///     the certificate.
    package static func token(
        module: String, token: String, label: String?, pin: String, certificates: [UInt8]?
    ) throws(CaptureError) -> SigningKey {
        let session = try TokenSession(module: module, token: token, pin: pin)
        let object = try session.key(labeled: label)
        let chain = try certificates.map { pem throws(CaptureError) in
            guard let list = Certificate.list(pem: pem) else { throw CaptureError.certificatesUnreadable }
            return list
        }
        guard let list = chain ?? copenssl_certificates() else { throw .openSSL("sk_X509_new") }
        guard let certificate = session.certificate(of: object) ?? first(of: list) else {
            copenssl_certificates_free(list)
            throw .tokenKeyMissing("no certificate")
        }
        guard let key = PKCS11_get_private_key(object) else {
            copenssl_certificates_free(list)
            X509_free(certificate)
            throw .tokenKeyMissing(OpenSSLFault.reasons())
        }
        return try SigningKey(owning: key, certificate: certificate, chain: list, session: session)
    }

    /// The first of the list, taken out of it.
    private static func first(of list: OpaquePointer) -> OpaquePointer? { copenssl_certificates_take_first(list) }
}
