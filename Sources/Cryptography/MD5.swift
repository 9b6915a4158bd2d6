import COpenSSL

/// The MD5 that PDF wants of attached files (ISO 32000-1, table 46): a checksum for readers that ask, never a proof.
///
/// To be used from one thread at a time.
package struct MD5: ~Copyable {
    private let context: OpaquePointer?

    /// nil where the system's cryptography refuses MD5, as rules for public bodies may have it.
    package init?() {
        let context = EVP_MD_CTX_new()
        guard EVP_DigestInit_ex(context, EVP_md5(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        self.context = context
    }

    package mutating func update(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

    package consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }

    deinit { EVP_MD_CTX_free(context) }
}
