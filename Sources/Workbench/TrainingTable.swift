import CaptureModel

/// What was learned, for people at a terminal, in both languages.
package struct TrainingTable: Sendable {
    private let report: TrainingReport

    package init(_ report: TrainingReport) { self.report = report }

    package var text: String {
        let rows =
            [["Art / type", "n", "spricht dafür / speaks for it"]]
            + report.types.map { [$0.name, "\($0.documents)", (report.signs[$0.name] ?? []).joined(separator: ", ")] }
        let small = report.tooSmall.map { "\($0.name) (\($0.documents))" }.joined(separator: ", ")
        let percent = Int((report.accuracy * 100).rounded())
        let lines = [
            TextTable(rows).text,
            small.isEmpty ? "" : "Zu wenige zum Lernen / too few to learn from: \(small)",
            "Zurückgehaltene richtig erkannt / held-out documents judged rightly: \(report.right) von/of "
                + "\(report.heldOut) (\(percent) %)",
            "Davon sicher / sure among these: \(report.sure), richtig / right: \(report.sureRight)",
            "\(report.profile): Modell / model \(report.model)",
        ]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
