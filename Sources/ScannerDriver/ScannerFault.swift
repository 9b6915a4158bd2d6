import CSANE
import CaptureModel

/// A SANE call that did not answer "good".
struct ScannerFault: Error {
    let call: String
    let status: SANE_Status

    init(_ call: String, _ status: SANE_Status) {
        self.call = call
        self.status = status
    }

    var isOutOfDocuments: Bool { status == SANE_STATUS_NO_DOCS }
    var isJam: Bool { status == SANE_STATUS_JAMMED }
    /// Somebody pressed the button on the device.
    var isCancellation: Bool { status == SANE_STATUS_CANCELLED }

    /// The fault in a clerk's words.
    var error: CaptureError {
        let words = words
        return CaptureError(.unavailable, words.problem, words.message, remedy: words.remedy, cause: cause)
    }

    /// Why a feed that meets this fault is over; "out of documents" in the middle of a page is no end but a failure.
    var reason: FeedEnd.Reason {
        switch status {
        case SANE_STATUS_JAMMED: .jammed
        case SANE_STATUS_COVER_OPEN: .coverOpen
        default: .failed
        }
    }

    /// The call and what libsane says of its status, word for word.
    var cause: String { "\(call): \(text(sane_strstatus(status)))" }

    private struct Words {
        var problem: String
        var message: LocalizedText
        var remedy: LocalizedText
    }

    private var words: Words {
        switch status {
        case SANE_STATUS_JAMMED:
            Words(
                problem: "paper-jam", message: LocalizedText(de: "Papierstau.", en: "Paper jam."),
                remedy: LocalizedText(
                    de: "Bitte das Papier aus dem Einzug nehmen.", en: "Please take the paper out of the feeder."))
        case SANE_STATUS_COVER_OPEN:
            Words(
                problem: "cover-open",
                message: LocalizedText(de: "Die Scannerabdeckung ist offen.", en: "The scanner's cover is open."),
                remedy: LocalizedText(de: "Bitte die Abdeckung schließen.", en: "Please close the cover."))
        case SANE_STATUS_DEVICE_BUSY:
            Words(
                problem: "scanner-busy",
                message: LocalizedText(de: "Der Scanner ist belegt.", en: "The scanner is in use."),
                remedy: LocalizedText(
                    de: "Bitte warten, bis das andere Programm fertig ist.",
                    en: "Please wait until the other program has finished."))
        case SANE_STATUS_ACCESS_DENIED:
            Words(
                problem: "scanner-access-denied",
                message: LocalizedText(de: "Kein Zugriff auf den Scanner.", en: "No access to the scanner."),
                remedy: LocalizedText(
                    de: "Bitte die Betriebsstelle um Zugriffsrechte für das Gerät bitten.",
                    en: "Please ask your administrator for access to the device."))
        case SANE_STATUS_INVAL where call == "sane_open":
            Words(
                problem: "scanner-missing",
                message: LocalizedText(de: "Der Scanner wurde nicht gefunden.", en: "The scanner was not found."),
                remedy: LocalizedText(
                    de: "Bitte prüfen, ob er eingeschaltet und angeschlossen ist.",
                    en: "Please check that it is switched on and connected."))
        default:
            Words(
                problem: "scanner-failed",
                message: LocalizedText(
                    de: "Der Scanner meldet eine Störung.", en: "The scanner reports a fault."),
                remedy: LocalizedText(
                    de: "Bitte den Scanner aus- und wieder einschalten.",
                    en: "Please switch the scanner off and on again."))
        }
    }
}
