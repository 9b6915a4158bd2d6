import CaptureModel
import Foundation
import Provenance
import TestSupport
import Testing

@Suite("the manifest of a document")
struct ManifestTests {
    private static let paths: [(path: String, role: Manifest.Role)] = [
        ("documents/01/document.pdf", .document), ("documents/01/transfervermerk.xml", .transferNote),
        ("pages/0001/original.jpg", .original), ("pages/0001/record.jpg", .recordImage),
    ]

    private let batch: Scratch

    init() throws {
        batch = try Scratch()
        for (path, role) in Self.paths { try batch.write(role.rawValue, to: path) }
        try batch.write(try manifest().canonical, to: "documents/01/manifest.json")
    }

    private func manifest() throws -> Manifest {
        try Manifest(batch: "b", document: "d", form: "converted", paths: Self.paths.reversed(), in: batch.path)
    }

    @Test("a batch whose files are as they were has no fault")
    func whole() { #expect(Manifest.verify(batch.path).isEmpty) }

    @Test("one flipped bit in any file is told with its name", arguments: paths.map(\.path))
    func flipped(_ path: String) throws {
        var bytes = try batch.read(path)
        bytes[bytes.count / 2] ^= 1
        try batch.write(bytes, to: path)
        #expect(Manifest.verify(batch.path) == [Manifest.Fault(path: path, kind: .altered)])
    }

    @Test("a file that is gone is told", arguments: paths.map(\.path))
    func missing(_ path: String) throws {
        try FileManager.default.removeItem(atPath: batch.path(path))
        #expect(Manifest.verify(batch.path) == [Manifest.Fault(path: path, kind: .missing)])
    }

    @Test("a byte more at the end is told")
    func longer() throws {
        try batch.write(try batch.read("pages/0001/record.jpg") + Data([0]), to: "pages/0001/record.jpg")
        #expect(Manifest.verify(batch.path).map(\.kind) == [.altered])
    }

    @Test(
        "what is no manifest, of another version, or leads out of the batch is a fault",
        arguments: [
            "", "{}", "{\"version\":2}",
            """
            {"version":1,"batch":"b","document":"d","form":"converted","files":\
            [{"path":"../../../etc/passwd","role":"original","sha256":"","sizeInBytes":1}]}
            """,
            """
            {"version":1,"batch":"b","document":"d","form":"converted","files":\
            [{"path":"/etc/passwd","role":"original","sha256":"","sizeInBytes":1}]}
            """,
        ])
    func unreadable(_ text: String) throws {
        try batch.write(text, to: "documents/01/manifest.json")
        let fault = Manifest.Fault(path: "documents/01/manifest.json", kind: .unreadable)
        #expect(Manifest.verify(batch.path) == [fault])
    }

    @Test("a document that was not composed yet is no fault")
    func withoutManifest() throws {
        try batch.write("", to: "documents/02/transfervermerk.xml")
        #expect(Manifest.verify(batch.path).isEmpty)
    }

    @Test("the same files give the same bytes in whatever order they are named, and each file stands once")
    func canonical() throws {
        let other = try Manifest(
            batch: "b", document: "d", form: "converted", paths: Self.paths + Self.paths, in: batch.path)
        #expect(try other.canonical == manifest().canonical)
        #expect(try Manifest(reading: manifest().canonical) == manifest())
    }

    @Test("a sealed PDF takes the place of the one before; all else stays")
    func replacing() throws {
        let sealed = try manifest().replacingDocument(path: "documents/01/document.pdf", sha256: "ab", sizeInBytes: 7)
        #expect(sealed.files.first { $0.role == .document }?.sha256 == "ab")
        #expect(sealed.files.filter { $0.role != .document } == (try manifest()).files.filter { $0.role != .document })
    }
}
