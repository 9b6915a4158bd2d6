import CaptureModel
import Cryptography
import Testing

@Suite("Cryptography")
struct AuthenticationTests {
    /// Test case 2 of RFC 4231.
    @Test("codes agree with the examples of RFC 4231")
    func code() {
        let code = MessageAuthentication.code(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        let text = code.map { String($0, radix: 16) }.joined(separator: " ")
        #expect(text.hasPrefix("5b dc c1 46 bf 60 75 4e 6a 4 24 26 8 95 75 c7"))
    }

    @Test(
        "digests agree with the examples of FIPS 180-4",
        arguments: [
            (DigestAlgorithm.sha256, [0xBA, 0x78, 0x16, 0xBF] as [UInt8]), (.sha384, [0xCB, 0x00, 0x75, 0x3F]),
            (.sha512, [0xDD, 0xAF, 0x35, 0xA1]),
        ])
    func digest(_ algorithm: DigestAlgorithm, _ begin: [UInt8]) {
        let digest = MessageDigest.of(Array("abc".utf8), algorithm)
        #expect(digest.count == algorithm.length && digest.starts(with: begin))
    }

    @Test("texts of different length are not equal, and neither are those that differ in a bit")
    func equality() {
        #expect(MessageAuthentication.isEqual([1, 2], [1, 2]))
        #expect(!MessageAuthentication.isEqual([1, 2], [1, 3]) && !MessageAuthentication.isEqual([1], [1, 2]))
    }

    @Test(
        "what is no key file and no signature is refused, not run into",
        arguments: [[], [0x30], [0x30, 0x80, 0, 0]] as [[UInt8]])
    func garbage(_ bytes: [UInt8]) {
        #expect(throws: CaptureError.self) { try SigningKey.file(bytes, password: "x") }
        #expect(!DetachedSignature(bytes: bytes).isSound(over: []))
        #expect(throws: CaptureError.self) {
            try EvidenceRecord(bytes: bytes).check(roots: .system) { MessageDigest.of([], $0) }
        }
    }
}
