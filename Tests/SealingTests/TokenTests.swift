import CaptureModel
import DurableFiles
import Foundation
import Sealing
import TestSupport
import Testing

/// SoftHSM stands for a smart card or an HSM: the same interface, the key inside and not to be had.
@Suite("a key in a PKCS#11 token", .serialized, .enabled(if: SoftToken.isInstalled, "run scripts/setup --tests"))
struct TokenTests {
    private let sample: SealSample
    private let token: SoftToken

    init() throws {
        sample = try SealSample()
        token = try SoftToken(sample.bench)
    }

    @Test("may lie on an elliptic curve as well")
    func curve() async throws {
        try token.add("Kurve", id: "02", rsaBits: nil, to: sample.bench)
        let source = source(key: "Kurve", certificates: "Kurve.chain")
        let path = try await sample.sealed(SealSettings(key: "siegel"), by: sample.desk(source))
        let verdict = try Judge.verdict(path, root: sample.bench.path("ca.pem"))
        #expect(verdict.intact && verdict.valid && verdict.trusted)
    }

    private func source(
        pin: String = "seal.pin", token label: String = "Siegelkarte", key: String? = "Siegel",
        certificates: String? = "Siegel.chain"
    ) -> SealSource {
        SealSource(
            name: "siegel",
            kind: .token(
                module: SoftToken.module, token: label, key: key, pin: .file(sample.bench.path(pin)),
                certificates: certificates.map { sample.bench.path($0) }))
    }

    @Test("seals as a key in a file does")
    func seals() async throws {
        let path = try await sample.sealed(
            SealSettings(key: "siegel", timestamp: "zeit"), by: sample.desk(source()))
        let verdict = try Judge.verdict(path, root: sample.bench.path("ca.pem"))
        #expect(verdict.intact && verdict.valid && verdict.trusted && verdict.timestamp == "sound")
        #expect(try Judge.pdfsig(path).contains("Signature is Valid"))
    }

    @Test("needs a person after a wrong PIN; the right one then opens it")
    func wrongPIN() async throws {
        try sample.bench.scratch.write("0000", to: "wrong.pin")
        chmod(sample.bench.path("wrong.pin"), 0o600)
        let desk = try sample.desk(source(pin: "wrong.pin"))
        for _ in 1...20 {
            await #expect { try await desk.preparation(for: SealSettings(key: "siegel")) } throws: { error in
                (error as? CaptureError)?.problem == "seal-password-wrong"
            }
        }
        #expect(try await sample.desk(source()).preparation(for: SealSettings(key: "siegel")) != nil)
    }

    @Test("is waited for while its token is not there, and needs a person where the key is not in it")
    func missing() async throws {
        for (source, name, code) in [
            (source(token: "Andere"), "seal-token-away", CaptureError.Code.unavailable),
            (source(key: "Anderer"), "seal-key-missing", .badProfile),
            (source(certificates: nil), "seal-key-missing", .badProfile),
            (source(certificates: "ca.pem"), "seal-key-unsuited", .badProfile),
        ] {
            let desk = try sample.desk(source)
            await #expect { try await desk.preparation(for: SealSettings(key: "siegel")) } throws: { error in
                let error = error as? CaptureError
                return error?.problem == name && error?.code == code
            }
        }
    }

    @Test("needs a person where the module of its maker is missing")
    func module() async throws {
        var source = source()
        source.kind = .token(
            module: "/nonexistent.so", token: "x", key: nil, pin: .file(sample.bench.path("seal.pin")),
            certificates: nil)
        let desk = try sample.desk(source)
        await #expect { try await desk.preparation(for: SealSettings(key: "siegel")) } throws: { error in
            (error as? CaptureError)?.problem == "seal-module-missing"
        }
    }
}

/// A token of SoftHSM with one key.
struct SoftToken {
    static let module = "/usr/lib/softhsm/libsofthsm2.so"
    static var isInstalled: Bool { FileManager.default.fileExists(atPath: module) }

    enum Fault: Error { case failed(String) }

    init(_ bench: SealBench) throws {
        try FileManager.default.createDirectory(atPath: bench.path("tokens"), withIntermediateDirectories: true)
        let configuration = try bench.scratch.write(
            "directories.tokendir = \(bench.path("tokens"))\nobjectstore.backend = file\nlog.level = ERROR\n",
            to: "softhsm2.conf")
        // The module reads it in this process; the suite's tests run one after the other.
        setenv("SOFTHSM2_CONF", configuration, 1)
        try Self.run(["--init-token", "--free", "--label", "Siegelkarte", "--so-pin", "87654321", "--pin", "123456"])
        try add("Siegel", id: "01", rsaBits: 3_072, to: bench)
        try bench.scratch.write("123456\n", to: "seal.pin")
        chmod(bench.path("seal.pin"), 0o600)
    }

    /// Puts one more key into the token; its certificates are in `LABEL.chain`.
    func add(_ label: String, id: String, rsaBits: Int?, to bench: SealBench) throws {
        try bench.certify(label, label, "keyUsage=digitalSignature,nonRepudiation", rsaBits: rsaBits)
        try bench.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "\(label).key", "-out", "\(label).p8")
        let chain = try bench.scratch.read("\(label).pem") + bench.scratch.read("ca.pem")
        try bench.scratch.write(chain, to: "\(label).chain")
        try Self.run([
            "--import", bench.path("\(label).p8"), "--token", "Siegelkarte", "--label", label, "--id", id, "--pin",
            "123456",
        ])
    }

    private static func run(_ arguments: [String]) throws {
        let outcome = try Tool.run("softhsm2-util", arguments)
        guard outcome.status == 0 else { throw Fault.failed(outcome.errorText + outcome.text) }
    }
}
