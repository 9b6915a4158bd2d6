import CaptureModel
import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite("Durable files") struct DurableFilesTests {
    private let folder: Scratch

    init() throws { folder = try Scratch() }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("a file is replaced whole and leaves no temporary name")
    func write() throws {
        try DurableFile.write(Data("alt".utf8), to: folder.path("a"))
        try DurableFile.write(Data("neu".utf8), to: folder.path("a"))
        #expect(try text(folder.path("a")) == "neu" && folder.files() == ["a"])
    }

    @Test("a rename that would replace a file is refused")
    func renameIfAbsent() throws {
        try folder.write("eins", to: "a")
        try folder.write("zwei", to: "b")
        #expect(try !DurableFile.renameIfAbsent(folder.path("a"), to: folder.path("b")))
        #expect(try text(folder.path("b")) == "zwei" && text(folder.path("a")) == "eins")
        #expect(try DurableFile.renameIfAbsent(folder.path("a"), to: folder.path("c")))
    }

    @Test("a file is copied byte for byte, also from another file system")
    func copy() throws {
        let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let other = "/dev/shm/scanstelle-test-\(UUID().uuidString)"
        try bytes.write(to: URL(fileURLWithPath: other))
        defer { try? FileManager.default.removeItem(atPath: other) }
        try DurableFile.copy(other, to: folder.path("kopie"))
        try DurableFile.copy(folder.path("kopie"), to: folder.path("zweite"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("zweite"))) == bytes)
    }

    @Test("a missing source is told without its name, which may be a citizen's")
    func missing() throws {
        let error = #expect(throws: CaptureError.self) {
            try DurableFile.copy(folder.path("Meier.pdf"), to: folder.path("b"))
        }
        #expect(error?.code == .unavailable && error?.description.contains("Meier") == false)
    }

    @Test("lines are appended one after the other")
    func append() throws {
        try DurableFile.append(line: "eins", to: folder.path("journal"))
        try DurableFile.append(line: "zwei", to: folder.path("journal"))
        #expect(try text(folder.path("journal")) == "eins\nzwei\n")
    }

    @Test("SHA-256 agrees with the examples of FIPS 180-4")
    func sha256() throws {
        #expect(SHA256.of(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try folder.write("", to: "leer")
        let digest = try SHA256.of(file: folder.path("leer"))
        #expect(digest.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(digest.sizeInBytes == 0)
    }
}
