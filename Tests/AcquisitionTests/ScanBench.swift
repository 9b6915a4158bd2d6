import Acquisition
import BatchStore
import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

/// A scan station at work: the real scanner process with the virtual scanner, and a store of its own.
final class ScanBench {
    let scratch: Scratch
    let store: BatchStore
    private let name: String
    private(set) var profile: LoadedProfile

    /// - Parameter sharing: another scanner whose store this one feeds into.
    init(
        pages: Int, script: String = "", sharing other: ScanBench? = nil,
        _ settings: (inout ScanSettings) -> Void = { _ in }
    ) throws {
        scratch = try Scratch()
        store = try other?.store ?? BatchStore(folder: try StateFolder(path: scratch.path("state")))
        name = other == nil ? "muster" : "zweiter"
        profile = .sample()
        profile.profile.scan.source = .feeder
        profile.profile.scan.mode = .gray
        settings(&profile.profile.scan)
        try load(1...max(pages, 1), isEmpty: pages == 0)
        try scratch.write("remember\n" + script + "\n", to: "stack/script")
        for folder in ["sane/dll.d", "lib"] {
            try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
        }
        try scratch.write("folder\n", to: "sane/dll.conf")
        let library = try #require(Programs.path(of: "libsane-folder.so"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("lib/libsane-folder.so.1"), withDestinationPath: library)
    }

    /// Puts small gray sheets, told apart by their number, behind the ones in the feeder.
    func load(_ numbers: ClosedRange<Int>, isEmpty: Bool = false) throws {
        try FileManager.default.createDirectory(atPath: scratch.path("stack"), withIntermediateDirectories: true)
        for number in isEmpty ? [] : Array(numbers) {
            let pixels = [UInt8](repeating: UInt8(truncatingIfNeeded: 5 * number), count: 64 * 40)
            try scratch.write(Data("P5\n64 40\n255\n".utf8) + Data(pixels), to: "stack/\(1000 + number).pgm")
        }
    }

    /// Puts sheets with rows of words behind the ones in the feeder; equal seeds are equal letters, each lies elsewhere.
    func loadLetters(_ seeds: [UInt64]) throws {
        for (position, seed) in seeds.enumerated() {
            var (generator, sheet) = (SeededGenerator(seed: seed), [UInt8](repeating: 250, count: 400 * 560))
            for row in 0..<22 {
                var x = 30 + position
                while x < 340 {
                    let width = Int.random(in: 8...50, using: &generator)
                    for y in 40 + 22 * row + position..<49 + 22 * row + position {
                        for pixel in x..<min(x + width, 370) { sheet[y * 400 + pixel] = 30 }
                    }
                    x += width + Int.random(in: 8...30, using: &generator)
                }
            }
            try scratch.write(Data("P5\n400 560\n255\n".utf8) + Data(sheet), to: "stack/\(2000 + position).pgm")
        }
    }

    func source(start: ScannerStart? = nil, operatedBy: String? = nil) -> ScannerSource {
        ScannerSource(
            name: name, device: "folder:" + scratch.path("stack"),
            environment: ["SANE_CONFIG_DIR": scratch.path("sane"), "LD_LIBRARY_PATH": scratch.path("lib")],
            start: start, operatedBy: operatedBy)
    }

    func station(start: ScannerStart? = nil, operatedBy: String? = nil) throws -> ScanStation {
        let program = try #require(Programs.path(of: "scanstelle-scanner"))
        return ScanStation(
            scanner: source(start: start, operatedBy: operatedBy),
            process: ScannerProcess(
                program: program, arguments: ["--empty-wait-seconds", "0", "--silence-seconds", "1"]),
            store: store,
            profiles: ProfileSource(named: { [profile] _ in profile }, pinned: { [profile] _ in profile }),
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Scans with a station of its own until the request is done; the batch as it is then.
    func scan(_ wish: ScanWish = ScanWish()) async throws -> BatchRecord {
        let station = try station()
        let run = Task { try await station.run() }
        defer { run.cancel() }
        let request = try await store.requestScan(scanner: name, profile: "muster", wish: wish, actor: "user:7")
        try await until { try await self.store.scanRequest(request.id)?.state == .done }
        run.cancel()
        _ = await run.result
        let done = try #require(try await store.scanRequest(request.id))
        let id = try #require(done.batch ?? wish.batch, "\(String(describing: done.problem))")
        return try #require(try await store.batch(id))
    }

    /// The numbers of the sheets whose images count, in the order of the batch, by their shade.
    func shades(of batch: BatchRecord) async throws -> [Int] {
        try await store.pages(of: batch.id).map { page in
            let pixels = try Tool.run("djpeg", ["-pnm", store.path(batch, page.file)]).output
            return (Int(pixels.last ?? 0) + 2) / 5
        }
    }

    /// Looks again and again until it holds; the suite's time limit is the only clock.
    func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(10)) }
    }
}
