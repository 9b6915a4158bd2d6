package import CaptureModel

/// What stored batches would become with another profile.
package struct ReplayReport: Sendable, Hashable, Codable {
    package var profile: String
    package var version: String
    /// SHA-256 of the profile's text.
    package var digest: String
    package var batches: [ReplayedBatch]

    package var changedDocuments: Int { batches.reduce(0) { $0 + $1.changes.count } }
}

package struct ReplayedBatch: Sendable, Hashable, Codable {
    package var batch: String
    /// The version it was worked with.
    package var version: String
    /// Documents that would come out as they did.
    package var unchanged: Int
    package var changes: [DocumentChange]
    /// What the comparison cannot tell, as settings for reading that differ, or why the batch was left out.
    package var findings: [Finding]
}

/// A document that would come out otherwise.
package struct DocumentChange: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// The same pages, decided otherwise.
        case changed
        /// Its pages would no longer be a document of their own.
        case gone
        /// Its pages become a document of their own.
        case new
    }

    package var kind: Kind
    /// Numbers inside the batch, from 0.
    package var pages: [Int]
    package var differences: [Difference]

    /// One fact, side by side.
    package struct Difference: Sendable, Hashable, Codable {
        /// `type`, `route`, `review`, or the name of a field.
        package var fact: String
        package var before: String?
        package var after: String?

        package init(_ fact: String, before: String?, after: String?) {
            self.fact = fact
            self.before = before
            self.after = after
        }
    }
}

extension DocumentChange {
    /// nil where nothing that anybody would notice is different.
    init?(from before: IndexedDocument, to after: IndexedDocument) {
        let differences = Self.differences(before, after)
        guard !differences.isEmpty else { return nil }
        self.init(kind: .changed, pages: after.pages, differences: differences)
    }

    static func gone(_ document: IndexedDocument) -> DocumentChange {
        DocumentChange(kind: .gone, pages: document.pages, differences: differences(document, nil))
    }

    static func new(_ document: IndexedDocument) -> DocumentChange {
        DocumentChange(kind: .new, pages: document.pages, differences: differences(nil, document))
    }

    private static func differences(_ before: IndexedDocument?, _ after: IndexedDocument?) -> [Difference] {
        let names = Set(before?.fields.keys.map { $0 } ?? []).union(after?.fields.keys.map { $0 } ?? []).sorted()
        let facts = [
            Difference("type", before: before?.type, after: after?.type),
            Difference("route", before: before?.route, after: after?.route),
            Difference("review", before: before.map(review), after: after.map(review)),
        ]
        let fields = names.map {
            Difference($0, before: before?.fields[$0]?.value, after: after?.fields[$0]?.value)
        }
        return (facts + fields).filter { $0.before != $0.after }
    }

    /// Empty where no person looks, else the findings.
    private static func review(_ document: IndexedDocument) -> String {
        guard document.needsReview else { return "" }
        return document.findings.map(\.code).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .joined(separator: ", ")
    }
}
