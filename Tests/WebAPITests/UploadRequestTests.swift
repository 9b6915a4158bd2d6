import CaptureModel
import Foundation
import TestSupport
import Testing

@testable import WebAPI

@Suite("What a program says of a file") struct UploadRequestTests {
    @Test("is read from address and headers")
    func read() throws {
        let digest = Data(repeating: 171, count: 32).base64EncodedString()
        let request = try UploadRequest(
            parameters: ["name": "Brief.pdf", "profile": "post", "files": "3"],
            headers: [
                "idempotency-key": "\"k-1\"", "content-length": "12",
                "content-digest": "md5=:AA==:, sha-256=:\(digest):",
            ])
        #expect(request.name == "Brief.pdf" && request.key == "k-1" && request.files == 3)
        #expect(request.sizeInBytes == 12 && request.sha256 == String(repeating: "ab", count: 32))
    }

    @Test(
        "is refused where it is not valid, with the name of what is wrong",
        arguments: [
            ("name", ["name": ""], [:]), ("name", ["name": String(repeating: "ä", count: 600)], [:]),
            ("files", ["files": "0"], [:]), ("files", ["files": "1e9"], [:]),
            ("Idempotency-Key", [:], ["idempotency-key": ""]),
            ("Idempotency-Key", [:], ["idempotency-key": "a\u{7}"]),
            ("Idempotency-Key", [:], ["idempotency-key": String(repeating: "k", count: 201)]),
            ("Content-Length", [:], ["content-length": "-1"]),
            ("Content-Digest", [:], ["content-digest": "sha-256=:AAAA:"]),
            ("Content-Digest", [:], ["content-digest": "sha-512=:AAAA:"]),
        ] as [(String, [String: String], [String: String])])
    func refused(_ name: String, _ parameters: [String: String], _ headers: [String: String]) {
        #expect(throws: UploadRequest.Fault(name: name)) {
            try UploadRequest(parameters: parameters, headers: headers)
        }
    }

    @Test("never ends the program, whatever it is")
    func mutations() throws {
        var random = SeededGenerator(seed: 4711)
        let signs = Array("\"=:,; aA1-äß\u{0}\u{FFFD}%sha256")
        for _ in 0..<5_000 {
            func text() -> String {
                String(
                    (0..<Int.random(in: 0...60, using: &random)).map { _ in signs.randomElement(using: &random) ?? "x" }
                )
            }
            _ = try? UploadRequest(
                parameters: ["name": text(), "files": text(), "profile": text()],
                headers: [
                    "idempotency-key": text(), "content-length": text(), "content-digest": "sha-256=:" + text() + ":",
                ])
            _ = try? UploadAccounts(text() + " sha256:" + text() + "\n" + text(), file: "tokens")
        }
    }

    @Test(
        "lines of the file of accounts that let in nobody are told with their number",
        arguments: ["name", "name sha256:12", "na/me sha256:\(String(repeating: "a", count: 64))", "a b c d"])
    func accounts(_ line: String) {
        #expect {
            try UploadAccounts("# programs\n\n" + line, file: "tokens")
        } throws: { error in
            (error as? CaptureError)?.cause == "tokens:3"
        }
    }

    @Test("a token opens its own account and no other")
    func tokens() throws {
        let (token, line) = UploadAccounts.make(name: "a", profiles: ["x", "y"])
        let accounts = try UploadAccounts(line, file: "tokens")
        let account = try #require(accounts.account(authorization: "bearer \(token)"))
        #expect(account.mayUse("x") && !account.mayUse("z"))
        #expect(accounts.account(authorization: "Bearer \(token)0") == nil)
        #expect(accounts.account(authorization: token) == nil && accounts.account(authorization: nil) == nil)
    }
}
