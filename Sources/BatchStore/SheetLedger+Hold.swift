package import CaptureModel

extension SheetLedger {
    /// Why the batch must wait, with the last stored sheet and where to go on; nil where everything agrees.
    ///
    /// - Parameter problem: what the feed itself said, which tells more than the numbers.
    package func hold(after problem: CaptureError?) -> CaptureError? {
        let differences = balance.differences
        guard let first = differences.first else { return nil }
        if let problem, [.stopped, .unknownEnd, .empty, .notStored].contains(first.kind) { return problem }
        let text = differences.dropFirst().reduce(first.text) { $0 + " " + $1.text }
        let held = CaptureError(.badInput, first.problem, text, remedy: Self.remedy(first.kind))
        return [.stopped, .unknownEnd, .notStored].contains(first.kind) ? resumePoint.told(with: held) : held
    }

    private static func remedy(_ kind: SheetDifference.Kind) -> LocalizedText {
        switch kind {
        case .empty:
            LocalizedText(
                de: "Bitte Papier einlegen und den Stapel fortsetzen oder abweisen.",
                en: "Please load paper and continue the batch, or reject it.")
        case .moreToCome:
            LocalizedText(
                de: "Bitte die nächsten Blätter einlegen und fortsetzen oder den Stapel abschließen.",
                en: "Please load the next sheets and continue, or finish the batch.")
        case .backs:
            LocalizedText(
                de: "Bitte den Stapel wenden und die Rückseiten scannen oder mit Grund abschließen.",
                en: "Please turn the stack over and scan the backs, or finish with a reason.")
        case .sameSheet:
            LocalizedText(
                de: "Bitte beide Seiten ansehen. Sind es zwei Blätter: mit Grund abschließen. Ist es dasselbe: die"
                    + " Blätter ab dort noch einmal einlegen (--again) oder den Stapel abweisen.",
                en: "Please look at both pages. Two sheets: finish with a reason. The same one: load the sheets from"
                    + " there once more (--again) or reject the batch.")
        default:
            LocalizedText(
                de: "Bitte mit dem Papier vergleichen: den Rest in denselben Stapel scannen, mit Grund abschließen"
                    + " oder den Stapel abweisen.",
                en: "Please compare with the paper: scan the rest into the same batch, finish with a reason or reject"
                    + " the batch.")
        }
    }
}

/// One of the ways on from a hold, of which a person must choose one.
package struct HoldChoice: Sendable, Hashable, Codable {
    package enum Action: String, Sendable, Codable {
        /// Scan the rest into the same batch.
        case resume
        /// Feed the last sheets again.
        case again
        /// Finish as it is, with a reason.
        case finish
        /// Give the batch up; its images are kept.
        case reject
    }

    package var action: Action
    package var text: LocalizedText
    /// What to type.
    package var command: String
}

extension SheetLedger {
    /// The ways on from a hold at the scanner, the usual one first.
    package func choices(for batch: BatchRecord) -> [HoldChoice] {
        guard batch.state == .held, batch.channel == .scanner else { return [] }
        let needsReason = balance.needsReason
        let scan = "scanstelle scan --batch \(batch.id)"
        return [
            HoldChoice(action: .resume, text: resumePoint.loading, command: scan),
            HoldChoice(
                action: .again,
                text: LocalizedText(
                    de: "Die letzten Blätter noch einmal einlegen.", en: "Load the last sheets once more."),
                command: scan + " --again 1"),
            HoldChoice(
                action: .finish,
                text: LocalizedText(de: "Den Stapel so abschließen.", en: "Finish the batch as it is."),
                command: "scanstelle batch release \(batch.id)" + (needsReason ? " --reason …" : "")),
            HoldChoice(
                action: .reject,
                text: LocalizedText(
                    de: "Den Stapel abweisen; die Bilder bleiben.", en: "Reject the batch; the images stay."),
                command: "scanstelle batch reject \(batch.id) --reason …"),
        ]
    }
}
