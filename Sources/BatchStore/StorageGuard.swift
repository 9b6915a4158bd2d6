// Is there room, and does the disk keep what it is given?
//
// New mail is taken only while both hold; what was taken goes on, since working and delivering it frees room. A sync that
// failed is never tried again: the page counts as not stored, and nothing more is taken until the disk has proved itself.

import CaptureModel
package import DurableFiles
import Foundation
import Synchronization

/// What the disk is fit for.
package enum StorageState: String, Sendable, Codable, CaseIterable {
    case ready
    /// Less room than the watermark: nothing new is taken.
    case full
    /// A sync failed: nothing new is taken until the disk has taken some.
    case failed
}

/// How much room must be left for new mail to be taken.
package struct StorageLimits: Sendable, Hashable {
    /// Two gibibytes hold the largest batch, 1,000 color pages, in a twentieth of a small disk or less.
    package var freeBytes: Int
    /// Files that can still be made: a page is six files.
    package var freeFiles: Int
    /// Given back when the disk is full.
    package var reserveBytes = 64 << 20

    /// No room is kept.
    package static let none = StorageLimits(freeBytes: 0, freeFiles: 0, reserveBytes: 0)

    private init(freeBytes: Int, freeFiles: Int, reserveBytes: Int) {
        self.freeBytes = freeBytes
        self.freeFiles = freeFiles
        self.reserveBytes = reserveBytes
    }

    /// The limits of a disk of this size.
    package init(of disk: DiskSpace) {
        freeBytes = min(2 << 30, disk.totalBytes / 20)
        freeFiles = min(10_000, disk.totalFiles / 20)
    }
}

final class StorageGuard: Sendable {
    private struct State {
        var state = StorageState.ready
        var limits: StorageLimits?
        var failuresSeen: Int
        var goodProbes = 0
        /// Number of the newest event of the audit trail.
        var newestEvent = 0
        /// The newest event when syncs were last known to work; no time, since the clock may be set between.
        var lastGoodEvent = 0
    }

    /// Good probes in a row after which a disk that failed is trusted again.
    private static let probes = 3

    private let folder: StateFolder
    private let state: Mutex<State>

    init(_ folder: StateFolder) {
        self.folder = folder
        state = Mutex(State(failuresSeen: DurableFile.failedSyncs(onFileSystemOf: folder.path)))
    }

    private var failedSyncs: Int { DurableFile.failedSyncs(onFileSystemOf: folder.path) }

    func limit(to limits: StorageLimits) { state.withLock { $0.limits = limits } }

    /// Learns of a change that was committed.
    func note(event: Int) { state.withLock { $0.newestEvent = max($0.newestEvent, event) } }

    /// All up to this event was there before this process, which knows of no failed sync.
    func trust(upTo event: Int) {
        state.withLock { state in
            state.newestEvent = event
            state.lastGoodEvent = event
        }
    }

    /// Learns from what a change met.
    func note(_ problem: CaptureError) {
        switch problem.problem {
        case "storage-failed": fail()
        case "disk-full":
            state.withLock { if $0.state == .ready { $0.state = .full } }
            unlink(folder.reserve)
        default: break
        }
    }

    /// Looks at the disk now, without writing to it.
    func look() throws(CaptureError) -> StorageState {
        let space = try DiskSpace(of: folder.path)
        let failures = failedSyncs
        return state.withLock { state in
            if failures > state.failuresSeen {
                state.failuresSeen = failures
                state.state = .failed
                state.goodProbes = 0
            }
            guard state.state != .failed else { return .failed }
            let limits = state.limits ?? StorageLimits(of: space)
            let hasRoom = space.freeBytes > limits.freeBytes && space.freeFiles ?? .max > limits.freeFiles
            state.state = hasRoom ? .ready : .full
            if hasRoom { state.lastGoodEvent = state.newestEvent }
            return state.state
        }
    }

    /// Lets a disk that failed prove itself; when it has, gives the event since which files must be looked at.
    func probe() -> Int? {
        guard state.withLock({ $0.state == .failed }) else { return nil }
        let isGood: Bool
        do throws(CaptureError) {
            // A descriptor of its own, each time a new one: the one that failed is never asked again.
            try DurableFile.write(Data("probe".utf8), to: folder.path + "/probe")
            isGood = true
        } catch {
            isGood = false
        }
        let failures = failedSyncs
        return state.withLock { state in
            state.failuresSeen = failures
            state.goodProbes = isGood ? state.goodProbes + 1 : 0
            guard state.goodProbes >= Self.probes else { return nil }
            defer { state.lastGoodEvent = state.newestEvent }
            state.state = .ready
            return state.lastGoodEvent
        }
    }

    /// Keeps a reserve while there is room for it.
    func keepReserve() {
        let limits = state.withLock { $0.limits }
        guard !FileManager.default.fileExists(atPath: folder.reserve), let space = try? DiskSpace(of: folder.path)
        else { return }
        let wanted = (limits ?? StorageLimits(of: space)).reserveBytes
        guard wanted > 0, space.freeBytes > 2 * wanted else { return }
        // Without a reserve everything works as well, until the disk is full.
        try? DurableFile.reserve(folder.reserve, sizeInBytes: wanted)
    }

    private func fail() {
        state.withLock { state in
            state.state = .failed
            state.goodProbes = 0
        }
    }
}

extension CaptureError {
    static let storageLow = CaptureError(
        .unavailable, "storage-low",
        LocalizedText(
            de: "Der Datenträger ist fast voll: Neue Post wird nicht angenommen, begonnene wird fertig bearbeitet.",
            en: "The disk is almost full: new mail is not taken, what was begun is finished."),
        remedy: LocalizedText(
            de: "Bitte Platz schaffen; danach geht es von selbst weiter. Papier liegen lassen.",
            en: "Please free some space; work then goes on by itself. Leave the paper where it is."))

    static let storageUnsafe = CaptureError(
        .unavailable, "storage-unsafe",
        LocalizedText(
            de: "Der Datenträger hat Daten nicht gesichert: Neue Post wird nicht angenommen, bis er wieder sicher ist.",
            en: "The disk did not secure data: new mail is not taken until it is safe again."),
        remedy: LocalizedText(
            de: "Bitte die Betriebsstelle ansprechen. Das zuletzt gescannte Blatt liegen lassen und neu scannen.",
            en: "Please contact your administrator. Keep the last sheet and scan it again."))
}
