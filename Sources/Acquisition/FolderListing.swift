// When is a file in a watched folder ready? Judged from listings alone, without a clock or disk of its own.
//
// A file is ready when its size and time have not changed over some looks and some seconds. An empty file waits longer:
// it may be a copy that has not begun.

import Foundation

/// What a look at the folder saw of a file.
struct ListedFile: Hashable, Sendable {
    var name: String
    var sizeInBytes: Int
    /// Seconds since 1970 of the last change, as the file system tells it.
    var modified: Double
}

/// Remembers earlier looks and tells which files are ready.
struct FolderListing: Sendable {
    /// Looks in a row that must see the same file.
    static let looks = 3

    /// Seconds a file must be unchanged.
    let stableSeconds: Double
    /// Seconds an empty file is given.
    let emptySeconds: Double
    private var seen: [String: (file: ListedFile, since: Double, looks: Int)] = [:]

    init(stableSeconds: Double, emptySeconds: Double = 60) {
        self.stableSeconds = stableSeconds
        self.emptySeconds = max(emptySeconds, stableSeconds)
    }

    /// The ready files, oldest first.
    ///
    /// - Parameter now: seconds on any clock that does not jump.
    mutating func ready(_ files: [ListedFile], now: Double) -> [ListedFile] {
        var next: [String: (file: ListedFile, since: Double, looks: Int)] = [:]
        for file in files where Self.isTakeable(file.name) {
            if let earlier = seen[file.name], earlier.file == file {
                next[file.name] = (file, earlier.since, earlier.looks + 1)
            } else {
                next[file.name] = (file, now, 1)
            }
        }
        seen = next
        return next.values
            .filter { entry in
                let needed = entry.file.sizeInBytes == 0 ? emptySeconds : stableSeconds
                return entry.looks >= Self.looks && now - entry.since >= needed
            }
            .map(\.file).sorted { ($0.modified, $0.name) < ($1.modified, $1.name) }
    }

    /// Hidden, temporary and system names are never taken.
    static func isTakeable(_ name: String) -> Bool {
        let lower = name.lowercased()
        let endings = [".part", ".filepart", ".tmp", ".temp", ".crdownload", ".swp", "~"]
        return !lower.hasPrefix(".") && !lower.hasPrefix("~")
            && !["thumbs.db", "desktop.ini", "@eadir"].contains(lower)
            && !endings.contains { lower.hasSuffix($0) }
    }
}
