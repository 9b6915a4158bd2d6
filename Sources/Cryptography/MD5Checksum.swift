import COpenSSL

/// A checksum that old formats still ask for (MD5, RFC 1321); it proves nothing against anybody who means harm.
package struct MD5Checksum: ~Copyable {
    private let context: OpaquePointer?

    /// nil where the system's cryptography refuses MD5.
    package init?() {
        context = EVP_MD_CTX_new()
        guard EVP_DigestInit_ex(context, EVP_md5(), nil) == 1 else { return nil }
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    package consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }

    deinit { EVP_MD_CTX_free(context) }
}
