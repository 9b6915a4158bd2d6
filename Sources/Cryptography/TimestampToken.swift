import COpenSSL
package import CaptureModel
package import Foundation

/// A checked answer of a timestamp service: these bytes were there at this time.
package struct TimestampToken: Sendable, Hashable {
    /// The DER of the CMS `ContentInfo`.
    package let bytes: [UInt8]
    package let time: Date

    /// Checks that a stored token stands over `digest` and is signed by somebody trusted; answers it with its time.
    package static func checked(
        _ bytes: [UInt8], over digest: [UInt8], roots: TrustedRoots
    ) throws(CaptureError) -> TimestampToken {
        ERR_clear_error()
        let token = OpenSSLCoding.decoded(bytes, free: { PKCS7_free($0) }) { d2i_PKCS7(nil, $0, $1) }
        guard let token else { throw .timestampUnreadable(OpenSSLFault.reasons()) }
        defer { PKCS7_free(token) }
        guard let context = TS_VERIFY_CTX_new() else { throw .openSSL("TS_VERIFY_CTX_new") }
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE))
        // The context frees the imprint with OpenSSL's own function.
        guard let imprint = CRYPTO_malloc(digest.count, nil, 0) else { throw .openSSL("CRYPTO_malloc") }
        imprint.copyMemory(from: digest, byteCount: digest.count)
        TS_VERIFY_CTX_set_imprint(context, imprint.assumingMemoryBound(to: UInt8.self), digest.count)
        TS_VERIFY_CTX_set_store(context, try roots.store())
        guard TS_RESP_verify_token(context, token) == 1 else { throw .timestampWrong(OpenSSLFault.reasons()) }
        guard let info = PKCS7_to_TS_TST_INFO(token) else { throw .openSSL("PKCS7_to_TS_TST_INFO") }
        defer { TS_TST_INFO_free(info) }
        guard let time = Certificate.date(TS_TST_INFO_get_time(info)) else { throw .openSSL("TS_TST_INFO_get_time") }
        return TimestampToken(bytes: bytes, time: time)
    }
}
