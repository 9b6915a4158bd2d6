import CaptureModel
import DurableFiles
import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("Delivery into a folder")
struct FolderTargetTests {
    private let share: Share
    private let package: DeliveryPackage

    init() throws {
        share = try Share()
        package = try Sample.package(in: share.scratch)
    }

    @Test("a document arrives as three files under its safe name")
    func names() async throws {
        let receipt = try await share.target.deliver(package)
        let stem = "Kämmerei/12.34-2026-0815/Rechnung Müller-"
        #expect(receipt.object.hasPrefix(stem) && receipt.object.hasSuffix(".pdf"))
        let common = receipt.object.dropLast(4)
        #expect(share.files() == [common + ".json", common + ".pdf", common + ".xml"])
        #expect(FileManager.default.contents(atPath: try #require(receipt.files["pdf"])) == Sample.pdf)
    }

    @Test("the folder's group may read what arrives, others may not")
    func permissions() async throws {
        let receipt = try await share.target.deliver(package)
        for kind in ["pdf", "metadata", "metadataXML"] {
            let path = try #require(receipt.files[kind])
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o007 } == 0)
        }
    }

    @Test("a root that is not there is waited for and never created")
    func missingRoot() async throws {
        let root = share.scratch.path("not-mounted")
        let error = await #expect(throws: CaptureError.self) {
            try await FolderTarget(name: "eakte", root: root).deliver(package)
        }
        #expect(error?.code == .unavailable && error?.problem == "target-missing")
        #expect(!FileManager.default.fileExists(atPath: root))
    }

    @Test("a root without its sentinel is an empty mount point")
    func sentinel() async throws {
        let target = FolderTarget(name: "eakte", root: share.root, sentinel: ".scanstelle")
        let error = await #expect(throws: CaptureError.self) { try await target.deliver(package) }
        #expect(error?.problem == "target-missing")
        #expect(share.files().isEmpty)
        try share.scratch.write(Data(), to: "share/.scanstelle")
        _ = try await target.deliver(package)
    }

    /// What a kill can leave, as files that are missing afterwards.
    @Test(
        "an attempt killed anywhere is completed by the next",
        arguments: [["metadataXML"], ["metadataXML", "metadata"], ["metadataXML", "metadata", "pdf"]], [false, true])
    func killed(missing: [String], hasPart: Bool) async throws {
        let receipt = try await share.target.deliver(package)
        let whole = share.files()
        for kind in missing { try share.remove(receipt.files[kind]) }
        if hasPart {
            let folder = (receipt.object as NSString).deletingLastPathComponent
            try share.scratch.write(Data("torn".utf8), to: "share/\(folder)/\(DeliveryNames(package).part)")
        }
        #expect(try await share.target.find(package) == nil)
        #expect(try await share.target.deliver(package) == receipt)
        #expect(share.files() == whole)
    }

    @Test("what lies there under the same name is never replaced", arguments: ["pdf", "metadata", "metadataXML"])
    func conflict(kind: String) async throws {
        let receipt = try await share.target.deliver(package)
        let path = try #require(receipt.files[kind])
        for file in receipt.files.values { try share.remove(file) }
        try Data("something else".utf8).write(to: URL(fileURLWithPath: path))

        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.code == .badInput && error?.problem == "delivery-conflict")
        #expect(FileManager.default.contents(atPath: path) == Data("something else".utf8))
    }

    /// The package with a manifest and a note.
    private func accompanied() throws -> DeliveryPackage {
        var package = package
        package.companions = try ["manifest", "transferNote"].map { kind in
            let bytes = Data(kind.utf8)
            return Companion(
                kind: kind, ending: "." + kind, path: try share.scratch.write(bytes, to: "made/" + kind),
                sha256: SHA256.of(bytes))
        }
        return package
    }

    @Test("companions arrive beside the PDF, and the document is whole only with them", arguments: [0, 1])
    func companions(_ missing: Int) async throws {
        let package = try accompanied()
        let receipt = try await share.target.deliver(package)
        let stem = receipt.object.dropLast(".pdf".count)
        #expect(Set(share.files()) == Set([".json", ".manifest", ".pdf", ".transferNote", ".xml"].map { stem + $0 }))
        try share.remove(receipt.files[["manifest", "transferNote"][missing]])
        #expect(try await share.target.find(package) == nil)
        #expect(try await share.target.deliver(package) == receipt)
    }

    @Test("a companion that changed since it was made is not delivered, nor is the document called whole")
    func changedCompanion() async throws {
        let package = try accompanied()
        try share.scratch.write("something else", to: "made/manifest")
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-hash-mismatch")
        #expect(try await share.target.find(package) == nil)
    }

    @Test("a document that changed at the target is not found")
    func changedAtTarget() async throws {
        let receipt = try await share.target.deliver(package)
        let path = try #require(receipt.files["pdf"])
        try Data("%PDF-1.7\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await share.target.find(package) == nil)
    }

    @Test("a document that changed since it was made leaves no trace at the target")
    func changedAtSource() async throws {
        try Data("%PDF-1.7 changed".utf8).write(to: URL(fileURLWithPath: package.pdf))
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-hash-mismatch")
        #expect(share.files().isEmpty)
    }

    @Test(
        "a share on another file system is delivered to",
        .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm")))
    func otherFileSystem() async throws {
        let root = "/dev/shm/scanstelle-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let receipt = try await FolderTarget(name: "eakte", root: root).deliver(package)
        #expect(receipt.sha256 == package.sha256)
    }

    @Test("no cause names the document")
    func causes() {
        let error = CaptureError.fault("rename", "rename Müller.pdf: Input/output error")
        #expect(error.withoutName("Müller.pdf").cause == "rename file: Input/output error")
    }
}
