import COpenSSL

/// Codes that only who knows the key can make: HMAC-SHA256 (RFC 2104).
package enum MessageAuthentication {
    package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: DigestAlgorithm.sha256.length)
        var count: UInt32 = 0
        HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, &count)
        return code
    }

    /// Compares in a time that does not tell where the difference is.
    package static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
