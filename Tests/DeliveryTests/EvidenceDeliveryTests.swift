import CaptureModel
import DurableFiles
import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("Delivery of a document with its evidence record")
struct EvidenceDeliveryTests {
    private let share: Share
    private let package: DeliveryPackage
    private let record = Data([0x30, 0x03, 0x02, 0x01, 0x01])

    init() throws {
        share = try Share()
        var package = try Sample.package(in: share.scratch)
        let path = try share.scratch.write(record, to: "made/document.ers")
        package.companions = [
            Companion(kind: "evidence", ending: ".ers", path: path, sha256: SHA256.of(record))
        ]
        self.package = package
    }

    @Test("puts the record beside the document under the same name")
    func names() async throws {
        let receipt = try await share.target.deliver(package)
        let path = try #require(receipt.files["evidence"])
        #expect(FileManager.default.contents(atPath: path) == record)
        #expect((path as NSString).deletingPathExtension.hasSuffix(receipt.object.dropLast(4)))
        #expect(share.files().count == 4)
    }

    @Test("is not confirmed while the record is missing or another one")
    func receipt() async throws {
        let receipt = try await share.target.deliver(package)
        let path = try #require(receipt.files["evidence"])
        try Data([1]).write(to: URL(fileURLWithPath: path))
        #expect(try await share.target.find(package) == nil)
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-conflict")
        try share.remove(path)
        #expect(try await share.target.find(package) == nil)
        #expect(try await share.target.deliver(package) == receipt)
    }
}
