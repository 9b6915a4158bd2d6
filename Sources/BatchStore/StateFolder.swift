package import CaptureModel
import DurableFiles
import Foundation

/// The folder that holds all state: the catalog and the batches; every path below it is relative.
///
///     catalog.sqlite               the index and queue
///     journal.jsonl                what belongs to no batch, as wishes to scan
///     batches/YYYY/MM/DD/<id>/     a batch: journal.jsonl, profile.yaml, inputs/, pages/, documents/
///     profiles/                    versions of profiles that were handed in, by hash, with their journal
///     workers/<n>/                 the job folder of a worker: in/, out/, tmp/
///     mail/                        messages on their way in, one for each mailbox at most
///     uploads/                     files on their way in; emptied at every start
///     lock                         held by the one daemon
package struct StateFolder: Sendable, Hashable {
    package let path: String

    /// Creates the folder where it is missing.
    package init(path: String) throws(CaptureError) {
        self.path = path
        for folder in [path, path + "/batches", path + "/workers", path + "/uploads", path + "/mail"] {
            try DurableFile.createFolder(folder)
        }
    }

    /// Where files are received before they belong to a batch; emptied at every start.
    package var uploads: String { path + "/uploads" }

    /// Where messages are received before they belong to a batch; what a stop leaves there is written over.
    package var mail: String { path + "/mail" }

    package var catalog: String { path + "/catalog.sqlite" }

    /// What belongs to no batch, one line a commit.
    var journal: String { path + "/journal.jsonl" }

    /// Stands while a new catalog takes the place of the old one.
    var rebuildMark: String { path + "/rebuilding" }

    /// Room that is given back when the disk is full, so that what happened can still be recorded.
    var reserve: String { path + "/reserve" }

    var profiles: String { path + "/profiles" }

    package func workerFolder(_ number: Int) -> String { path + "/workers/\(number)" }

    /// Where the files of a batch lie, relative to the state folder.
    static func batchFolder(id: String, created: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let day = calendar.dateComponents([.year, .month, .day], from: created)
        return String(format: "batches/%04d/%02d/%02d/", day.year ?? 0, day.month ?? 0, day.day ?? 0) + id
    }
}

/// Proof that this process is the only daemon on a state folder; given back when the process ends.
package struct StateLock: ~Copyable {
    private let file: Int32

    /// Fails with `already-running` where another daemon holds the folder.
    package init(_ folder: StateFolder) throws(CaptureError) {
        // Not the property yet: once that is set, a failure would close the file here and again in `deinit`.
        let file = open(folder.path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .storage("open") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw CaptureError(
                .unavailable, "already-running",
                LocalizedText(
                    de: "Scanstelle läuft auf diesem Datenordner schon.",
                    en: "Scanstelle is already running on this state folder."),
                remedy: LocalizedText(
                    de: "Den laufenden Dienst benutzen oder zuerst beenden.",
                    en: "Use the running service or stop it first."))
        }
        self.file = file
    }

    /// Whether a daemon holds the folder now.
    package static func isHeld(_ folder: StateFolder) -> Bool {
        guard let lock = try? StateLock(folder) else { return true }
        _ = consume lock
        return false
    }

    deinit { close(file) }
}
