// CAdES signatures as PAdES puts them into a PDF (ETSI EN 319 142-1, 5 and 6): CMS over bytes that stand elsewhere, with
// the signed attributes content-type, message-digest and signing-certificate-v2. No signing-time: the PDF's own entry /M
// tells it. OpenSSL's CMS_final would add one, so the signed attributes are put together and signed here.

import COpenSSL
package import CaptureModel

/// A signature of level B-B, or B-T once it holds a timestamp.
package struct DetachedSignature: Sendable, Hashable {
    /// The DER of the CMS `ContentInfo`.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Signs content with this digest.
    package init(
        digest: [UInt8], _ algorithm: DigestAlgorithm, by key: SigningKey
    ) throws(CaptureError) {
        let flags = UInt32(CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES)
        ERR_clear_error()
        guard let cms = CMS_sign(nil, nil, key.chain, nil, flags) else { throw .openSSL("CMS_sign") }
        defer { CMS_ContentInfo_free(cms) }
        guard let signer = CMS_add1_signer(cms, key.certificate, key.key, algorithm.method, flags) else {
            throw .openSSL("CMS_add1_signer")
        }
        let isComplete =
            CMS_signed_add1_attr_by_NID(
                signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data).map { UnsafeRawPointer($0) },
                -1) == 1
            && CMS_signed_add1_attr_by_NID(
                signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest, Int32(digest.count)) == 1
        guard isComplete else { throw .openSSL("CMS_signed_add1_attr_by_NID") }
        let value = try key.signature(of: try Self.signedAttributes(of: signer), algorithm)
        guard ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), value, Int32(value.count)) == 1 else {
            throw .openSSL("ASN1_STRING_set")
        }
        bytes = try Self.encoded(cms)
    }

    /// What a signature timestamp stands over.
    package func value() throws(CaptureError) -> [UInt8] {
        try with { (_, signer) throws(CaptureError) in
            guard let value = CMS_SignerInfo_get0_signature(signer) else { throw .openSSL("CMS_SignerInfo") }
            return Self.bytes(of: value)
        }
    }

    /// The same with a timestamp over its value, as an unsigned attribute (EN 319 122-1, 5.3).
    package func adding(_ token: TimestampToken) throws(CaptureError) -> DetachedSignature {
        try with { (cms, signer) throws(CaptureError) in
            let status = CMS_unsigned_add1_attr_by_NID(
                signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.bytes, Int32(token.bytes.count))
            guard status == 1 else { throw .openSSL("CMS_unsigned_add1_attr_by_NID") }
            return DetachedSignature(bytes: try Self.encoded(cms))
        }
    }

    /// Whether this is a sound signature of content with this digest by the certificate inside.
    ///
    /// Whom the certificate belongs to and whether it is trusted is not asked.
    package func isSound(over digest: [UInt8]) -> Bool {
        let answer = try? with { (cms, signer) throws(CaptureError) in
            guard CMS_set1_signers_certs(cms, nil, 0) == 1, CMS_SignerInfo_verify(signer) == 1,
                let found = CMS_signed_get0_data_by_OBJ(
                    signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING)
            else { return false }
            return Self.bytes(of: found.assumingMemoryBound(to: ASN1_OCTET_STRING.self)) == digest
        }
        ERR_clear_error()
        return answer ?? false
    }

    private func with<Answer>(
        _ body: (OpaquePointer, OpaquePointer) throws(CaptureError) -> Answer
    ) throws(CaptureError) -> Answer {
        ERR_clear_error()
        let cms = OpenSSLCoding.decoded(bytes, free: { CMS_ContentInfo_free($0) }) { d2i_CMS_ContentInfo(nil, $0, $1) }
        guard let cms else { throw .openSSL("d2i_CMS_ContentInfo") }
        defer { CMS_ContentInfo_free(cms) }
        guard let signer = copenssl_signer(cms) else { throw .openSSL("CMS_get0_SignerInfos") }
        return try body(cms, signer)
    }

    /// The attributes as they are signed: a SET, not the implicit tag they have inside the signature (RFC 5652, 5.4).
    private static func signedAttributes(of signer: OpaquePointer) throws(CaptureError) -> [UInt8] {
        var attributes: [[UInt8]] = []
        for index in 0..<CMS_signed_get_attr_count(signer) {
            let attribute = CMS_signed_get_attr(signer, index)
            guard let bytes = OpenSSLCoding.encoded({ i2d_X509_ATTRIBUTE(attribute, $0) }) else {
                throw .openSSL("i2d_X509_ATTRIBUTE")
            }
            attributes.append(bytes)
        }
        return DER.set(attributes)
    }

    private static func encoded(_ cms: OpaquePointer) throws(CaptureError) -> [UInt8] {
        guard let bytes = OpenSSLCoding.encoded({ i2d_CMS_ContentInfo(cms, $0) }) else {
            throw .openSSL("i2d_CMS_ContentInfo")
        }
        return bytes
    }

    private static func bytes(of string: UnsafePointer<ASN1_OCTET_STRING>) -> [UInt8] {
        Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(ASN1_STRING_length(string))))
    }
}
