package import CaptureModel
package import Foundation
import GRDB

/// What a program said when it began to hand in a batch.
package struct UploadRecord: Sendable, Hashable {
    package var batch: String
    /// The program's name.
    package var account: String
    /// Its own name of the batch, by which it may ask or begin again; nil where it gave none.
    package var key: String?
    /// How many files there will be; nil where it did not say.
    package var files: Int?

    package init(batch: String, account: String, key: String? = nil, files: Int? = nil) {
        self.batch = batch
        self.account = account
        self.key = key
        self.files = files
    }

    func insert(of batch: BatchRecord, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO upload (batch, account, key, files) VALUES (?, ?, ?, ?)",
            arguments: [batch.id, account, key, files])
    }

    fileprivate init(_ row: Row) throws {
        try RowSeal.check(row, of: "upload")
        self.init(batch: row["batch"], account: row["account"], key: row["key"], files: row["files"])
    }
}

/// A file that was received into the state folder, not durable yet.
package struct ReceivedFile: Sendable, Hashable {
    /// Absolute, on the file system of the state folder.
    package var path: String
    package var sha256: String
    package var sizeInBytes: Int

    package init(path: String, sha256: String, sizeInBytes: Int) {
        self.path = path
        self.sha256 = sha256
        self.sizeInBytes = sizeInBytes
    }
}

extension BatchStore {
    /// The batch that a program began under its key; nil where it began none.
    package func upload(by account: String, key: String) async throws(CaptureError) -> UploadRecord? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM upload WHERE account = ? AND key = ?", arguments: [account, key]
            ).map { try UploadRecord($0) }
        }
    }

    /// Who handed in a batch; nil where no program did.
    package func upload(of batch: String) async throws(CaptureError) -> UploadRecord? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM upload WHERE batch = ?", arguments: [batch])
                .map { try UploadRecord($0) }
        }
    }

    /// Batches that programs began and did not go on with since `time`: a person decides about what is there.
    package func holdUploads(unchangedSince time: Date) async throws(CaptureError) {
        for batch in try await batches(in: .receiving) where batch.channel == .upload && batch.created < time {
            let stored = try await inputs(of: batch.id).count
            let files = try await upload(of: batch.id)?.files
            try await hold(batch, because: .uploadBrokeOff(stored: stored, of: files))
        }
    }
}

extension CaptureError {
    fileprivate static func uploadBrokeOff(stored: Int, of files: Int?) -> CaptureError {
        let count = files.map { "\(stored)/\($0)" } ?? "\(stored)"
        return CaptureError(
            .badInput, "upload-broke-off",
            LocalizedText(
                de: "Das einliefernde Programm hat den Stapel nicht abgeschlossen. Gespeicherte Dateien: \(count).",
                en: "The program that hands in the batch did not complete it. Files stored: \(count)."),
            remedy: LocalizedText(
                de: "Bitte beim Absender nachfragen; der Stapel kann mit dem Vorhandenen freigegeben werden.",
                en: "Please ask the sender; the batch can be released with what is there."))
    }
}
