package import CaptureModel
import DurableFiles
import Foundation
import GRDB

extension BatchStore {
    /// Fails where new mail must not be taken now, and says why; asked before paper is fed or a file claimed.
    package func requireRoom() throws(CaptureError) {
        switch try storage.look() {
        case .ready: return
        case .full: throw .storageLow
        case .failed: throw .storageUnsafe
        }
    }

    /// What the disk is fit for, as it is now.
    package var storageState: StorageState { (try? storage.look()) ?? .failed }

    /// Why no new mail is taken now, nil where it is.
    package var storageProblem: CaptureError? {
        do throws(CaptureError) {
            try requireRoom()
            return nil
        } catch {
            return error
        }
    }

    package func limitStorage(to limits: StorageLimits) { storage.limit(to: limits) }

    /// Keeps an eye on disk and clock until canceled; what changes is told to `tell` and to the audit trail.
    package func watchStorage(
        every interval: Duration, _ tell: @escaping @Sendable (StorageState) -> Void
    ) async {
        var last = StorageState.ready
        var clock = ClockWatch(now: Date())
        while !Task.isCancelled {
            storage.keepReserve()
            if let since = storage.probe() { await lookAfterFailure(since) }
            let state = storageState
            if state != last {
                tell(state)
                // On a failing disk the event cannot be kept; the log has it.
                try? await commit(AuditEvent("storage.\(state.rawValue)", "store")) { _ in }
            }
            last = state
            if let jump = clock.jump(now: Date()) {
                let event = AuditEvent("clock.jumped", "store", detail: ["seconds": "\(Int(jump.rounded()))"])
                try? await commit(event) { _ in }
            }
            try? await Task.sleep(for: interval)
        }
    }

    /// Whatever was stored while nobody knew that syncs fail is read again; a batch with a file that is not as it was
    /// told waits for a person.
    private func lookAfterFailure(_ since: Int) async {
        do throws(CaptureError) {
            let batches = try await read { db in
                try BatchRecord.fetchWhole(
                    db,
                    """
                    WHERE state NOT IN ('purged', 'refused', 'held') AND batch.id IN (
                        SELECT coalesce(document.batch, object)
                        FROM audit LEFT JOIN document ON document.id = object WHERE audit.number > ?)
                    """, [since])
            }
            for batch in batches {
                let files = try await read { db in try StoredFile.all(in: db, of: batch.id) }
                let isWhole = files.allSatisfy { file in
                    (try? SHA256.of(file: file.place(below: folder.path)).hex) == file.sha256
                }
                if !isWhole { try await hold(batch, because: .fileAltered) }
            }
        } catch {
            storage.note(.storageFailed(error.cause))
        }
    }
}

extension CaptureError {
    fileprivate static let fileAltered = CaptureError(
        .badInput, "file-altered",
        LocalizedText(
            de: "Eine Datei dieses Stapels wurde bei einem Speicherfehler beschädigt.",
            en: "A file of this batch was damaged by a storage fault."),
        remedy: LocalizedText(
            de: "Bitte den Stapel neu scannen oder die Datei aus der Sicherung zurückholen, dann freigeben.",
            en: "Please scan the batch again or restore the file from the backup, then release it."))
}
