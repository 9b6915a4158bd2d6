import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import TestSupport
import Testing

@testable import WebAPI

@Suite("Programs hand in files", .timeLimit(.minutes(3))) struct UploadTests {
    private let run: ServerRun
    private let letter = Data("Brief".utf8)

    init() throws { run = try ServerRun() }

    @Test("and get an answer once the file is durable, with its id and digest")
    func stored() async throws {
        try await run.serving { [run, letter] wire in
            let answer = try await wire.send(
                "POST", "/api/v1/uploads?profile=muster&name=B%C3%BCro%2F..%2Fa.pdf", [run.bearer], body: letter)
            #expect(answer.status == 201 && answer.member("sha256") == SHA256.of(letter))
            let id = try #require(answer.member("id"))
            #expect(answer.headers["location"] == "/api/v1/batches/\(id)")
            let batch = try #require(try await run.store.batch(id))
            #expect(batch.state == .received && batch.channel == .upload && batch.source == "fachverfahren")
            let input = try #require(try await run.store.inputs(of: id).first)
            #expect(input.name == "Büro/../a.pdf" && input.file == "inputs/0001.pdf")
            #expect(try Data(contentsOf: URL(fileURLWithPath: run.store.path(batch, input.file))) == letter)
            #expect(run.temporaries.isEmpty)
            let status = try await wire.send("GET", "/api/v1/batches/\(id)", [run.bearer])
            #expect(status.status == 200 && status.member("state") == "received")
        }
    }

    @Test("and are told in both languages what is wrong, while nothing is stored")
    func faults() async throws {
        try await run.serving(settings: { $0.fileSizeInBytes = 100 }) { [run] wire in
            let good = "/api/v1/uploads?profile=muster"
            let wrongDigest = "Content-Digest: sha-256=:\(Data(repeating: 1, count: 32).base64EncodedString()):"
            let large = Data(repeating: 65, count: 200)
            let chunked = Data("c8\r\n".utf8) + large + Data("\r\n0\r\n\r\n".utf8)
            let cases: [(Int, String, String, [String], Data)] = [
                (401, "token-unknown", good, [], Data("x".utf8)),
                (401, "token-unknown", good, ["Authorization: Bearer falsch"], Data("x".utf8)),
                (400, "bad-parameter", "/api/v1/uploads", [run.bearer], Data("x".utf8)),
                (403, "profile-forbidden", "/api/v1/uploads?profile=geheim", [run.bearer], Data("x".utf8)),
                (400, "bad-parameter", good, [run.bearer, "Idempotency-Key: a b"], Data("x".utf8)),
                (400, "file-empty", good, [run.bearer], Data()),
                (413, "file-too-large", good, [run.bearer], large),
                (413, "file-too-large", good, [run.bearer, "Transfer-Encoding: chunked"], chunked),
                (422, "digest-mismatch", good, [run.bearer, wrongDigest], Data("x".utf8)),
            ]
            for (status, problem, path, headers, body) in cases {
                let answer = try await wire.send("POST", path, headers, body: body)
                #expect(answer.status == status && answer.problem == problem)
                #expect(answer.member("error.message.de") != nil && answer.member("error.remedy.en") != nil)
            }
            #expect(try await run.store.recentBatches(limit: 10).isEmpty && run.temporaries.isEmpty)
        }
    }

    @Test("again under the same key: the same answer, one batch; other bytes are refused")
    func repeated() async throws {
        try await run.serving { [run, letter] wire in
            let path = "/api/v1/uploads?profile=muster"
            let headers = [run.bearer, "Idempotency-Key: \"brief-1\""]
            let first = try await wire.send("POST", path, headers, body: letter)
            let second = try await wire.send("POST", path, headers, body: letter)
            #expect(first.status == 201 && second.status == 200 && first.body == second.body)
            let third = try await wire.send("POST", path, headers, body: Data("anderer Brief".utf8))
            #expect(third.status == 422 && third.problem == "key-reused")
            let others = try await wire.send(
                "POST", path, ["Authorization: Bearer \(run.other.token)", "Idempotency-Key: brief-1"], body: letter)
            #expect(others.status == 201)
            #expect(try await run.store.recentBatches(limit: 10).count == 2)
        }
    }

    @Test("again after a stop in the middle: the batch that was begun is gone on with")
    func resumed() async throws {
        let id = Identifier.make()
        _ = try await run.store.begin(
            id: id, profile: .sample(), channel: .upload, source: "fachverfahren",
            upload: UploadRecord(batch: id, account: "fachverfahren", key: "brief-1"))
        try run.folder.write("halb", to: "state/uploads/alt.part")
        try await run.serving { [run, letter] wire in
            #expect(run.temporaries.isEmpty)
            let answer = try await wire.send(
                "POST", "/api/v1/uploads?profile=muster", [run.bearer, "Idempotency-Key: brief-1"], body: letter)
            #expect(answer.status == 201 && answer.member("id") == id)
            #expect(try await run.store.recentBatches(limit: 10).map(\.state) == [.received])
        }
    }

    @Test("and break off: nothing is left of it")
    func aborted() async throws {
        try await run.serving { [run, letter] wire in
            let head =
                "POST /api/v1/uploads?profile=muster HTTP/1.1\r\nHost: x\r\n\(run.bearer)\r\nContent-Length: 99\r\n\r\n"
            _ = try await wire.exchange([Data(head.utf8) + letter], abort: true)
            let good = try await wire.send("POST", "/api/v1/uploads?profile=muster", [run.bearer], body: letter)
            #expect(good.status == 201)
            while !run.temporaries.isEmpty { await Task.yield() }
            #expect(try await run.store.recentBatches(limit: 10).count == 1)
        }
    }

    @Test("of which several make one batch, in the order of their numbers, once it is complete")
    func several() async throws {
        try await run.serving { [run] wire in
            let begun = try await wire.send(
                "POST", "/api/v1/batches?profile=muster&files=2", [run.bearer, "Idempotency-Key: stapel"])
            let id = try #require(begun.member("id"))
            #expect(begun.status == 201)
            let again = try await wire.send(
                "POST", "/api/v1/batches?profile=muster&files=2", [run.bearer, "Idempotency-Key: stapel"])
            #expect(again.status == 200 && again.member("id") == id)
            let files = "/api/v1/batches/\(id)/files/"
            let two = try await wire.send("PUT", files + "2?name=b.tif", [run.bearer], body: Data("zwei".utf8))
            #expect(two.status == 201)
            let early = try await wire.send("POST", "/api/v1/batches/\(id)/complete", [run.bearer])
            #expect(early.status == 409 && early.problem == "files-missing")
            let foreign = ["Authorization: Bearer \(run.other.token)"]
            let stolen = try await wire.send("PUT", files + "1", foreign, body: Data("eins".utf8))
            #expect(stolen.status == 404 && stolen.problem == "batch-unknown")
            let one = try await wire.send("PUT", files + "1?name=a.tif", [run.bearer], body: Data("eins".utf8))
            let same = try await wire.send("PUT", files + "1?name=a.tif", [run.bearer], body: Data("eins".utf8))
            #expect(one.status == 201 && same.status == 200)
            for _ in 1...2 {
                let done = try await wire.send("POST", "/api/v1/batches/\(id)/complete", [run.bearer])
                #expect(done.status == 200 && done.member("state") == "received")
            }
            let late = try await wire.send("PUT", files + "3", [run.bearer], body: Data("drei".utf8))
            #expect(late.status == 409 && late.problem == "batch-closed")
            #expect(try await run.store.inputs(of: id).map(\.name) == ["a.tif", "b.tif"])
        }
    }

    @Test("not while the disk is short: they are told to come again")
    func diskShort() async throws {
        var limits = StorageLimits(of: try DiskSpace(of: run.folder.path))
        limits.freeBytes = .max
        run.store.limitStorage(to: limits)
        try await run.serving { [run, letter] wire in
            let answer = try await wire.send("POST", "/api/v1/uploads?profile=muster", [run.bearer], body: letter)
            #expect(answer.status == 507 && answer.problem == "storage-low" && answer.headers["retry-after"] != nil)
        }
    }

    @Test("and forget to complete a batch: a person is told how many files are there")
    func forgotten() async throws {
        let id = Identifier.make()
        let batch = try await run.store.begin(
            id: id, profile: .sample(), channel: .upload, source: "x",
            upload: UploadRecord(batch: id, account: "x", files: 3))
        let file = try run.folder.write("eins", to: "eins.pdf")
        _ = try await run.store.addInput(file, name: "eins.pdf", number: 1, to: batch)
        try await run.store.holdUploads(unchangedSince: batch.created - 1)
        #expect(try await run.store.batch(id)?.state == .receiving)
        try await run.store.holdUploads(unchangedSince: batch.created + 1)
        let held = try #require(try await run.store.batch(id))
        #expect(held.state == .held && held.hold?.message.de.contains("1/3") == true)
    }

    @Test("a hundred at once, every second one breaking off: as many batches as were answered for")
    func many() async throws {
        try await run.serving { [run] wire in
            let body = Data(repeating: 7, count: 300_000)
            let stored = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let head =
                            "POST /api/v1/uploads?profile=muster HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "\(run.bearer)\r\nContent-Length: \(body.count)\r\n\r\n"
                        let isWhole = number.isMultiple(of: 2)
                        let bytes = Data(head.utf8) + (isWhole ? body : body.dropLast())
                        let answer = try await wire.exchange([bytes], abort: !isWhole)
                        return isWhole ? try Wire.answer(answer).status == 201 : false
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(stored == 50)
            while !run.temporaries.isEmpty { await Task.yield() }
            #expect(try await run.store.batches(in: .received).count == 50)
        }
    }
}
