// A watched folder (überwachter Ordner): what lies in it and is complete becomes a batch, one for each file.
//
// Looking is a matter of polling: network folders tell nobody of changes. The claim of a file is told in `FolderClaim`,
// when it is ready in `FolderListing`. The source stays in its claim until the outcome is recorded, so that a kill
// anywhere leaves either the source or the record, and a restart goes on from what it finds.

package import BatchStore
package import CaptureModel
import CLinux
import DurableFiles
import Foundation
package import Logging
import ServiceLifecycle
import SystemPackage

package struct WatchedFolder: Service {
    /// Files taken, and claims put away, in one look: between looks others have their turn.
    private static let mostAtOnce = 200

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

    /// What is remembered from look to look.
    private struct Memory {
        var listing: FolderListing
        /// Claims that are not recorded yet; nil before the folder was looked through for what a crash left.
        var open: [FolderClaim]?
        /// Profiles by place, asked for once a look: a name that is none costs reading all of them.
        var profiles: [[String: String]: Result<LoadedProfile, CaptureError>] = [:]
        var problems = StandingProblems()
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var memory = Memory(
                listing: FolderListing(
                    stableSeconds: source.stableSeconds, sidecar: source.sidecar,
                    sidecarSeconds: source.sidecarSeconds))
            let hints = FolderHints(path: source.path)
            while !Task.isCancelled {
                var hasMore = false
                do throws(CaptureError) {
                    hasMore = try await look(&memory)
                } catch {
                    tell(error, &memory)
                    // The share may come back as another state of itself: what lies in `.claimed` is read anew.
                    memory.open = nil
                }
                memory.problems.endLook()
                if !hasMore { await hints.wait(seconds: source.pollSeconds) }
            }
        }
    }

    private func tell(_ problem: CaptureError, _ memory: inout Memory) {
        // What a stop breaks off is no fault.
        guard memory.problems.isNew(problem), !Task.isCancelled else { return }
        logger.warning("watched folder", metadata: ["folder": "\(source.path)", "cause": "\(problem)"])
    }

    /// Looks once; true where more can be done at once.
    private func look(_ memory: inout Memory) async throws(CaptureError) -> Bool {
        let walk = FolderWalk(root: source.path, depth: source.context.count)
        let files = try walk.files()
        try checkSentinel()
        memory.profiles = [:]
        try await resume(&memory)
        let settled = try await settle()
        // What cannot be kept is left where it is.
        try store.requireRoom()
        let now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
        var left = Self.mostAtOnce
        for ready in memory.listing.ready(files, now: now) where left > 0 {
            guard !Task.isCancelled else { return false }
            do throws(CaptureError) {
                if try await take(ready, walk, &memory) { left -= 1 }
            } catch {
                tell(error, &memory)
                if error.code == .unavailable { return false }
            }
        }
        return left == 0 || settled == Self.mostAtOnce
    }

    private func checkSentinel() throws(CaptureError) {
        guard let sentinel = source.sentinel else { return }
        guard FileManager.default.fileExists(atPath: source.path + "/" + sentinel) else { throw .shareNotMounted }
    }

    /// Claims the file and makes it a batch; false where it is not complete or not there any more.
    private func take(
        _ ready: ReadyFile, _ walk: FolderWalk, _ memory: inout Memory
    ) async throws(CaptureError) -> Bool {
        let place = place(of: ready.file.path)
        let loaded = try profile(for: place, &memory)
        guard let folder = try walk.folder(of: ready.file.path),
            let file = try OpenFile.open(ready.file, in: folder)
        else { return false }
        let isDone =
            FileEnding.judge(file.descriptor, size: ready.file.sizeInBytes) != .incomplete && !file.isBeingWritten
        guard isDone || ready.unchangedSeconds >= source.incompleteSeconds else { return false }
        let claim = FolderClaim(id: Identifier.make(at: store.now), root: source.path)
        // Known before anything moves: where the disk fails between, the next look takes it up.
        memory.open?.append(claim)
        guard try claim.take(ready, from: folder) else {
            memory.open?.removeLast()
            return false
        }
        try FaultPoint.pass("import.claim")
        try await accept(claim, loaded, place)
        memory.open?.removeLast()
        return true
    }

    /// Claims that a crash or a fault left before their file was recorded.
    private func resume(_ memory: inout Memory) async throws(CaptureError) {
        var left: [FolderClaim] = []
        for claim in memory.open ?? FolderClaim.all(in: source.path) {
            do throws(CaptureError) {
                if let batch = try await store.batch(claim.id), batch.state != .receiving { continue }
                guard let mail = try claim.files().first else {
                    claim.remove()
                    continue
                }
                let place = place(of: mail.path)
                try await accept(claim, try profile(for: place, &memory), place)
            } catch {
                tell(error, &memory)
                left.append(claim)
            }
        }
        memory.open = left
    }

    private func accept(
        _ claim: FolderClaim, _ loaded: LoadedProfile, _ place: [String: String]
    ) async throws(CaptureError) {
        let files = try claim.files()
        guard let mail = files.first else { return claim.remove() }
        // Its other name may lead to it from anywhere, and to anything: such a file is not read.
        if mail.links > 1 { return try claim.putAway(problem: .fileLinked) }
        let batch =
            if let known = try await store.batch(claim.id) {
                known
            } else {
                try await store.begin(
                    id: claim.id, profile: loaded, channel: .folder, source: source.path, operatedBy: source.operatedBy)
            }
        if try await store.inputs(of: claim.id).isEmpty { try await record(files, of: claim, in: batch, place) }
        try await store.received(batch)
    }

    /// The file is opened once and copied from what was opened: who changes its name meanwhile changes nothing.
    private func record(
        _ files: [ListedFile], of claim: FolderClaim, in batch: BatchRecord, _ place: [String: String]
    ) async throws(CaptureError) {
        let walk = FolderWalk(root: claim.folder, depth: source.context.count)
        guard let mail = files.first, let folder = try walk.folder(of: mail.path),
            let file = try OpenFile.open(mail, in: folder)
        else { throw .folderMissing() }
        let context = InputContext(place: place)
        if files.count > 1, let sidecar = files.last, let companion = try OpenFile.open(sidecar, in: folder) {
            _ = try await store.addInput(
                file.path, name: mail.name, number: 1, claim: claim.folder, context: context,
                sidecar: (companion.path, sidecar.name), to: batch)
            companion.done()
        } else {
            _ = try await store.addInput(
                file.path, name: mail.name, number: 1, claim: claim.folder, context: context, to: batch)
        }
        file.done()
    }

    /// Puts sources with a known outcome away; tells how many.
    private func settle() async throws(CaptureError) -> Int {
        let prefix = FolderClaim.folder(in: source.path)
        let claims = try await store.settledClaims(below: prefix, limit: Self.mostAtOnce)
        for (path, input) in claims {
            guard !Task.isCancelled else { break }
            try FolderClaim(recorded: path, in: source.path)?.putAway(problem: input.problem)
            try FaultPoint.pass("import.putAway")
            try await store.settleClaim(of: input)
        }
        return claims.count
    }

    /// What the sub-folders of a file say.
    private func place(of path: FilePath) -> [String: String] {
        let names = path.removingLastComponent().components.map(\.string)
        return Dictionary(zip(source.context, names)) { first, _ in first }
    }

    /// The profile for files of a place; its tenant must be the place's.
    private func profile(
        for place: [String: String], _ memory: inout Memory
    ) throws(CaptureError) -> LoadedProfile {
        if let known = memory.profiles[place] { return try known.get() }
        let answer = Result { () throws(CaptureError) in
            try profile(source.profile(in: place)).checked(against: place["tenant"])
        }
        memory.profiles[place] = answer
        return try answer.get()
    }
}

/// inotify as a hint; without it the wait is just as long as the clock says.
private final class FolderHints: Sendable {
    private let descriptor: Int32

    init(path: String) {
        descriptor = clinux_inotify_open()
        if descriptor >= 0 { clinux_inotify_watch(descriptor, path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Asks every half second, so that no thread of the shared pool is held by a blocking call, and so that a stream of
    /// new files does not become a stream of looks.
    func wait(seconds: Double) async {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(min(500, seconds * 1000)))
            if descriptor >= 0, clinux_inotify_wait(descriptor, 0) == 1 { return }
        }
    }
}
