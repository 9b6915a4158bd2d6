import CaptureModel
import Foundation
import Profiles
import Testing

@Suite("The shelf of a daemon's profiles") struct ProfileShelfTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scanstelle-shelf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(version: "1")
    }

    private func text(_ version: String) -> String {
        """
        profile: muster
        title: Muster
        procedure: {name: Muster, version: "\(version)", validFrom: 2026-01-01}
        route: [{otherwise: ablage}]
        deliver: {ablage: {target: eakte, path: /Ablage}}
        """
    }

    /// Files of one length written within one tick of the clock would look alike: each version is longer.
    private func write(version: String) throws {
        try write(text(version) + String(repeating: "\n", count: version.count))
    }

    private func write(_ yaml: String) throws {
        try yaml.write(to: folder.appending(path: "muster.yaml"), atomically: true, encoding: .utf8)
    }

    private func version(_ shelf: ProfileShelf) throws -> String { try shelf.profile(named: "muster").version }

    @Test("a changed file is taken up, and told once")
    func reload() throws {
        let shelf = try ProfileShelf(folder: folder.path)
        try write(version: "22")
        #expect(try version(shelf) == "1")
        #expect(try shelf.refresh(releases: [:]).map(\.name) == ["muster"])
        #expect(try version(shelf) == "22")
        #expect(try shelf.refresh(releases: [:]) == [])
    }

    @Test("a file that turned bad keeps the last good version at work and is told as a fault until it is mended")
    func bad() throws {
        let shelf = try ProfileShelf(folder: folder.path)
        try write("profile: [muster")
        #expect(try shelf.refresh(releases: [:]).map { $0.problem?.problem } == ["bad-profile"])
        #expect(try version(shelf) == "1" && shelf.faults.keys.sorted() == ["muster.yaml"])
        try write(version: "333")
        _ = try shelf.refresh(releases: [:])
        #expect(try version(shelf) == "333" && shelf.faults.isEmpty)
    }

    @Test("at the start a fault stops everything, so that nobody works with half the profiles")
    func start() throws {
        try write("profile: [muster")
        #expect(throws: CaptureError.self) { try ProfileShelf(folder: folder.path) }
    }

    @Test("a released version is served whatever the file says; without one the file is")
    func released() throws {
        let shelf = try ProfileShelf(folder: folder.path, releases: ["muster": text("9.0")])
        #expect(try version(shelf) == "9.0")
        try write(version: "4444")
        #expect(try shelf.refresh(releases: ["muster": text("9.0")]) == [])
        #expect(try version(shelf) == "9.0")
        _ = try shelf.refresh(releases: ["muster": text("9.1")])
        #expect(try version(shelf) == "9.1")
        _ = try shelf.refresh(releases: [:])
        #expect(try version(shelf) == "4444")
    }

    @Test("a batch's pinned text is read as it is, whatever is on the shelf")
    func pinned() throws {
        let shelf = try ProfileShelf(folder: folder.path)
        #expect(try shelf.profile(from: text("0.1")).version == "0.1")
    }

    @Test("a file that is gone takes its profile along")
    func gone() throws {
        let shelf = try ProfileShelf(folder: folder.path)
        try FileManager.default.removeItem(at: folder.appending(path: "muster.yaml"))
        _ = try shelf.refresh(releases: [:])
        #expect(throws: CaptureError.self) { try shelf.profile(named: "muster") }
    }
}
