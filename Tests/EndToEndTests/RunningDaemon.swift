import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

/// A daemon of our own on a free port, with a watched folder, an electronic file and the virtual scanner.
///
/// It is a real process; `kill` ends it as a power cut would, `stop` as the service manager does.
final class RunningDaemon {
    let folder: Scratch
    private var process: Process?

    /// - Parameters:
    ///   - profiles: folder of the profiles; nil means the project's.
    ///   - more: further lines of the configuration.
    init(in folder: Scratch, profile: String = "rechnungen", profiles: String? = nil, more: String = "") throws {
        self.folder = folder
        for name in ["eingang", "eakte", "stack", "sane", "lib"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        try folder.write("folder\n", to: "sane/dll.conf")
        try folder.write(folder.path("stack") + "\n", to: "sane/folder.conf")
        let library = try #require(Programs.path(of: "libsane-folder.so"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("lib/libsane-folder.so.1"), withDestinationPath: library)
        try folder.write(
            """
            state: \(folder.path("state"))
            profiles: \(try profiles ?? Project.path("profiles"))
            port: 0
            targets: [{name: eakte, folder: \(folder.path("eakte"))}]
            folders: [{path: \(folder.path("eingang")), profile: \(profile), pollSeconds: 0.1, stableSeconds: 0.1}]
            scanners:
              - name: muster
                device: "folder:\(folder.path("stack"))"
                environment: {SANE_CONFIG_DIR: \(folder.path("sane")), LD_LIBRARY_PATH: \(folder.path("lib"))}
            \(more)
            """, to: "scanstelle.yaml")
    }

    deinit { kill() }

    var config: String { folder.path("scanstelle.yaml") }

    /// - Parameter fault: a step at which it ends or fails, as `FaultPoint` tells.
    func start(fault: String? = nil) throws {
        try? FileManager.default.removeItem(atPath: folder.path("state/address"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Programs.path(of: "scanstelle")))
        process.arguments = ["serve", "--config", config]
        var environment = ["SWIFT_BACKTRACE": "enable=no"]
        if let fault { environment["SCANSTELLE_FAULT"] = fault }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardError = try log()
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        self.process = process
    }

    /// One file for all its lives.
    private func log() throws -> FileHandle {
        let path = folder.path("daemon.log")
        if !FileManager.default.fileExists(atPath: path) { try folder.write("", to: "daemon.log") }
        let log = try #require(FileHandle(forWritingAtPath: path))
        try log.seekToEnd()
        return log
    }

    func kill() {
        guard let process, process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks again and again until `condition` holds; a daemon that ended by itself will never make it hold.
    ///
    /// Other processes do the work, so there is nothing to await: the pause between looks only leaves them the
    /// processor. The test's time limit is the only clock.
    func eventually(_ condition: () async throws -> Bool) async throws {
        while try await !condition() {
            if let process { try #require(process.isRunning, "the daemon ended: \(lastWords)") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Waits for its end by a fault.
    func ended() async throws {
        while process?.isRunning == true { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// The end of what it logged.
    private var lastWords: String {
        let log = (try? String(contentsOfFile: folder.path("daemon.log"), encoding: .utf8)) ?? ""
        return log.split(separator: "\n").suffix(12).joined(separator: "\n")
    }

    /// Ends it gracefully and gives its exit status.
    func stop() -> Int32 {
        guard let process else { return -1 }
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Kills one of its workers, if there is one.
    func killWorker() {
        guard let process else { return }
        let children = "/proc/\(process.processIdentifier)/task"
        for thread in (try? FileManager.default.contentsOfDirectory(atPath: children)) ?? [] {
            let list = (try? String(contentsOfFile: "\(children)/\(thread)/children", encoding: .utf8)) ?? ""
            for child in list.split(separator: " ").compactMap({ Int32($0) }) {
                let command = (try? String(contentsOfFile: "/proc/\(child)/cmdline", encoding: .utf8)) ?? ""
                guard command.contains("scanstelle-worker") else { continue }
                Foundation.kill(child, SIGKILL)
                return
            }
        }
    }

    /// The answer of the HTTP server to a GET, nil while it does not answer.
    func get(_ path: String) async -> (status: Int, body: String)? {
        guard let address = try? String(contentsOfFile: folder.path("state/address"), encoding: .utf8) else {
            return nil
        }
        let base = address.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let answer = try? Tool.run("curl", ["-s", "-w", "\n%{http_code}", base + path]), answer.status == 0 else {
            return nil
        }
        let parts = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
        return (Int(parts.last ?? "") ?? 0, parts.dropLast().joined(separator: "\n"))
    }

    /// Another pair of eyes on the daemon's catalog.
    func store() throws -> BatchStore { try BatchStore(folder: try StateFolder(path: folder.path("state"))) }
}

/// The suites of real processes, one after the other: side by side they would only wait for each other.
@Suite("End to end", .serialized) enum EndToEnd {}
