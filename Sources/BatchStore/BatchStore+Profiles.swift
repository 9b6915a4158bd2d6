package import CaptureModel
import DurableFiles
import Foundation
import GRDB

// Versions of profiles: handed in, tested, released, rolled back. Every step is a row that stays, with its event in the
// audit trail and a line in `profiles/journal.jsonl`, text and all; it also lies beside it under its hash, for people.

extension BatchStore {
    /// All versions that people handed in, newest first.
    package func profileVersions() async throws(CaptureError) -> [ProfileVersionRecord] {
        try await read { db in try ProfileHistory(in: db).newest }
    }

    /// The text of each released profile by its name: what new batches begin with.
    package func releasedProfiles() async throws(CaptureError) -> [String: String] {
        try await read { db in
            var texts: [String: String] = [:]
            for (name, digests) in try ProfileHistory(in: db).releases {
                guard let digest = digests.last else { continue }
                texts[name] = try String.fetchOne(
                    db, sql: "SELECT source FROM profileVersion WHERE digest = ?", arguments: [digest])
            }
            return texts
        }
    }

    /// Takes a version as a draft; one that is there already stays as it is, its author as well.
    package func handIn(
        _ profile: LoadedProfile, actor: String
    ) async throws(CaptureError) -> ProfileVersionRecord {
        let digest = SHA256.of(Data(profile.source.utf8))
        if let known = try await read({ db in try ProfileHistory(in: db).records[digest] }) { return known }
        let (name, version, source) = (profile.profile.name, profile.version, profile.source)
        try DurableFile.createFolder(folder.profiles)
        try DurableFile.write(Data(source.utf8), to: folder.profiles + "/\(digest).yaml")
        return try await act(
            .handedIn, on: digest, actor: actor,
            adding: { db in
                try db.execute(
                    sql: "INSERT OR IGNORE INTO profileVersion (digest, name, version, source) VALUES (?, ?, ?, ?)",
                    arguments: [digest, name, version, source])
            }, checking: { _ in })
    }

    /// Keeps the result of a test; `result` holds counts.
    package func tested(
        _ digest: String, isPassed: Bool, result: [String: String], actor: String
    ) async throws(CaptureError) -> ProfileVersionRecord {
        try await act(isPassed ? .tested : .failed, on: digest, actor: actor, detail: result) { db in
            guard try ProfileHistory(in: db).records[digest] != nil else { throw CaptureError.unknownVersion }
        }
    }

    /// New batches begin with this version from now on; those that began earlier keep theirs.
    ///
    /// - Parameter needsSecondPerson: who wrote or tested it may not release it.
    package func release(
        _ digest: String, needsSecondPerson: Bool, actor: String
    ) async throws(CaptureError) -> ProfileVersionRecord {
        try await act(.released, on: digest, actor: actor) { db in
            guard let record = try ProfileHistory(in: db).records[digest] else { throw CaptureError.unknownVersion }
            guard record.state != .released else { throw CaptureError.alreadyReleased }
            guard record.tester != nil, record.state != .draft else { throw CaptureError.notTested }
            let others = [record.author, record.tester]
            if needsSecondPerson, others.contains(actor) { throw CaptureError.secondPersonNeeded }
        }
    }

    /// The version that was released before comes back; one person is enough, for it was released once already.
    package func rollBack(profile name: String, actor: String) async throws(CaptureError) -> ProfileVersionRecord {
        let releases = try await read { db in try ProfileHistory(in: db).releases[name] ?? [] }
        guard releases.count > 1 else { throw .nothingBefore(name) }
        return try await act(.rolledBack, on: releases[releases.count - 2], actor: actor) { db in
            guard try ProfileHistory(in: db).releases[name] == releases else { throw CaptureError.outdated }
        }
    }

    private func act(
        _ action: ProfileEvent.Action, on digest: String, actor: String, detail: [String: String] = [:],
        adding change: (@Sendable (Database) throws -> Void)? = nil,
        checking check: @escaping @Sendable (Database) throws -> Void
    ) async throws(CaptureError) -> ProfileVersionRecord {
        let now = now
        let event = AuditEvent("profile.\(action.rawValue)", digest, actor: actor, detail: detail)
        return try await commit(event, journal: .profiles) { db in
            try check(db)
            try change?(db)
            try db.execute(
                sql: "INSERT INTO profileEvent (digest, action, actor, at) VALUES (?, ?, ?, ?)",
                arguments: [digest, action.rawValue, actor, now.timeIntervalSince1970])
            guard let record = try ProfileHistory(in: db).records[digest] else { throw CaptureError.unknownVersion }
            return record
        }
    }
}

extension ProfileHistory {
    init(in db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM profileEvent JOIN profileVersion USING (digest) ORDER BY number")
        self.init(
            try rows.map { row in
                ProfileEvent(
                    name: row["name"], version: row["version"], digest: row["digest"],
                    action: try row.state("action"), actor: row["actor"], at: row.date("at"))
            })
    }
}

extension CaptureError {
    fileprivate static let unknownVersion = CaptureError(
        .badInput, "profile-version-unknown",
        LocalizedText(
            de: "Diese Fassung des Profils wurde noch nicht eingereicht.",
            en: "This version of the profile was not handed in yet."),
        remedy: LocalizedText(
            de: "Bitte zuerst mit scanstelle profile test prüfen.", en: "Please run scanstelle profile test first."))

    fileprivate static let notTested = CaptureError(
        .badInput, "profile-not-tested",
        LocalizedText(
            de: "Diese Fassung des Profils hat noch keine Prüfung bestanden.",
            en: "This version of the profile has not passed a test yet."),
        remedy: LocalizedText(
            de: "Bitte scanstelle profile test mit --config ausführen, danach freigeben.",
            en: "Please run scanstelle profile test with --config, then activate it."))

    fileprivate static let alreadyReleased = CaptureError(
        .badInput, "profile-released-already",
        LocalizedText(
            de: "Diese Fassung ist schon freigegeben.", en: "This version is released already."),
        remedy: LocalizedText(de: "Es ist nichts zu tun.", en: "There is nothing to do."))

    fileprivate static let secondPersonNeeded = CaptureError(
        .badInput, "second-person-needed",
        LocalizedText(
            de:
                "Bei hohem Schutzbedarf gibt eine zweite Person frei, die das Profil weder eingereicht noch geprüft hat.",
            en: "With a high protection need a second person releases who neither handed in nor tested the profile."),
        remedy: LocalizedText(
            de: "Bitte eine andere Person unter deren eigener Anmeldung freigeben lassen.",
            en: "Please have another person activate it under their own login."))

    fileprivate static func nothingBefore(_ name: String) -> CaptureError {
        CaptureError(
            .badInput, "no-earlier-release",
            LocalizedText(
                de: "Vom Profil \(name) gibt es keine frühere freigegebene Fassung.",
                en: "The profile \(name) has no earlier released version."),
            remedy: LocalizedText(
                de: "scanstelle profile list --config zeigt, was es gibt.",
                en: "scanstelle profile list --config shows what there is."))
    }
}
