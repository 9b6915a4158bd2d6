package import CaptureModel
package import Foundation

/// The state of a batch (Stapel); `held` remembers where it goes on.
///
///     receiving -> received -> inspected -> analyzed -> separated -> indexed -> delivered -> purged
///         |           |            |            |           |           |   \-> refused
///         +-----------+------------+--- held ---+-----------+-----------+
package enum BatchState: String, Sendable, Codable, CaseIterable {
    /// Sheets are fed or files copied; an intent is committed before the first.
    case receiving
    /// Everything is stored and the counts agree.
    case received
    /// Every input is accepted, with its pages, or refused.
    case inspected
    /// Every page is read.
    case analyzed
    /// Every page has a role and, if it has content, a document.
    case separated
    /// Documents are on their way by themselves.
    case indexed
    /// Every document is delivered.
    case delivered
    /// Nothing of it could be taken; the originals are kept with the reason.
    case refused
    /// A person must act.
    case held
    /// Images and text are deleted after the retention; ids, counts, hashes and times stay.
    case purged
}

/// The state of a document (Schriftstück).
///
///     awaitingReview -> ready -> composed -> (sealed) -> delivering -> delivered
///                                                ^            |
///                                                +- retrying <+  (or unknown outcome: the target is asked first)
///
/// Where the profile asks for a seal, only a sealed document is delivered; a composed one waits for key and service.
package enum DocumentState: String, Sendable, Codable, CaseIterable {
    case awaitingReview, ready, composed, sealed, delivering, retrying, delivered
}

/// How a batch came in.
package enum Channel: String, Sendable, Codable, CaseIterable { case scanner, folder, upload, command, mail }

package struct BatchRecord: Sendable, Hashable, Codable {
    package var id: String
    /// Relative to the state folder.
    package var folder: String
    package var profile: String
    package var profileVersion: String
    package var profileDigest: String
    package var channel: Channel
    /// The scanner, watched folder or account it came from.
    package var source: String
    package var state: BatchState
    package var heldFrom: BatchState?
    package var hold: CaptureError?
    package var created: Date
    package var changed: Date
    /// Who fed the paper or handed the files in: an account as the audit trail names it, or a pseudonym; nil where nobody
    /// is known.
    package var operatedBy: String?
    /// The body (Mandant) whose mail it is, as the profile says; nil where there is but one.
    package var tenant: String?
}

/// A file taken in, kept exactly as it came.
package struct InputRecord: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Codable { case stored, accepted, refused }

    package var batch: String
    /// From 1.
    package var number: Int
    /// The name it came with: data, never a path.
    package var name: String
    /// Relative to the batch folder.
    package var file: String
    package var sha256: String
    package var sizeInBytes: Int
    package var outcome: Outcome
    package var format: InputFormat?
    package var pageCount: Int
    package var problem: CaptureError?
    package var findings: [Finding]
    /// What came with it; nil where nothing did.
    package var context: InputContext?
}

package struct PageRecord: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Codable { case stored, analyzed }

    package var batch: String
    /// From 1, in the order of the feed.
    package var number: Int
    /// Number of the input it stands in; nil for scanned pages, which are files of their own.
    package var input: Int?
    /// Page inside the file, from 0.
    package var inputPage: Int
    /// Relative to the batch folder.
    package var file: String
    package var format: InputFormat
    package var state: State
    /// How often reading it was begun; counted before the work starts, so that a crash counts.
    package var attempts: Int
    package var role: PageRole?
    package var summary: PageSummary?
    /// SHA-256 of the files in the page's own folder, by name.
    package var digests: [String: String]?
    /// Number of the feed it came with; nil for imported pages.
    package var feed: Int?
    /// Where it stands in the batch, from 1; nil where its number says so.
    package var place: Int?
    /// The back of a sheet; nil for imported pages.
    package var isBack: Bool?
    /// Why it counts no more; nil for a page that does.
    package var removal: PageRemoval?

    /// The page's own folder, relative to the batch folder.
    package var folder: String { String(format: "pages/%04d", number) }
}

package struct DocumentRecord: Sendable, Hashable, Codable {
    package var id: String
    package var batch: String
    /// From 1, inside the batch.
    package var number: Int
    package var state: DocumentState
    package var indexed: IndexedDocument
    package var deliveryID: String
    package var sha256: String?
    package var receipt: Receipt?
    package var attempts: Int
    package var nextAttempt: Date?
    package var problem: CaptureError?

    /// Seconds that no attempt is put off by; a later time comes from a clock that was set back since.
    package static let longestPause = 3600.0

    /// Whether the next attempt is due.
    package func isDue(at now: Date) -> Bool {
        guard let nextAttempt else { return true }
        return nextAttempt <= now || nextAttempt.timeIntervalSince(now) > Self.longestPause
    }

    /// The document's own folder, relative to the batch folder.
    package var folder: String { String(format: "documents/%02d", number) }
}

/// A time-ordered random identifier (UUID version 7, RFC 9562).
package enum Identifier {
    package static func make(at time: Date = Date()) -> String {
        let milliseconds = UInt64(max(0, time.timeIntervalSince1970 * 1000))
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0x0FFF)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF)
        return grouped(Array(String(format: "%016lx%016lx", high, low)))
    }

    /// 32 hexadecimal digits in the groups of a UUID.
    static func grouped(_ digits: [Character]) -> String {
        [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
