// A watched folder (überwachter Ordner): what lies in it and is complete becomes a batch.
//
//     <folder>/brief.pdf -> .claimed/<batch id>/brief.pdf -> done/brief.pdf
//                                                         -> refused/brief.pdf + refused/brief.pdf.grund.txt
//
// The rename into `.claimed` is the claim. The source stays there until the outcome is recorded, so that a kill anywhere
// leaves either the source or the record, and a restart goes on from what it finds.

package import BatchStore
package import CaptureModel
import CLinux
import DurableFiles
import Foundation
package import Logging
import ServiceLifecycle

package struct WatchedFolderSource: Sendable, Hashable, Codable {
    package var path: String
    package var profile: String
    /// Seconds between looks.
    package var pollSeconds: Double
    /// Seconds a file must be unchanged before it is taken.
    package var stableSeconds: Double
    /// Pseudonym of the person whose scans come by this folder; nil where it is nobody's.
    package var operatedBy: String?

    package init(
        path: String, profile: String, pollSeconds: Double = 5, stableSeconds: Double = 10, operatedBy: String? = nil
    ) {
        self.path = path
        self.profile = profile
        self.pollSeconds = pollSeconds
        self.stableSeconds = stableSeconds
        self.operatedBy = operatedBy
    }
}

package struct WatchedFolder: Service {
    private let source: WatchedFolderSource
    private let store: BatchStore
    private let profile: @Sendable (String) throws(CaptureError) -> LoadedProfile
    private let logger: Logger

    package init(
        source: WatchedFolderSource, store: BatchStore, logger: Logger,
        profile: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.source = source
        self.store = store
        self.logger = logger
        self.profile = profile
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var listing = FolderListing(stableSeconds: source.stableSeconds)
            var wasReachable = true
            for await _ in looks() {
                do throws(CaptureError) {
                    try await look(&listing)
                    wasReachable = true
                } catch {
                    if wasReachable { logger.warning("watched folder failed", metadata: ["cause": "\(error)"]) }
                    wasReachable = false
                }
            }
        }
    }

    /// A look every `pollSeconds`, sooner when inotify hints at a change or an outcome is recorded; network folders send
    /// no hints, so the clock alone must suffice.
    private func looks() -> AsyncStream<Void> {
        let hints = FolderHints(path: source.path)
        return store.changes { [seconds = source.pollSeconds] in await hints.wait(seconds: seconds) }
    }

    private func look(_ listing: inout FolderListing) async throws(CaptureError) {
        guard FileManager.default.fileExists(atPath: source.path) else { throw .folderMissing }
        try await resumeClaims()
        try await settle()
        // What cannot be kept is left where it is.
        try store.requireRoom()
        let now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
        for file in listing.ready(try files(), now: now) where clinux_is_being_written(path(file.name)) != 1 {
            try await take(file)
        }
    }

    private func files() throws(CaptureError) -> [ListedFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: source.path)
        } catch {
            throw .folderMissing
        }
        return names.compactMap { name in
            var status = stat()
            guard lstat(path(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            let modified = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
            return ListedFile(name: name, sizeInBytes: Int(status.st_size), modified: modified)
        }
    }

    /// Claims the file; who loses the race against another mover just does not find it any more.
    private func take(_ file: ListedFile) async throws(CaptureError) {
        let id = Identifier.make(at: store.now)
        let claim = path(".claimed/\(id)")
        try DurableFile.createFolder(claim)
        guard rename(path(file.name), claim + "/" + file.name) == 0 else {
            rmdir(claim)
            return
        }
        try DurableFile.syncFolder(of: claim + "/" + file.name)
        try DurableFile.syncFolder(of: path(file.name))
        try FaultPoint.pass("import.claim")
        try await accept(claim: claim, name: file.name, id: id)
    }

    /// Claims that a crash left before their file was recorded.
    private func resumeClaims() async throws(CaptureError) {
        for id in (try? FileManager.default.contentsOfDirectory(atPath: path(".claimed"))) ?? [] {
            let claim = path(".claimed/\(id)")
            guard let name = try? FileManager.default.contentsOfDirectory(atPath: claim).first else { continue }
            if let batch = try await store.batch(id), batch.state != .receiving { continue }
            try await accept(claim: claim, name: name, id: id)
        }
    }

    private func accept(claim: String, name: String, id: String) async throws(CaptureError) {
        let batch =
            if let known = try await store.batch(id) {
                known
            } else {
                try await store.begin(
                    id: id, profile: try profile(source.profile), channel: .folder, source: source.path,
                    operatedBy: source.operatedBy)
            }
        if try await store.inputs(of: id).isEmpty {
            _ = try await store.addInput(
                claim + "/" + name, name: name, number: 1, claim: claim + "/" + name, to: batch)
        }
        try await store.received(batch)
    }

    /// Puts sources with a known outcome away.
    private func settle() async throws(CaptureError) {
        for (claim, input) in try await store.claims(below: path(".claimed/")) where input.outcome != .stored {
            // A file is done when its pages are read: until then it may still be refused.
            guard let batch = try await store.batch(input.batch) else { continue }
            if input.outcome == .accepted, [.received, .inspected].contains(batch.state) { continue }
            if FileManager.default.fileExists(atPath: claim) { try putAway(claim, input) }
            try FaultPoint.pass("import.putAway")
            try await store.settleClaim(of: input)
            rmdir((claim as NSString).deletingLastPathComponent)
        }
    }

    private func putAway(_ claim: String, _ input: InputRecord) throws(CaptureError) {
        let folder = path(input.outcome == .accepted ? "done" : "refused")
        try DurableFile.createFolder(folder)
        let name = (claim as NSString).lastPathComponent
        if let problem = input.problem {
            try DurableFile.write(Data(Self.reason(problem).utf8), to: folder + "/" + name + ".grund.txt")
        }
        if try DurableFile.renameIfAbsent(claim, to: folder + "/" + name) { return }
        // The same name came before: the batch id tells them apart.
        if let problem = input.problem {
            try DurableFile.write(Data(Self.reason(problem).utf8), to: folder + "/\(input.batch)-\(name).grund.txt")
        }
        try DurableFile.rename(claim, to: folder + "/\(input.batch)-\(name)")
    }

    private static func reason(_ problem: CaptureError) -> String {
        """
        \(problem.message.de)
        Abhilfe: \(problem.remedy.de)

        \(problem.message.en)
        Remedy: \(problem.remedy.en)

        (\(problem.problem))

        """
    }

    private func path(_ name: String) -> String { source.path + "/" + name }
}

/// inotify as a hint; without it the wait is just as long as the clock says.
private final class FolderHints: Sendable {
    private let descriptor: Int32

    init(path: String) {
        descriptor = clinux_inotify_open()
        if descriptor >= 0 { clinux_inotify_watch(descriptor, path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Looks every quarter of a second, so that no thread of the shared pool is held by a blocking call.
    func wait(seconds: Double) async {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end, !Task.isCancelled {
            if descriptor >= 0, clinux_inotify_wait(descriptor, 0) == 1 { return }
            try? await Task.sleep(for: .milliseconds(min(250, seconds * 1000)))
        }
    }
}

extension CaptureError {
    static let folderMissing = CaptureError(
        .unavailable, "folder-missing",
        LocalizedText(de: "Der überwachte Ordner ist nicht erreichbar.", en: "The watched folder cannot be reached."),
        remedy: LocalizedText(
            de: "Bitte Netzlaufwerk und Rechte prüfen.", en: "Please check the network drive and its permissions."))
}
