package import CaptureModel
import Foundation

extension BatchState {
    /// What people call the state.
    package var text: LocalizedText {
        switch self {
        case .receiving: LocalizedText(de: "wird eingelesen", en: "receiving")
        case .received: LocalizedText(de: "gespeichert", en: "stored")
        case .inspected: LocalizedText(de: "wird gelesen", en: "being read")
        case .analyzed: LocalizedText(de: "gelesen", en: "read")
        case .separated: LocalizedText(de: "getrennt", en: "separated")
        case .indexed: LocalizedText(de: "wird abgelegt", en: "being delivered")
        case .delivered: LocalizedText(de: "abgelegt", en: "delivered")
        case .refused: LocalizedText(de: "ABGEWIESEN", en: "REFUSED")
        case .held: LocalizedText(de: "ANGEHALTEN", en: "HELD")
        case .purged: LocalizedText(de: "gelöscht nach Frist", en: "purged")
        }
    }
}

extension BatchRecord {
    /// When the batch began, in the time of this place, as `21.11.2026 08:15:30`.
    package var createdText: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "de_DE_POSIX")
        formatter.dateFormat = "dd.MM.yyyy HH:mm:ss"
        return formatter.string(from: created)
    }

    /// What people call the state of the batch with these documents.
    package func stateText(_ documents: [DocumentRecord]) -> LocalizedText {
        let waiting = documents.filter { $0.state != .delivered }
        guard state == .indexed, !waiting.isEmpty else { return state.text }
        return waiting.allSatisfy { $0.state == .awaitingReview } ? DocumentState.awaitingReview.text : state.text
    }
}

extension DocumentState {
    /// What people call the state.
    package var text: LocalizedText {
        switch self {
        case .awaitingReview: LocalizedText(de: "wartet auf Prüfung", en: "awaiting review")
        case .ready: LocalizedText(de: "bereit", en: "ready")
        case .composed: LocalizedText(de: "erstellt", en: "composed")
        case .sealed: LocalizedText(de: "gesiegelt", en: "sealed")
        case .delivering: LocalizedText(de: "wird übergeben", en: "delivering")
        case .retrying: LocalizedText(de: "Übergabe wird wiederholt", en: "delivery is tried again")
        case .delivered: LocalizedText(de: "abgelegt", en: "delivered")
        }
    }
}
