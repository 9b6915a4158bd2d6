package import CaptureModel
import DurableFiles
import Foundation
import GRDB

extension BatchStore {
    /// Commits the intent to receive a batch; nothing may be fed or claimed before this returns.
    ///
    /// - Parameter operatedBy: the account or pseudonym of the person who does it; nil where nobody is known.
    package func begin(
        id: String = Identifier.make(), profile: LoadedProfile, channel: Channel, source: String,
        operatedBy: String? = nil, upload: UploadRecord? = nil
    ) async throws(CaptureError) -> BatchRecord {
        try requireRoom()
        let created = now
        let text = profile.source
        let batch = BatchRecord(
            id: id, folder: StateFolder.batchFolder(id: id, created: created), profile: profile.profile.name,
            profileVersion: profile.version, profileDigest: SHA256.of(Data(text.utf8)), channel: channel,
            source: source, state: .receiving, created: created, changed: created, operatedBy: operatedBy,
            tenant: profile.profile.tenant)
        for part in ["inputs", "pages", "documents"] { try DurableFile.createFolder(path(batch, part)) }
        try DurableFile.write(Data(text.utf8), to: path(batch, "profile.yaml"))
        try FaultPoint.pass("batch.folder")
        let event = AuditEvent("batch.begun", id, detail: ["channel": channel.rawValue, "profile": batch.profile])
        return try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO profileVersion (digest, name, version, source) VALUES (?, ?, ?, ?)",
                arguments: [batch.profileDigest, batch.profile, batch.profileVersion, text])
            try batch.insert(into: db)
            try upload?.insert(of: batch, into: db)
            return batch
        }
    }

    /// Takes a file into a batch: copied, synced, then recorded.
    ///
    /// Only now may its source be touched.
    ///
    /// - Parameters:
    ///   - claim: where the source waits until its outcome is known; nil where nobody waits.
    ///   - sidecar: path and name of the file with the sender's values; nil where none came.
    package func addInput(
        _ source: String, name: String, number: Int, claim: String? = nil, context: InputContext = InputContext(),
        sidecar: (path: String, name: String)? = nil, to batch: BatchRecord
    ) async throws(CaptureError) -> InputRecord {
        let file = file(ofInput: number, named: name)
        let target = path(batch, file)
        try DurableFile.copy(source, to: target)
        try FaultPoint.pass("import.copy")
        var context = context
        if let sidecar {
            let file = String(format: "inputs/%04d.sidecar.", number) + Self.safeExtension(of: sidecar.name)
            try DurableFile.copy(sidecar.path, to: path(batch, file))
            context.sidecar = file
        }
        let (sha256, size) = try SHA256.of(file: target)
        let input = InputRecord(
            batch: batch.id, number: number, name: InputName.shown(name), file: file, sha256: sha256,
            sizeInBytes: size, outcome: .stored, pageCount: 0,
            findings: try await duplicates(of: sha256, for: batch, number: number),
            context: context == InputContext() ? nil : context)
        return try await record(input, claim: claim, of: batch)
    }

    /// Takes over a file that was received into the state folder; its digest was taken on the way.
    ///
    /// - Parameters:
    ///   - claim: what the source is called where it waits until its outcome is known; nil where nobody waits.
    ///   - problem: why it is refused already, as when only its head was taken; nil where it is to be looked at.
    package func addInput(
        received file: ReceivedFile, name: String, number: Int, claim: String? = nil, context: InputContext? = nil,
        problem: CaptureError? = nil, to batch: BatchRecord
    ) async throws(CaptureError) -> InputRecord {
        let place = self.file(ofInput: number, named: name)
        try DurableFile.adopt(file.path, as: path(batch, place))
        let input = InputRecord(
            batch: batch.id, number: number, name: InputName.shown(name), file: place, sha256: file.sha256,
            sizeInBytes: file.sizeInBytes, outcome: problem == nil ? .stored : .refused, pageCount: 0, problem: problem,
            findings: try await duplicates(of: file.sha256, for: batch, number: number), context: context)
        return try await record(input, claim: claim, of: batch)
    }

    private func record(
        _ input: InputRecord, claim: String?, of batch: BatchRecord
    ) async throws(CaptureError) -> InputRecord {
        var detail = ["input": "\(input.number)", "sha256": input.sha256]
        detail["problem"] = input.problem?.problem
        let event = AuditEvent("input.stored", batch.id, detail: detail)
        return try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .receiving)
            try input.insert(into: db, claim: claim)
            return input
        }
    }

    /// The same bytes came before: told, never refused, for two equal letters are two letters.
    ///
    /// Mail of other tenants is not looked at.
    func duplicates(
        of sha256: String, for batch: BatchRecord, number: Int
    ) async throws(CaptureError) -> [Finding] {
        let earlier = try await read { db in
            try BatchRecord.fetchWhole(
                db,
                """
                WHERE id = (SELECT input.batch FROM input JOIN batch AS other ON other.id = input.batch
                    WHERE sha256 = ? AND NOT (input.batch = ? AND number = ?) AND other.tenant IS ?
                    ORDER BY input.batch, number LIMIT 1)
                """, [sha256, batch.id, number, batch.tenant]
            ).first
        }
        return earlier.map { [.possibleDuplicate(of: $0)] } ?? []
    }

    /// Records a scanned page that is durable in the batch's folder: the moment it counts as stored (gespeichert).
    package func addPage(
        _ scan: StoredScan, fedBy feed: FeedRecord, to batch: BatchRecord
    ) async throws(CaptureError) {
        let isBack = feed.plan.isBack(page: scan.page)
        let page = PageRecord(
            batch: batch.id, number: scan.page, inputPage: 0, file: "pages/" + scan.file, format: scan.format,
            state: .stored, attempts: 0, digests: [(scan.file as NSString).lastPathComponent: scan.sha256],
            feed: feed.number, isBack: isBack)
        var detail = ["page": "\(scan.page)", "sha256": scan.sha256]
        if scan.page == feed.plan.firstPage, !feed.plan.replaces.isEmpty {
            detail["replaces"] = feed.plan.replaces.map(String.init).joined(separator: ",")
        }
        let event = AuditEvent("page.stored", batch.id, detail: detail)
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.require(batch, in: .receiving)
            try page.insert(fedBy: feed, into: db)
        }
    }

    /// Everything is stored and the counts agree.
    package func received(_ batch: BatchRecord) async throws(CaptureError) {
        try await move(batch, from: .receiving, to: .received, event: AuditEvent("batch.received", batch.id))
    }

    /// The batch waits for a person, who sees why.
    package func hold(
        _ batch: BatchRecord, because problem: CaptureError, actor: String = "system"
    ) async throws(CaptureError) {
        let now = now
        let reason = try encoded(problem)
        let event = AuditEvent("batch.held", batch.id, actor: actor, detail: ["problem": problem.problem])
        try await commit(event, journal: .batch(batch.id)) { db in
            try db.execute(
                sql: """
                    UPDATE batch SET heldFrom = state, state = 'held', hold = ?, changed = ?, lease = NULL
                    WHERE id = ? AND state NOT IN ('held', 'delivered', 'refused', 'purged')
                    """,
                arguments: [reason, now.timeIntervalSince1970, batch.id])
        }
    }

    /// A person lets a held batch go on from where it stood; a batch whose feed broke off goes on with what is stored.
    ///
    /// Where its balance does not agree, the person takes that on with a reason.
    package func release(_ batch: BatchRecord, reason: String? = nil, actor: String) async throws(CaptureError) {
        let now = now
        let balance = batch.channel == .scanner ? try await ledger(of: batch).balance : nil
        if let balance, balance.needsReason, reason == nil { throw .reasonNeeded(balance.differences) }
        let differences = (balance?.accepted?.differences ?? []) + (balance?.differences ?? [])
        let accepted = try encoded(AcceptedBalance(differences: differences, reason: reason ?? "", actor: actor))
        try await commit(AuditEvent("batch.released", batch.id, actor: actor), journal: .batch(batch.id)) {
            db in
            if !differences.isEmpty {
                try db.execute(
                    sql: """
                        INSERT INTO sheetCount (batch, accepted) VALUES (?, ?)
                        ON CONFLICT (batch) DO UPDATE SET accepted = excluded.accepted
                        """, arguments: [batch.id, accepted])
            }
            try db.execute(
                sql: """
                    UPDATE batch SET state = CASE heldFrom WHEN 'receiving' THEN 'received' ELSE heldFrom END,
                        heldFrom = NULL, hold = NULL, changed = ? WHERE id = ? AND state = 'held'
                    """,
                arguments: [now.timeIntervalSince1970, batch.id])
            guard db.changesCount == 1 else { throw CaptureError.outdated }
            try db.execute(sql: "UPDATE page SET attempts = 0 WHERE batch = ?", arguments: [batch.id])
        }
    }

    /// Where a file that came in lies, relative to the batch folder.
    package func file(ofInput number: Int, named name: String) -> String {
        String(format: "inputs/%04d.", number) + Self.safeExtension(of: name)
    }

    /// Lower-case letters and digits only: the rest of the name stays data.
    static func safeExtension(of name: String) -> String {
        let ending = (name as NSString).pathExtension.lowercased()
        let isPlain = ending.count <= 4 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isPlain && !ending.isEmpty ? ending : "bin"
    }
}

/// The name a file came with, as people see it: data, never a path.
enum InputName {
    /// Bytes a name may have on every file system we know.
    private static let longest = 255

    /// In composed letters, without control signs and marks that turn the direction of reading, not too long.
    static func shown(_ name: String) -> String {
        let scalars = name.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Unicode.Scalar in
            [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate].contains(
                scalar.properties.generalCategory) ? "\u{FFFD}" : scalar
        }
        var shown = ""
        var size = 0
        for scalar in scalars {
            size += scalar.utf8.count
            guard size <= longest else { break }
            shown.unicodeScalars.append(scalar)
        }
        return shown.isEmpty ? "?" : shown
    }
}

extension Finding {
    static func possibleDuplicate(of batch: BatchRecord) -> Finding {
        Finding(
            "possible-duplicate",
            LocalizedText(
                de: "Mögliches Doppel: Dieselbe Datei kam schon am \(batch.createdText) (Stapel \(batch.id)).",
                en: "Possible duplicate: the same file came before, on \(batch.createdText) (batch \(batch.id))."))
    }
}
