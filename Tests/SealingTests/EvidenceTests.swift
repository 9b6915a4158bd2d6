import CaptureModel
import Cryptography
import Foundation
import Sealing
import TestSupport
import Testing

@Suite("an evidence record")
struct EvidenceTests {
    private let sample: SealSample

    init() throws { sample = try SealSample() }

    private func documents(_ count: Int, _ settings: SealSettings, _ desk: SealDesk) async throws -> [UnsealedDocument]
    {
        var documents: [UnsealedDocument] = []
        for number in 1...count { documents.append(try await sample.document("\(number)", settings, by: desk)) }
        return documents
    }

    @Test("proves each document of a batch by one timestamp, to foreign eyes as well", arguments: [nil, "siegel"])
    func batch(_ key: String?) async throws {
        let settings = SealSettings(key: key, timestamp: "zeit", kind: .batch)
        let desk = try sample.desk()
        let documents = try await documents(5, settings, desk)
        _ = try await desk.seal(documents, settings)
        #expect(sample.server.count == 1)
        let token = sample.bench.path("token.der")
        for document in documents {
            let words = try Judge.evidence(document.evidence, of: document.target, tokenTo: token)
                .split { $0 == " " || $0 == "\n" }
            #expect(words.first == "proven", "\(words)")
            let root = try #require(words.last).description
            try sample.bench.openssl(
                "ts", "-verify", "-digest", root, "-in", token, "-token_in", "-CAfile", "ca.pem")
        }
        if key != nil {
            #expect(try Judge.verdict(documents[4].target, root: sample.bench.path("ca.pem")).valid)
        }
    }

    @Test("of a single document stands over the document itself")
    func single() async throws {
        let settings = SealSettings(timestamp: "zeit", kind: .batch)
        let desk = try sample.desk()
        let documents = try await documents(1, settings, desk)
        _ = try await desk.seal(documents, settings)
        _ = try Judge.evidence(documents[0].evidence, of: documents[0].target, tokenTo: sample.bench.path("token.der"))
        try sample.bench.openssl(
            "ts", "-verify", "-data", documents[0].target, "-in", "token.der", "-token_in", "-CAfile", "ca.pem")
    }

    @Test("proves no other document, no changed document, and nothing to who does not trust the service")
    func foreign() async throws {
        let settings = SealSettings(timestamp: "zeit", kind: .batch)
        let desk = try sample.desk()
        // The second one is a neighbor of the first in the tree, and the record of one proves both; the third is not.
        let documents = try await documents(3, settings, desk)
        _ = try await desk.seal(documents, settings)
        let record = EvidenceRecord(bytes: Array(try sample.bench.scratch.read("1/document.ers")))
        let own = Array(try sample.bench.scratch.read("1/document.pdf"))
        let other = Array(try sample.bench.scratch.read("3/document.pdf"))
        let roots = TrustedRoots.certificates(Array(try sample.bench.scratch.read("ca.pem")))
        _ = try record.check(roots: roots) { MessageDigest.of(own, $0) }
        #expect(throws: CaptureError.self) { try record.check(roots: roots) { MessageDigest.of(other, $0) } }
        #expect(throws: CaptureError.self) { try record.check(roots: roots) { MessageDigest.of(own + [0], $0) } }
        let stranger = try SealBench()
        let strange = TrustedRoots.certificates(Array(try stranger.scratch.read("ca.pem")))
        #expect(throws: CaptureError.self) { try record.check(roots: strange) { MessageDigest.of(own, $0) } }
    }

    @Test("that is damaged or cut off in its own part is refused, and never a crash anywhere")
    func damage() async throws {
        let settings = SealSettings(timestamp: "zeit", kind: .batch)
        let desk = try sample.desk()
        let documents = try await documents(2, settings, desk)
        _ = try await desk.seal(documents, settings)
        let good = Array(try sample.bench.scratch.read("1/document.ers"))
        let own = MessageDigest.of(Array(try sample.bench.scratch.read("1/document.pdf")), .sha256)
        let roots = TrustedRoots.certificates(Array(try sample.bench.scratch.read("ca.pem")))
        // The token begins behind the tree of two hashes; some of its bytes are not signed.
        for place in good.indices {
            var bad = good
            bad[place] ^= 0x41
            let isRefused = (try? EvidenceRecord(bytes: bad).check(roots: roots) { _ in own }) == nil
            #expect(isRefused || place > 120, "byte \(place)")
        }
        for place in stride(from: 0, to: good.count, by: 7) {
            #expect(throws: CaptureError.self) {
                try EvidenceRecord(bytes: Array(good.prefix(place))).check(roots: roots) { _ in own }
            }
        }
    }
}
