import COpenSSL

/// A hash function that seals and timestamps may use, all of them fit by TR-02102-1 and ETSI TS 119 312.
package enum DigestAlgorithm: String, Sendable, Codable, CaseIterable {
    case sha256, sha384, sha512

    /// Bytes of a digest.
    package var length: Int {
        switch self {
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// OpenSSL's description; lives as long as the program.
    var method: OpaquePointer? {
        switch self {
        case .sha256: EVP_sha256()
        case .sha384: EVP_sha384()
        case .sha512: EVP_sha512()
        }
    }

    /// `AlgorithmIdentifier` (RFC 5754, 2) in DER: 2.16.840.1.101.3.4.2.{1,2,3}, without parameters.
    var identifier: [UInt8] {
        let last: UInt8 =
            switch self {
            case .sha256: 1
            case .sha384: 2
            case .sha512: 3
            }
        return DER.sequence([DER.element(.objectIdentifier, [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last])])
    }
}
