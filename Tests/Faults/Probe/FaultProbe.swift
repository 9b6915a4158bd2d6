// The whole way of the mail with real parts (watched folder, scan station, store, pipeline, folder target, child
// processes) on a folder that `scripts/faults` prepared, until nothing goes on by itself. Only the worker is a small one:
// it reads pages of plain text, so that a thousand cases take minutes and a document tells which pages it holds.
//
//     fault-probe FOLDER
//     fault-probe FOLDER NUMBER      only takes in that many letters, and works on none
//
// Below FOLDER: `eingang` (mail), `eakte` (target), `profiles`, `state`, and for scans `stack`, `sane`, `lib`. What is told
// to people as stored is told on standard output, one line each, the moment it is committed. The last line is a report.

import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Logging
import Pipeline
import Profiles

@main
enum FaultProbe {
    static func main() async {
        if ProcessInfo.processInfo.environment["FAULT_ROLE"] == "worker" { return TextWorker.serve() }
        do {
            let arguments = CommandLine.arguments.dropFirst()
            if arguments.count == 2, let number = Int(arguments.last ?? "") {
                return try await takeIn(number, arguments.first ?? "")
            }
            try await run(arguments.first ?? "")
        } catch {
            tell("failed \(error)")
            exit(1)
        }
    }

    /// One line for the suite; unbuffered, so that a kill takes none back.
    static func tell(_ text: String) {
        let line = text + "\n"
        _ = line.withCString { write(1, $0, strlen($0)) }
    }

    private static func takeIn(_ number: Int, _ path: String) async throws {
        let world = try await ProbeWorld(path: path, folder: try StateFolder(path: path + "/state"))
        try await world.takeIn(number)
    }

    private static func run(_ path: String) async throws {
        let folder = try StateFolder(path: path + "/state")
        let lock = try StateLock(folder)
        let world = try await ProbeWorld(path: path, folder: folder)
        tell("ready")
        try await world.work()
        tell("done")
        let report = try await world.store.verified(isThorough: true)
        tell("report " + String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
        _ = consume lock
    }
}
