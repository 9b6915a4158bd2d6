import Foundation

/// A test report for people at a terminal, in both languages.
package struct ProfileTestTable: Sendable {
    private let report: ProfileTestReport

    package init(_ report: ProfileTestReport) { self.report = report }

    package var text: String {
        [documents, confusions, fields, thresholds, summary].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var documents: String {
        table(
            [["Schriftstück / document", "", "Art / type", "Ziel / route", ""]]
                + report.documents.map { verdict in
                    [
                        "\(verdict.batch) \(verdict.pages.map { "\($0 + 1)" }.joined(separator: ","))",
                        Self.title(verdict.outcome), Self.pair(verdict.type), Self.pair(verdict.route),
                        Self.wrongFields(verdict),
                    ]
                })
    }

    private var confusions: String {
        let mistaken = report.types.filter { $0.expected != $0.found }
        guard !mistaken.isEmpty else { return "" }
        return table(
            [["Verwechslung / confusion", "gefunden / found", "n"]]
                + mistaken.map { [$0.expected, $0.found ?? "-", "\($0.count)"] })
    }

    private var fields: String {
        table(
            [["Feld / field", "P", "R", "F1", "n"]]
                + report.fields.map { field in
                    let score = field.score
                    return [
                        field.name, Self.share(score.precision), Self.share(score.recall), Self.share(score.f1),
                        "\(score.right + score.missed)",
                    ]
                })
    }

    private var thresholds: String {
        table(
            [["Schwelle / threshold", "unbesehen / straight", "davon falsch / wrong", "Irrweg / misrouted"]]
                + report.thresholds.map { row in
                    [
                        Self.share(row.below) + (row.below == report.result.below ? " *" : ""),
                        "\(row.straight)/\(row.documents) \(Self.share(row.straightRate))",
                        "\(row.wrong) \(Self.share(row.errorRate))", "\(row.misrouted)",
                    ]
                })
    }

    private var summary: String {
        let name = "\(report.profile) \(report.version) (\(report.digest.prefix(8)))"
        return report.isPassed
            ? "\(name): bestanden, nichts ging unbesehen falsch. / passed, nothing went wrong unseen."
            : "\(name): nicht bestanden. / not passed."
    }

    private static func title(_ outcome: DocumentVerdict.Outcome) -> String {
        switch outcome {
        case .right: "richtig / right"
        case .review: "Mensch / person"
        case .wrong: "FALSCH / WRONG"
        case .notFound: "Seiten / pages"
        case .lost: "VERLOREN / LOST"
        }
    }

    private static func pair(_ value: DocumentVerdict.Value) -> String {
        value.isRight || value.expected == nil
            ? value.found ?? "-" : "\(value.found ?? "-") (\(value.expected ?? "-"))"
    }

    /// Names alone: what stands in a letter is nothing for a terminal's memory.
    private static func wrongFields(_ verdict: DocumentVerdict) -> String {
        verdict.fields.filter { !$0.value.isRight }.keys.sorted().joined(separator: ", ")
    }

    private static func share(_ value: Double) -> String { String(format: "%.3f", value) }

    private func table(_ rows: [[String]]) -> String { TextTable(rows).text }
}

/// Columns as wide as their widest cell.
struct TextTable {
    let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows }

    var text: String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
