import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

/// A scanner on the bench: libsane with a configuration of its own, a stack of pages, and a folder for the results.
struct ScannerBench {
    let scratch: Scratch
    let device: String
    private let program: String
    private let environment: [String: String]

    /// A folder scanner loaded with pages; `script` says what goes wrong.
    init(pages: [PortableMap], script: String = "") throws {
        let library = try #require(Programs.path(of: "libsane-folder.so"), "the product sane-folder is not built")
        try self.init(driver: "folder") { "folder:" + $0.path("stack") }
        try scratch.write(Data((scratch.path("stack") + "\n").utf8), to: "etc/folder.conf")
        try scratch.write(Data(script.utf8), to: "stack/script")
        for (index, page) in pages.enumerated() {
            try scratch.write(page.file, to: "stack/\(String(index + 1001)).pnm")
        }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("lib/libsane-folder.so.1"), withDestinationPath: library)
    }

    /// SANE's own test device.
    static func testDevice() throws -> ScannerBench { try ScannerBench(driver: "test") { _ in "test:0" } }

    private init(driver: String, device: (Scratch) -> String) throws {
        scratch = try Scratch()
        program = try #require(Programs.path(of: "scanstelle-scanner"), "scanstelle-scanner is not built")
        self.device = device(scratch)
        try scratch.write(Data("\(driver)\n".utf8), to: "etc/dll.conf")
        for folder in ["lib", "pages"] {
            try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
        }
        environment = [
            "SANE_CONFIG_DIR": scratch.path("etc"), "LD_LIBRARY_PATH": scratch.path("lib"),
            "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Feeds to the end.
    func feed(
        _ settings: ScanSettings = .plain, firstPage: Int = 1, silenceSeconds: Double = 60
    ) throws -> FeedLog {
        let outcome = try run(
            program, ["feed", "--empty-wait-seconds", "0", "--silence-seconds", "\(silenceSeconds)"],
            input: command(.feed(request(settings, firstPage))))
        return try FeedLog(lines: outcome.output, exitStatus: outcome.status)
    }

    /// Starts a feed that the test steers; behind a shell, signals go to the shell.
    func startFeed(_ settings: ScanSettings = .plain, behindShell: Bool = false) throws -> LiveFeed {
        let arguments = ["feed", "--empty-wait-seconds", "0"]
        // A shell gives a child in the background no input unless it is told to.
        let shell = ["-c", "exec 3<&0; \"$0\" \"$@\" <&3 & wait", program]
        let feed =
            try behindShell
            ? LiveFeed("/bin/sh", shell + arguments, environment) : LiveFeed(program, arguments, environment)
        try feed.send(.feed(request(settings, 1)))
        return feed
    }

    /// What the program prints, decoded.
    func ask<Answer: Decodable>(_ arguments: String...) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: run(program, arguments).output)
    }

    /// Runs any program with the bench's libsane.
    func run(_ program: String, _ arguments: [String], input: Data = Data()) throws -> Tool.Outcome {
        try Tool.run("env", environment.map { "\($0)=\($1)" } + [program] + arguments, input: input)
    }

    /// The gray values of a stored page.
    func grayPixels(_ page: StoredScan) throws -> (width: Int, height: Int, bytes: [UInt8]) {
        let raster = try Raster(
            decoding: scratch.path("pages/" + page.file), format: page.format, page: 0, limits: InputLimits())
        let (width, height) = (raster.width, raster.height)
        let bytes = try raster.withGrayBytes { bytes, stride throws(CaptureError) in
            (0..<height).flatMap { y in Array(bytes[y * stride..<y * stride + width]) }
        }
        return (width, height, bytes)
    }

    /// Files below the folder for results but the small pictures for people, sorted.
    var files: [String] {
        get throws {
            let folder = URL(fileURLWithPath: scratch.path("pages"))
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            return names.filter { $0.contains("/") && !$0.hasSuffix("/preview.jpg") }.sorted()
        }
    }

    private func request(_ settings: ScanSettings, _ firstPage: Int) -> FeedRequest {
        FeedRequest(device: device, settings: settings, folder: scratch.path("pages"), firstPage: firstPage)
    }

    private func command(_ command: ScannerCommand) throws -> Data {
        try JSONEncoder().encode(command) + Data("\n".utf8)
    }
}

extension ScanSettings {
    /// Simplex, gray, 300 dpi: the pixels of a test's page as they are.
    static var plain: ScanSettings { ScanSettings.with { _ in } }

    static func with(_ change: (inout ScanSettings) -> Void) -> ScanSettings {
        var settings = ScanSettings()
        settings.source = .feeder
        settings.mode = .gray
        settings.quality = 100
        change(&settings)
        return settings
    }
}

/// Everything a feed told.
struct FeedLog {
    let events: [ScannerEvent]
    let exitStatus: Int32

    init(lines: Data, exitStatus: Int32) throws {
        events = try lines.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(ScannerEvent.self, from: $0)
        }
        self.exitStatus = exitStatus
    }

    var stored: [StoredScan] {
        events.compactMap { if case .stored(let page) = $0 { page } else { nil } }
    }

    var findings: [String] {
        events.compactMap { if case .noted(let finding) = $0 { finding.code } else { nil } }
    }

    /// Whether the feeder ran empty and so many pages were started and stored.
    func isComplete(pages: Int) -> Bool {
        end?.reason == .empty && end?.pagesStarted == pages && end?.pagesStored == pages && end?.problem == nil
    }

    /// The last event, nil where it is not the end.
    var end: FeedEnd? {
        if case .ended(let end)? = events.last { end } else { nil }
    }
}
