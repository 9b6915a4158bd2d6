import CaptureModel
import Cryptography
import DurableFiles
import Foundation
import Sealing
import Synchronization
import TestSupport
import Testing

@Suite("where a seal cannot be made, no document is")
struct SealFaultTests {
    private var sample: SealSample

    init() throws { sample = try SealSample() }

    /// Composes by a good desk and seals by `desk`; answers the problem, and that nothing has the final name.
    private func problem(
        _ settings: SealSettings, by desk: SealDesk, _ spoil: (inout UnsealedDocument) throws -> Void = { _ in }
    ) async throws -> CaptureError? {
        var document = try await sample.document("1", settings, by: sample.desk())
        try spoil(&document)
        do throws(CaptureError) {
            _ = try await desk.seal([document], settings)
            return nil
        } catch {
            #expect(!FileManager.default.fileExists(atPath: document.target))
            #expect(!FileManager.default.fileExists(atPath: document.target + ".part"))
            return error
        }
    }

    private func key(_ file: String, password: SecretFile) -> SealSource {
        SealSource(name: "siegel", kind: .file(path: sample.bench.path(file), password: password))
    }

    private let settings = SealSettings(key: "siegel", timestamp: "zeit")

    @Test("a missing key file, a wrong password and an open password file are told apart and need a person")
    func keys() async throws {
        let good = SecretFile.file(sample.bench.path("seal.pass"))
        try sample.bench.scratch.write("falsch", to: "wrong.pass")
        chmod(sample.bench.path("wrong.pass"), 0o600)
        try sample.bench.scratch.write(SealBench.password, to: "open.pass")
        chmod(sample.bench.path("open.pass"), 0o644)
        for (source, name) in [
            (key("missing.p12", password: good), "seal-key-missing"),
            (key("ca.pem", password: good), "seal-key-unreadable"),
            (key("seal.p12", password: .file(sample.bench.path("wrong.pass"))), "seal-password-wrong"),
            (key("seal.p12", password: .file(sample.bench.path("open.pass"))), "secret-open"),
            (key("seal.p12", password: .file(sample.bench.path("none.pass"))), "secret-missing"),
        ] {
            let problem = try await problem(settings, by: sample.desk(source))
            #expect(problem?.problem == name && problem?.code == .badProfile)
        }
        #expect(sample.server.count == 0)
    }

    @Test("a corrected password is noticed without a new start")
    func corrected() async throws {
        try sample.bench.scratch.write("falsch", to: "late.pass")
        chmod(sample.bench.path("late.pass"), 0o600)
        let desk = try sample.desk(key("seal.p12", password: .file(sample.bench.path("late.pass"))))
        #expect(try await problem(settings, by: desk)?.problem == "seal-password-wrong")
        try sample.bench.scratch.write(SealBench.password + "\n", to: "late.pass")
        chmod(sample.bench.path("late.pass"), 0o600)
        #expect(try await problem(settings, by: desk) == nil)
    }

    @Test("an expired certificate and one of the future need a person", arguments: [-400, 4_000])
    func validity(_ days: Int) async throws {
        var late = sample
        late.now = Date(timeIntervalSinceNow: Double(days) * 86_400)
        let problem = try await problem(settings, by: late.desk())
        #expect(problem?.problem == (days > 0 ? "seal-certificate-expired" : "seal-certificate-not-yet-valid"))
        #expect(problem?.code == .badProfile)
    }

    @Test("a certificate that is not for signatures is refused")
    func usage() async throws {
        try sample.bench.certify("tls", "Webserver", "keyUsage=critical,keyEncipherment")
        try sample.bench.export("tls")
        let source = key("tls.p12", password: .file(sample.bench.path("seal.pass")))
        #expect(try await problem(settings, by: sample.desk(source))?.problem == "seal-key-unsuited")
    }

    @Test("a service that is away, busy or speaks of something else makes the document wait")
    func waiting() async throws {
        for (manner, name) in [
            (TimestampServer.Manner.status(503), "timestamp-unavailable"), (.status(429), "timestamp-unavailable"),
            (.garbage, "timestamp-unreadable"),
        ] {
            sample.server.behave(manner)
            let problem = try await problem(settings, by: sample.desk())
            #expect(problem?.problem == name && problem?.code == .unavailable)
        }
        sample.server.behave(.silence)
        var slow = try sample.service()
        slow.timeoutSeconds = 1
        #expect(try await problem(settings, by: sample.desk(service: slow))?.problem == "timestamp-unavailable")
        var gone = try sample.service()
        gone.url = try #require(URL(string: "http://127.0.0.1:1/"))
        #expect(try await problem(settings, by: sample.desk(service: gone))?.problem == "timestamp-unavailable")
    }

    @Test("a service that failed is left alone for some seconds, then asked again")
    func pause() async throws {
        sample.server.behave(.status(503))
        let begin = ContinuousClock.now
        let time = Mutex(begin)
        let now = sample.now
        let desk = SealDesk(
            seals: [sample.key], timestamps: [try sample.service()], now: { now }, clock: { time.withLock { $0 } })
        for _ in 1...3 { #expect(try await problem(settings, by: desk)?.code == .unavailable) }
        #expect(sample.server.count == 1)
        time.withLock { $0 = begin + .seconds(6) }
        sample.server.behave(.good)
        #expect(try await problem(settings, by: desk) == nil)
    }

    @Test("a timestamp over something else, of a stranger or under another policy needs a person")
    func lies() async throws {
        sample.server.behave(.wrongImprint)
        let wrong = try await problem(settings, by: sample.desk())
        #expect(wrong?.problem == "timestamp-wrong" && wrong?.code == .badProfile)
        sample.server.behave(.good)
        let stranger = try SealBench()
        var service = try sample.service()
        service.certificates = stranger.path("ca.pem")
        #expect(try await problem(settings, by: sample.desk(service: service))?.problem == "timestamp-wrong")
        let policy = try sample.service(policy: "1.2.3.99")
        #expect(try await problem(settings, by: sample.desk(service: policy))?.problem == "timestamp-refused")
        sample.server.behave(.status(401))
        #expect(try await problem(settings, by: sample.desk())?.problem == "timestamp-refused")
    }

    @Test("an account is told to the service that asks for one, and its password comes from a file")
    func account() async throws {
        var service = try sample.service()
        service.user = "landkreis"
        service.password = .file(sample.bench.path("seal.pass"))
        #expect(try await problem(settings, by: sample.desk(service: service)) == nil)
        // landkreis:geheim
        #expect(sample.server.lastHead.contains("authorization: basic bgfuzgtyzwlzomdlagvpbq=="))
        #expect(sample.server.lastHead.contains("content-type: application/timestamp-query"))
    }

    @Test("a composed file that is another one, or whose room is not where it was said, is not sealed")
    func material() async throws {
        let settings = SealSettings(key: "siegel")
        let spoils: [(inout UnsealedDocument) throws -> Void] = [
            { try Data("%PDF".utf8).write(to: URL(fileURLWithPath: $0.path)) },
            { $0.slot?.contentsOffset -= 1 },
            { $0.slot?.contentsLength -= 2 },
            { $0.slot?.timeOffset += 1_000_000 },
            { $0.slot?.byteRangeOffset -= 1 },
            { $0.slot?.sizeInBytes -= 1 },
            { $0.slot?.contentsOffset = -5 },
            { $0.slot = nil },
            { $0.sha256 = SHA256.of(Data()) },
            { try FileManager.default.removeItem(atPath: $0.path) },
        ]
        for (number, spoil) in spoils.enumerated() {
            let problem = try await problem(settings, by: sample.desk(), spoil)
            #expect(problem?.problem == "seal-material-changed" && problem?.code == .badInput, "spoil \(number)")
        }
    }

    @Test("a document composed for a smaller key goes to a person, who has it made anew by releasing it")
    func otherKey() async throws {
        try sample.bench.certify("rsa", "Scanstelle RSA", "keyUsage=digitalSignature,nonRepudiation", rsaBits: 4_096)
        let longer = Data(repeating: 0x41, count: 4_000).base64EncodedString()
        try sample.bench.scratch.write(
            "keyUsage=digitalSignature\n1.2.3.4=ASN1:UTF8String:\(longer)\n", to: "rsa.ext")
        try sample.bench.openssl(
            "x509", "-req", "-in", "rsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "3650",
            "-extfile", "rsa.ext", "-out", "rsa.pem")
        try sample.bench.export("rsa")
        let rsa = key("rsa.p12", password: .file(sample.bench.path("seal.pass")))
        let problem = try await problem(SealSettings(key: "siegel"), by: sample.desk(rsa))
        #expect(problem?.problem == "seal-too-large" && problem?.code == .badInput)
    }

    @Test("a name that the configuration does not have needs a person")
    func unknown() async throws {
        let desk = try sample.desk()
        for settings in [SealSettings(key: "anderes"), SealSettings(key: "siegel", timestamp: "andere")] {
            await #expect(throws: CaptureError.self) { try await desk.preparation(for: settings) }
        }
    }
}
