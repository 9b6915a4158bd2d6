import CaptureModel
import Foundation

extension CaptureError {
    /// The root is not there; nothing is created, for a share that is not mounted leaves an empty folder behind.
    static func targetMissing(_ call: String) -> CaptureError {
        CaptureError(
            .unavailable, "target-missing",
            LocalizedText(
                de: "Der Ablageort ist nicht erreichbar.",
                en: "The place documents are delivered to cannot be reached."),
            remedy: LocalizedText(
                de: "Bitte prüfen, ob das Netzlaufwerk verbunden ist; danach geht es von selbst weiter.",
                en: "Please check that the network drive is connected; work then goes on by itself."),
            cause: "\(call): \(String(cString: strerror(errno)))")
    }

    static func deliveryConflict(_ cause: String) -> CaptureError {
        CaptureError(
            .badInput, "delivery-conflict",
            LocalizedText(
                de: "Am Ablageort liegt unter dem Namen dieses Schriftstücks schon etwas anderes.",
                en: "Something else already lies at the target under this document's name."),
            remedy: LocalizedText(
                de: "Bitte am Ablageort nachsehen und dort aufräumen, dann die Ablieferung wiederholen. "
                    + "Überschrieben wurde nichts.",
                en: "Please look at the target, tidy up there, then repeat the delivery. Nothing was overwritten."),
            cause: cause)
    }

    static var deliveryHashMismatch: CaptureError {
        CaptureError(
            .badInput, "delivery-hash-mismatch",
            LocalizedText(
                de: "Das Schriftstück ist nicht mehr so, wie es erzeugt wurde.",
                en: "The document is no longer as it was made."),
            remedy: LocalizedText(
                de: "Bitte das Schriftstück neu erzeugen lassen; abgeliefert wurde nichts.",
                en: "Please have the document made again; nothing was delivered."))
    }

    static var deliveryNotConfirmed: CaptureError {
        CaptureError(
            .unavailable, "delivery-not-confirmed",
            LocalizedText(
                de: "Das abgelieferte Schriftstück ließ sich am Ablageort nicht unverändert zurücklesen.",
                en: "The delivered document could not be read back unchanged from the target."),
            remedy: LocalizedText(
                de: "Es wird von selbst wieder versucht. Bleibt es dabei, bitte den Datenträger am Ablageort prüfen.",
                en: "It is tried again by itself. If that does not help, please check the disk at the target."))
    }

    /// The same without a file name in its cause: names are made of captured text and have no place in a log.
    func withoutName(_ name: String) -> CaptureError {
        CaptureError(
            code, problem, message, remedy: remedy, cause: cause.replacingOccurrences(of: name, with: "file"))
    }
}
