import COpenSSL
package import CaptureModel
package import Foundation

/// A private key with its certificate, from a file or in a token; what it signs is signed in the name of its holder.
///
/// Calls may come from any thread, but one at a time: tokens have one session.
package final class SigningKey: @unchecked Sendable {
    // Sendable: the three are never changed after `init`, OpenSSL counts their references with atomics, and a signature
    // works on a context of its own. The session is only kept alive.

    /// The least size of an RSA key that is taken, in bits; TR-02102-1 asks new installations for 3,000.
    private static let leastRSABits = 2_048
    /// The least size of a key on an elliptic curve; TR-02102-1 asks for 250.
    private static let leastCurveBits = 224

    let key: OpaquePointer
    let certificate: OpaquePointer
    /// The certificates between the key's and a root; who verifies has the root, or must not take it from us.
    let chain: OpaquePointer
    private let session: TokenSession?
    package let facts: CertificateFacts

    /// Takes the three over; they are freed here whatever happens.
    init(
        owning key: OpaquePointer, certificate: OpaquePointer, chain: OpaquePointer, session: TokenSession? = nil
    ) throws(CaptureError) {
        copenssl_certificates_drop_roots(chain)
        self.key = key
        self.certificate = certificate
        self.chain = chain
        self.session = session
        guard let facts = Certificate.facts(certificate) else { throw .openSSL("X509_get0_notAfter") }
        self.facts = facts
        try checkSuitability()
    }

    /// Bytes that a signature with this key takes besides a timestamp, with room to spare.
    package var signatureSizeInBytes: Int {
        var count = Certificate.der(certificate)?.count ?? 0
        for index in 0..<copenssl_certificates_count(chain) {
            if let one = copenssl_certificates_at(chain, index) { count += Certificate.der(one)?.count ?? 0 }
        }
        // Names and serial number stand once more in the signer's part; signed attributes and framing take some 400.
        return count + Int(EVP_PKEY_get_size(key)) + 1_536
    }

    /// Refuses a certificate that is not valid at `time`: nobody would accept what it signs.
    package func check(at time: Date) throws(CaptureError) {
        if time > facts.validUntil { throw .certificateExpired }
        if time < facts.validFrom { throw .certificateNotYetValid }
    }

    /// The signature over `bytes` in the form its kind of key has: PKCS #1 v1.5 or ECDSA in DER.
    func signature(of bytes: [UInt8], _ algorithm: DigestAlgorithm) throws(CaptureError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .openSSL("EVP_MD_CTX_new") }
        defer { EVP_MD_CTX_free(context) }
        ERR_clear_error()
        var count = Int(EVP_PKEY_get_size(key))
        var result = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSignInit(context, nil, algorithm.method, nil, key) == 1,
            EVP_DigestSign(context, &result, &count, bytes, bytes.count) == 1
        else { throw session == nil ? .openSSL("EVP_DigestSign") : .tokenAway(OpenSSLFault.reasons()) }
        return Array(result[..<count])
    }

    private func checkSuitability() throws(CaptureError) {
        guard X509_check_private_key(certificate, key) == 1 else {
            throw .keyUnsuited(OpenSSLFault.reasons())
        }
        guard Certificate.permitsSigning(certificate) else { throw .keyUnsuited("key usage") }
        let bits = Int(EVP_PKEY_get_bits(key))
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_RSA where bits >= Self.leastRSABits: break
        case EVP_PKEY_EC where bits >= Self.leastCurveBits: break
        default: throw .keyUnsuited("\(bits) bits")
        }
    }

    deinit {
        EVP_PKEY_free(key)
        X509_free(certificate)
        copenssl_certificates_free(chain)
    }
}
