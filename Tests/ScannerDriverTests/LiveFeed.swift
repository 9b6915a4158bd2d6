import CaptureModel
import Foundation

/// A feed under way: events are read one by one, and the test may command between them.
final class LiveFeed {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    init(_ program: String, _ arguments: [String], _ environment: [String: String]) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    func send(_ command: ScannerCommand) throws {
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(command) + Data("\n".utf8))
    }

    func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// The next event, nil at the end of the output.
    func next() throws -> ScannerEvent? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = unread[..<end]
                unread = Data(unread[unread.index(after: end)...])
                return try JSONDecoder().decode(ScannerEvent.self, from: line)
            }
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { return nil }
            unread += bytes
        }
    }

    /// Reads until paper moves for the given page.
    func waitForStart(ofPage page: Int) throws {
        while let event = try next() {
            if case .started(page) = event { return }
        }
    }

    /// Reads until the given page is stored.
    func waitForStore(ofPage page: Int) throws {
        while let event = try next() {
            if case .stored(let scan) = event, scan.page == page { return }
        }
    }

    /// Reads to the end; the last word, nil where there is none.
    func end() throws -> FeedEnd? {
        var end: FeedEnd?
        while let event = try next() {
            if case .ended(let last) = event { end = last }
        }
        process.waitUntilExit()
        return end
    }

    var exitStatus: Int32 { process.terminationStatus }
}
