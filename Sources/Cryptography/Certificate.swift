import CaptureModel
import COpenSSL
package import Foundation

/// What a certificate says about the key it belongs to.
package struct CertificateFacts: Sendable, Hashable {
    /// The holder's distinguished name as RFC 2253 writes it.
    package let subject: String
    package let issuer: String
    package let validFrom: Date
    package let validUntil: Date
    /// SHA-256 of the certificate, in lower-case hexadecimal.
    package let fingerprint: String
}

/// Reads OpenSSL's certificates.
enum Certificate {
    static func facts(_ certificate: OpaquePointer) -> CertificateFacts? {
        guard let bytes = der(certificate), let from = date(X509_get0_notBefore(certificate)),
            let until = date(X509_get0_notAfter(certificate))
        else { return nil }
        return CertificateFacts(
            subject: name(X509_get_subject_name(certificate)), issuer: name(X509_get_issuer_name(certificate)),
            validFrom: from, validUntil: until,
            fingerprint: MessageDigest.of(bytes, .sha256).hexadecimal)
    }

    static func der(_ certificate: OpaquePointer) -> [UInt8]? {
        OpenSSLCoding.encoded { i2d_X509(certificate, $0) }
    }

    /// Whether the certificate lets its key sign: it has no key usage at all, or one for signatures (RFC 5280, 4.2.1.3).
    static func permitsSigning(_ certificate: OpaquePointer) -> Bool {
        let usage = X509_get_key_usage(certificate)
        return usage == UInt32.max || usage & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
    }

    /// Certificates in a PEM file, one after the other.
    ///
    /// The list is the caller's to free; nil where the text holds none or a broken one.
    static func list(pem: [UInt8]) -> OpaquePointer? {
        guard let source = BIO_new_mem_buf(pem, Int32(pem.count)), let list = copenssl_certificates() else {
            return nil
        }
        defer { BIO_free(source) }
        while let one = PEM_read_bio_X509(source, nil, nil, nil) { copenssl_certificates_add(list, one) }
        // The end of the text is told as an error, too.
        let isAtEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE
        ERR_clear_error()
        if isAtEnd, copenssl_certificates_count(list) > 0 { return list }
        copenssl_certificates_free(list)
        return nil
    }

    /// The time of an `ASN1_TIME`.
    static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return Date(timeIntervalSince1970: TimeInterval(timegm(&parts)))
    }

    private static func name(_ name: OpaquePointer?) -> String {
        guard let name, let target = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(target) }
        guard copenssl_print_name(target, name) >= 0 else { return "" }
        var buffer = [UInt8](repeating: 0, count: 1_024)
        let count = BIO_read(target, &buffer, Int32(buffer.count))
        return count > 0 ? String(decoding: buffer[..<Int(count)], as: UTF8.self) : ""
    }
}
