// When is a file in a watched folder ready? Judged from listings alone, without a clock or disk of its own.
//
// A file is ready when its size and time have not changed over some looks and some seconds. An empty file waits longer:
// it may be a copy that has not begun. A sidecar goes with the file whose name it bears, and both must be ready.

import CaptureModel
import Foundation
import SystemPackage

/// What a look at the folder saw of a file.
struct ListedFile: Hashable, Sendable {
    /// Relative to the watched folder; the name may hold any bytes.
    var path: FilePath
    var sizeInBytes: Int
    /// Seconds since 1970 of the last change, as the file system tells it.
    var modified: Double
    var inode: UInt64 = 0
    /// Names of the same file; more than one means that somebody else holds it too.
    var links: UInt64 = 1

    /// The name for people; bytes that are no text are replaced.
    var name: String { path.lastComponent?.string ?? "" }
}

/// A file that may be taken.
struct ReadyFile: Hashable, Sendable {
    var file: ListedFile
    /// The file with the sender's values that goes with it.
    var sidecar: ListedFile?
    /// Seconds it was seen unchanged.
    var unchangedSeconds: Double
}

/// Remembers earlier looks and tells which files are ready.
struct FolderListing: Sendable {
    /// Looks in a row that must see the same file.
    static let looks = 3

    /// A file as it was seen since.
    private struct Sighting {
        var file: ListedFile
        var since: Double
        var looks: Int
    }

    private let stableSeconds: Double
    private let emptySeconds: Double
    private let sidecar: WatchedFolderSource.Sidecar
    private let sidecarSeconds: Double
    private var seen: [FilePath: Sighting] = [:]

    /// - Parameter emptySeconds: what an empty file is given.
    init(
        stableSeconds: Double, emptySeconds: Double = 60, sidecar: WatchedFolderSource.Sidecar = .never,
        sidecarSeconds: Double = 120
    ) {
        self.stableSeconds = stableSeconds
        self.emptySeconds = max(emptySeconds, stableSeconds)
        self.sidecar = sidecar
        self.sidecarSeconds = max(sidecarSeconds, stableSeconds)
    }

    /// The ready files, oldest first.
    ///
    /// - Parameter now: seconds on any clock that does not jump.
    mutating func ready(_ files: [ListedFile], now: Double) -> [ReadyFile] {
        var next: [FilePath: Sighting] = [:]
        next.reserveCapacity(files.count)
        for file in files where Self.isTakeable(file.name) {
            if let earlier = seen[file.path], earlier.file == file {
                next[file.path] = Sighting(file: file, since: earlier.since, looks: earlier.looks + 1)
            } else {
                next[file.path] = Sighting(file: file, since: now, looks: 1)
            }
        }
        seen = next
        return paired(now).sorted { ($0.file.modified, $0.file.name) < ($1.file.modified, $1.file.name) }
    }

    /// Every stable file with the sidecar it was waiting for.
    private func paired(_ now: Double) -> [ReadyFile] {
        var sidecars: [FilePath: Sighting] = [:]
        var files: [Sighting] = []
        for sighting in seen.values {
            if isSidecar(sighting.file) {
                sidecars[Self.stem(sighting.file.path)] = sighting
            } else {
                files.append(sighting)
            }
        }
        var ready: [ReadyFile] = []
        for sighting in files.sorted(by: { $0.file.modified < $1.file.modified }) {
            // `brief.pdf.json` is nearer than `brief.json`, which goes with the oldest file of that name.
            let key = [sighting.file.path, Self.stem(sighting.file.path)].first { sidecars[$0] != nil }
            let companion = key.flatMap { sidecars.removeValue(forKey: $0) }
            guard isStable(sighting, now), companion.map({ isStable($0, now) }) ?? mayGoAlone(sighting, now) else {
                continue
            }
            ready.append(
                ReadyFile(file: sighting.file, sidecar: companion?.file, unchangedSeconds: now - sighting.since))
        }
        // What is left has waited in vain for its file; it is taken, and told to be no mail.
        for lone in sidecars.values where isStable(lone, now) && now - lone.since >= sidecarSeconds {
            ready.append(ReadyFile(file: lone.file, unchangedSeconds: now - lone.since))
        }
        return ready
    }

    private func isStable(_ sighting: Sighting, _ now: Double) -> Bool {
        let needed = sighting.file.sizeInBytes == 0 ? emptySeconds : stableSeconds
        return sighting.looks >= Self.looks && now - sighting.since >= needed
    }

    private func mayGoAlone(_ sighting: Sighting, _ now: Double) -> Bool {
        sidecar != .required || now - sighting.since >= sidecarSeconds
    }

    private func isSidecar(_ file: ListedFile) -> Bool {
        sidecar != .never && Self.isSidecarName(file.path)
    }

    static func isSidecarName(_ path: FilePath) -> Bool {
        ["json", "xml"].contains(path.extension?.lowercased() ?? "")
    }

    /// The path without the last ending.
    static func stem(_ path: FilePath) -> FilePath {
        var path = path
        path.extension = nil
        return path
    }

    /// Hidden, temporary and system names are never taken.
    static func isTakeable(_ name: String) -> Bool {
        let lower = name.lowercased()
        let endings = [
            ".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".upload", ".uploading",
            ".incomplete", ".writing", ".lock", ".swp", "~",
        ]
        return !lower.hasPrefix(".") && !lower.hasPrefix("~") && !lower.hasSuffix(".grund.txt")
            && !["thumbs.db", "desktop.ini", "@eadir", "$recycle.bin"].contains(lower)
            && !endings.contains { lower.hasSuffix($0) }
    }
}
