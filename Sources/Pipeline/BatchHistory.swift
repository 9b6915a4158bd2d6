import BatchStore
import CaptureModel
import Foundation

/// What the audit trail knows of a batch: the times and people that transfer notes name.
struct BatchHistory: Sendable {
    private let entries: [Entry]
    /// When each page or file was stored and each page was read, by number.
    private let pageTimes: [String: [String: String]]

    struct Entry: Sendable {
        let at: String
        let actor: String
        let action: String
        let detail: [String: String]
    }

    init(_ entries: [AuditEntry]) {
        var times: [String: [String: String]] = [:]
        var kept: [Entry] = []
        for entry in entries {
            let detail = (try? JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8))) ?? [:]
            if let number = detail["page"] ?? detail["input"] {
                times[entry.action, default: [:]][number] = entry.at
            } else {
                kept.append(Entry(at: entry.at, actor: entry.actor, action: entry.action, detail: detail))
            }
        }
        (self.entries, pageTimes) = (kept, times)
    }

    /// The latest time at which `action` was done to one of the pages or files.
    func time(of action: String, numbers: [Int]) -> String? {
        let times = pageTimes[action] ?? [:]
        // All are written with the same offset, so the later text is the later time.
        return numbers.compactMap { times["\($0)"] }.max()
    }

    func last(_ action: String) -> Entry? { entries.last { $0.action == action } }

    func all(_ action: String) -> [Entry] { entries.filter { $0.action == action } }

    /// The last time a person let the document go.
    func confirmation(of document: String) -> Entry? {
        entries.last { $0.action == "document.confirmed" && $0.detail["document"] == document }
    }
}

/// What documents of a batch have in common; read once for all of them.
struct BatchFacts: Sendable {
    let pages: [PageRecord]
    let inputs: [InputRecord]
    let history: BatchHistory

    init(of batch: BatchRecord, from store: BatchStore) async throws(CaptureError) {
        pages = try await store.pages(of: batch.id)
        inputs = try await store.inputs(of: batch.id)
        history = BatchHistory(try await store.history(of: batch.id))
    }
}
