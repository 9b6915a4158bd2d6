// Timestamps by RFC 3161, with OpenSSL's own checks of an answer: status, version, policy, imprint, nonce, and the
// signature up to a trusted certificate made for timestamps. Whether the certificate was revoked is not asked.

import COpenSSL
package import CaptureModel

/// A question to a timestamp service; good for one answer.
package struct TimestampRequest: ~Copyable {
    private let request: OpaquePointer
    private let roots: TrustedRoots
    /// What is sent, as `application/timestamp-query`.
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - digest: what the time is put to.
    ///   - policy: object identifier in dots of the policy the answer must follow; nil takes the service's own.
    package init(
        digest: [UInt8], _ algorithm: DigestAlgorithm, policy: String? = nil, roots: TrustedRoots
    ) throws(CaptureError) {
        self.roots = roots
        guard let request = TS_REQ_new() else { throw .openSSL("TS_REQ_new") }
        let content: [UInt8]?
        do throws(CaptureError) {
            try Self.fill(request, digest, algorithm, policy, nonce: try RandomBytes.make(8))
            content = OpenSSLCoding.encoded { i2d_TS_REQ(request, $0) }
            guard content != nil else { throw .openSSL("i2d_TS_REQ") }
        } catch {
            TS_REQ_free(request)
            throw error
        }
        self.request = request
        bytes = content ?? []
    }

    private static func fill(
        _ request: OpaquePointer, _ digest: [UInt8], _ algorithm: DigestAlgorithm, _ policy: String?, nonce: [UInt8]
    ) throws(CaptureError) {
        guard let imprint = TS_MSG_IMPRINT_new(), let method = X509_ALGOR_new(), let number = ASN1_INTEGER_new() else {
            throw .openSSL("TS_MSG_IMPRINT_new")
        }
        defer {
            TS_MSG_IMPRINT_free(imprint)
            X509_ALGOR_free(method)
            ASN1_INTEGER_free(number)
        }
        X509_ALGOR_set_md(method, algorithm.method)
        let nonce = nonce.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var content = digest
        let isFilled =
            TS_MSG_IMPRINT_set_algo(imprint, method) == 1
            && TS_MSG_IMPRINT_set_msg(imprint, &content, Int32(digest.count)) == 1
            && ASN1_INTEGER_set_uint64(number, nonce) == 1 && TS_REQ_set_version(request, 1) == 1
            && TS_REQ_set_msg_imprint(request, imprint) == 1 && TS_REQ_set_nonce(request, number) == 1
            && TS_REQ_set_cert_req(request, 1) == 1
        guard isFilled else { throw .openSSL("TS_REQ_set") }
        guard let policy else { return }
        guard let object = OBJ_txt2obj(policy, 1) else { throw .timestampPolicyInvalid }
        defer { ASN1_OBJECT_free(object) }
        guard TS_REQ_set_policy_id(request, object) == 1 else { throw .openSSL("TS_REQ_set_policy_id") }
    }

    /// The token of a service's answer, checked against this question.
    package func token(from answer: [UInt8]) throws(CaptureError) -> TimestampToken {
        ERR_clear_error()
        let response = OpenSSLCoding.decoded(answer, free: { TS_RESP_free($0) }) { d2i_TS_RESP(nil, $0, $1) }
        guard let response else { throw .timestampUnreadable(OpenSSLFault.reasons()) }
        defer { TS_RESP_free(response) }
        try Self.checkStatus(of: response)
        guard let context = TS_REQ_to_TS_VERIFY_CTX(request, nil) else { throw .openSSL("TS_REQ_to_TS_VERIFY_CTX") }
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_add_flags(context, Int32(TS_VFY_SIGNATURE))
        TS_VERIFY_CTX_set_store(context, try roots.store())
        guard TS_RESP_verify_response(context, response) == 1 else { throw .timestampWrong(OpenSSLFault.reasons()) }
        guard let token = TS_RESP_get_token(response),
            let bytes = OpenSSLCoding.encoded({ i2d_PKCS7(token, $0) }),
            let time = Certificate.date(TS_TST_INFO_get_time(TS_RESP_get_tst_info(response)))
        else { throw .openSSL("TS_RESP_get_token") }
        return TimestampToken(bytes: bytes, time: time)
    }

    /// Granted, or granted with changes that the other checks look at (RFC 3161, 2.4.2).
    private static func checkStatus(of response: OpaquePointer) throws(CaptureError) {
        let info = TS_RESP_get_status_info(response)
        let status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info))
        if status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS { return }
        let failure = TS_STATUS_INFO_get0_failure_info(info)
        let passes = [TS_INFO_TIME_NOT_AVAILABLE, TS_INFO_SYSTEM_FAILURE].contains { bit in
            failure.map { ASN1_BIT_STRING_get_bit($0, bit) == 1 } ?? false
        }
        throw passes ? .timestampUnavailable("status \(status)") : .timestampRefused("status \(status)")
    }

    deinit { TS_REQ_free(request) }
}
