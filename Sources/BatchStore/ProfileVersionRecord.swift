package import Foundation

/// The state of a version of a profile; a version is its text, named by its hash.
///
///     draft -> tested -> released -> superseded
///       ^        |           ^           |
///       +--------+           +-----------+  (roll-back)
///     a failed test
package enum ProfileState: String, Sendable, Codable, CaseIterable {
    /// Handed in, not tested or not passed.
    case draft
    /// Passed a test; may be released.
    case tested
    /// New batches begin with it.
    case released
    /// Was released, another version is now.
    case superseded
}

/// A version of a profile with what people did with it.
package struct ProfileVersionRecord: Sendable, Hashable, Codable {
    package var name: String
    package var version: String
    /// SHA-256 of its text.
    package var digest: String
    package var state: ProfileState
    /// Who handed it in.
    package var author: String
    /// Whose test it passed last.
    package var tester: String?
    /// Who released it last.
    package var releaser: String?
    package var changed: Date
}

/// What somebody did with a version.
struct ProfileEvent: Sendable, Hashable {
    enum Action: String, Sendable { case handedIn, tested, failed, released, rolledBack }

    var name: String
    var version: String
    var digest: String
    var action: Action
    var actor: String
    var at: Date
}

/// The state of every version, made of what was done, oldest first.
struct ProfileHistory {
    private(set) var records: [String: ProfileVersionRecord] = [:]
    /// By profile: digests of the versions released one after the other, without those rolled back from.
    private(set) var releases: [String: [String]] = [:]

    init(_ events: [ProfileEvent]) {
        for event in events { take(event) }
    }

    /// Newest first.
    var newest: [ProfileVersionRecord] {
        records.values.sorted { ($1.changed, $0.digest) < ($0.changed, $1.digest) }
    }

    private mutating func take(_ event: ProfileEvent) {
        var record =
            records[event.digest]
            ?? ProfileVersionRecord(
                name: event.name, version: event.version, digest: event.digest, state: .draft, author: event.actor,
                changed: event.at)
        record.changed = event.at
        switch event.action {
        case .handedIn: break
        case .tested:
            record.tester = event.actor
            if record.state == .draft { record.state = .tested }
        case .failed:
            if record.state == .tested { record.state = .draft }
        case .released, .rolledBack:
            if let current = releases[event.name]?.last { records[current]?.state = .superseded }
            if event.action == .released {
                releases[event.name, default: []].append(event.digest)
            } else {
                releases[event.name]?.removeLast()
            }
            record.state = .released
            record.releaser = event.actor
        }
        records[event.digest] = record
    }
}
