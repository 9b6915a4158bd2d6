import COpenSSL

/// The digest of bytes given piece by piece; computed by OpenSSL's libcrypto.
///
/// To be used from one thread at a time.
package struct MessageDigest: ~Copyable {
    private let context: OpaquePointer?
    private let length: Int

    package init(_ algorithm: DigestAlgorithm) {
        context = EVP_MD_CTX_new()
        length = algorithm.length
        EVP_DigestInit_ex(context, algorithm.method, nil)
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    package consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }

    deinit { EVP_MD_CTX_free(context) }

    package static func of(_ bytes: [UInt8], _ algorithm: DigestAlgorithm) -> [UInt8] {
        var digest = MessageDigest(algorithm)
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.finish()
    }
}
