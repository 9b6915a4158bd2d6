import CaptureModel

/// A replay for people at a terminal, in both languages; values of letters are shown, since comparing them is the point.
package struct ReplayTable: Sendable {
    private let report: ReplayReport

    package init(_ report: ReplayReport) { self.report = report }

    package var text: String {
        (report.batches.map(batch) + [summary]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func batch(_ batch: ReplayedBatch) -> String {
        guard !batch.changes.isEmpty || !batch.findings.isEmpty else { return "" }
        let title = "\(batch.batch) (\(batch.version))"
        let notes = batch.findings.map { "  \($0.message.de) / \($0.message.en)" }
        let rows = batch.changes.flatMap { change in
            change.differences.enumerated().map { index, difference in
                [
                    index == 0 ? "  " + change.pages.map { "\($0 + 1)" }.joined(separator: ",") : "",
                    index == 0 ? Self.title(change.kind) : "", difference.fact, Self.shown(difference.before), "→",
                    Self.shown(difference.after),
                ]
            }
        }
        return ([title] + notes + [TextTable(rows).text]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var summary: String {
        let unchanged = report.batches.reduce(0) { $0 + $1.unchanged }
        return "\(report.profile) \(report.version) (\(report.digest.prefix(8))), \(report.batches.count) Stapel: "
            + "\(report.changedDocuments) Schriftstücke anders, \(unchanged) gleich. / "
            + "\(report.changedDocuments) documents otherwise, \(unchanged) alike."
    }

    private static func title(_ kind: DocumentChange.Kind) -> String {
        switch kind {
        case .changed: "anders / changed"
        case .gone: "entfällt / gone"
        case .new: "neu / new"
        }
    }

    private static func shown(_ value: String?) -> String { value.map { $0.isEmpty ? "–" : $0 } ?? "·" }
}
