import CaptureModel
import Cryptography
import DurableFiles
import Foundation
import Sealing
import TestSupport
import Testing

@Suite("a sealed document")
struct SealTests {
    private let sample: SealSample

    init() throws { sample = try SealSample() }

    private func verdict(_ path: String) throws -> Judge.Verdict {
        try Judge.verdict(path, root: sample.bench.path("ca.pem"))
    }

    @Test("is valid, trusted and whole to pyHanko and poppler, as PAdES B-B wants it")
    func basic() async throws {
        let path = try await sample.sealed(SealSettings(key: "siegel"))
        let verdict = try verdict(path)
        #expect(verdict.intact && verdict.valid && verdict.trusted)
        #expect(verdict.coverage == "ENTIRE_FILE" && verdict.subFilter == "/ETSI.CAdES.detached")
        #expect(verdict.hasSigningCertificate && !verdict.hasSigningTime && verdict.timestamp == nil)
        let text = try Judge.pdfsig(path)
        #expect(text.contains("Signature is Valid") && text.contains("Total document signed"), "\(text)")
    }

    @Test("carries the timestamp of the service in its seal, as PAdES B-T wants it")
    func timestamped() async throws {
        let path = try await sample.sealed(SealSettings(key: "siegel", timestamp: "zeit"))
        let verdict = try verdict(path)
        #expect(verdict.intact && verdict.valid && verdict.trusted && verdict.timestamp == "sound")
        #expect(verdict.coverage == "ENTIRE_FILE")
        #expect(try Judge.pdfsig(path).contains("Signature is Valid"))
    }

    @Test("may be sealed with RSA and SHA-512 as well")
    func rsa() async throws {
        try sample.bench.certify("rsa", "Scanstelle RSA", "keyUsage=digitalSignature,nonRepudiation", rsaBits: 3_072)
        try sample.bench.export("rsa")
        var key = sample.key
        key.kind = .file(path: sample.bench.path("rsa.p12"), password: .file(sample.bench.path("seal.pass")))
        key.digest = .sha512
        let path = try await sample.sealed(SealSettings(key: "siegel"), by: sample.desk(key))
        let verdict = try verdict(path)
        #expect(verdict.intact && verdict.valid && verdict.trusted)
        #expect(try Judge.pdfsig(path).contains("Signature is Valid"))
    }

    @Test("is still PDF/A, and qpdf finds nothing to complain about", arguments: [nil, "zeit"])
    func archival(_ timestamp: String?) async throws {
        let path = try await sample.sealed(SealSettings(key: "siegel", timestamp: timestamp))
        let findings = try Judge.archivalFindings(path)
        #expect(findings.isEmpty, "\(findings)")
        let outcome = try Tool.run("qpdf", ["--check", path])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.text) \(outcome.errorText)")
    }

    @Test("keeps the unsealed document as its first revision, byte for byte")
    func revision() async throws {
        let desk = try sample.desk()
        let plain = try await sample.document("1", SealSettings(timestamp: "zeit", kind: .batch), by: desk)
        let before = try Data(contentsOf: URL(fileURLWithPath: plain.path))
        let after = try Data(contentsOf: URL(fileURLWithPath: try await sample.sealed(SealSettings(key: "siegel"))))
        #expect(after.count > before.count && after.prefix(before.count) == before)
    }

    @Test("shows any change of a signed byte")
    func tampering() async throws {
        let path = try await sample.sealed(SealSettings(key: "siegel"))
        let good = try Data(contentsOf: URL(fileURLWithPath: path))
        let contents = try Contents(of: good)
        // Some of each part of the file, the time of the seal and the very last byte.
        let some = Array(stride(from: 9, to: good.count, by: good.count / 40))
        for place in some + [contents.range.upperBound + 60, good.count - 2] where !contents.range.contains(place) {
            var bad = good
            bad[place] ^= 1
            let text = try Judge.pdfsig(try sample.bench.scratch.write(bad, to: "bad.pdf"))
            #expect(!text.contains("Signature is Valid"), "byte \(place): \(text)")
        }
    }

    @Test("is a CAdES signature to openssl", arguments: [nil, "zeit"])
    func openssl(_ timestamp: String?) async throws {
        let path = try await sample.sealed(SealSettings(key: "siegel", timestamp: timestamp))
        let file = try Data(contentsOf: URL(fileURLWithPath: path))
        let contents = try Contents(of: file)
        try sample.bench.scratch.write(contents.signature, to: "signature.der")
        try sample.bench.scratch.write(
            file[..<contents.range.lowerBound] + file[contents.range.upperBound...], to: "signed.bin")
        try sample.bench.openssl(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "signed.bin",
            "-CAfile", "ca.pem", "-purpose", "any", "-out", "/dev/null")
    }

    /// The signature in a file, found by its own words and not by ours.
    private struct Contents {
        /// With the angle brackets.
        let range: Range<Int>
        let signature: Data

        init(of file: Data) throws {
            let key = try #require(file.firstRange(of: Data("/Contents <".utf8)))
            let end = try #require(file[key.upperBound...].firstIndex(of: UInt8(ascii: ">")))
            range = (key.upperBound - 1)..<(end + 1)
            let digits = String(decoding: file[key.upperBound..<end], as: UTF8.self)
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { offset -> UInt8? in
                let start = digits.index(digits.startIndex, offsetBy: offset)
                return UInt8(digits[start...digits.index(after: start)], radix: 16)
            }
            // DER tells its own length: 30 82 and two bytes.
            signature = Data(bytes.prefix(4 + Int(bytes[2]) << 8 + Int(bytes[3])))
        }
    }

    @Test("is made again where an earlier run was killed at any place")
    func again() async throws {
        let settings = SealSettings(key: "siegel")
        let desk = try sample.desk()
        let document = try await sample.document("1", settings, by: desk)
        // What a killed run may leave: half a copy under the passing name, or a sealed file that nobody has committed.
        try Data("half".utf8).write(to: URL(fileURLWithPath: document.target + ".part"))
        _ = try await desk.seal([document], settings)
        let result = try await desk.seal([document], settings)
        #expect(try Judge.verdict(document.target, root: sample.bench.path("ca.pem")).valid)
        #expect(result.count == 1 && !FileManager.default.fileExists(atPath: document.target + ".part"))
    }
}
