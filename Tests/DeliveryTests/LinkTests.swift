import CaptureModel
import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("Links in a delivery folder")
struct LinkTests {
    private let share: Share
    private let package: DeliveryPackage
    private let outside: String

    init() throws {
        share = try Share()
        package = try Sample.package(in: share.scratch)
        outside = share.scratch.path("outside")
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    }

    @Test("a folder that is a link leads nowhere")
    func folder() async throws {
        try link(from: "Kämmerei", to: outside)
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-conflict")
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    }

    @Test("a file where a folder should be is left alone")
    func fileAsFolder() async throws {
        try share.scratch.write(Data("file".utf8), to: "share/Kämmerei")
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-conflict")
        #expect(try share.scratch.read("share/Kämmerei") == Data("file".utf8))
    }

    @Test("a link under the document's name is not read through")
    func file() async throws {
        let names = DeliveryNames(package)
        try makeFolder(names)
        try link(from: names.path(of: names.pdf), to: package.pdf)
        let error = await #expect(throws: CaptureError.self) { try await share.target.deliver(package) }
        #expect(error?.problem == "delivery-conflict")
    }

    @Test("a link under the temporary name is not written through")
    func part() async throws {
        let victim = try share.scratch.write(Data("precious".utf8), to: "outside/victim")
        let names = DeliveryNames(package)
        try makeFolder(names)
        try link(from: names.path(of: names.part), to: victim)
        _ = try await share.target.deliver(package)
        #expect(try share.scratch.read("outside/victim") == Data("precious".utf8))
    }

    @Test("a root that is a link is the administrator's choice")
    func root() async throws {
        let alias = share.scratch.path("alias")
        try FileManager.default.createSymbolicLink(atPath: alias, withDestinationPath: share.root)
        _ = try await FolderTarget(name: "eakte", root: alias).deliver(package)
        #expect(try await share.target.find(package) != nil)
    }

    private func makeFolder(_ names: DeliveryNames) throws {
        let path = share.root + "/" + names.folder.joined(separator: "/")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    private func link(from name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: share.root + "/" + name, withDestinationPath: destination)
    }
}
