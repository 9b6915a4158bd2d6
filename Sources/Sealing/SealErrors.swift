import CaptureModel

extension CaptureError {
    static func keyFileMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-key-missing",
            LocalizedText(
                de: "Die Datei des Siegelschlüssels fehlt oder ist nicht lesbar.",
                en: "The file of the seal key is missing or cannot be read."),
            remedy: LocalizedText(
                de: "Bitte Pfad und Rechte in der Konfiguration prüfen und den Stapel freigeben.",
                en: "Please check path and permissions in the configuration and release the batch."),
            cause: cause)
    }

    static func certificateFileMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "certificates-missing",
            LocalizedText(
                de: "Die Zertifikatsdatei fehlt oder ist nicht lesbar.",
                en: "The certificate file is missing or cannot be read."),
            remedy: LocalizedText(
                de: "Bitte Pfad und Rechte in der Konfiguration prüfen und den Stapel freigeben.",
                en: "Please check path and permissions in the configuration and release the batch."),
            cause: cause)
    }

    static func evidenceMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badInput, "evidence-missing",
            LocalizedText(
                de: "Der Beweisdatensatz fehlt oder ist nicht lesbar.",
                en: "The evidence record is missing or cannot be read."),
            remedy: LocalizedText(
                de: "Bitte die Datei mit der Endung .ers mit --record angeben.",
                en: "Please name the file that ends in .ers with --record."),
            cause: cause)
    }

    /// The profile names a seal or timestamp that the configuration does not have.
    static func sealUnknown(_ name: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-unknown",
            LocalizedText(
                de: "Das Profil verlangt das Siegel oder den Zeitstempel „\(name)“; in der Konfiguration fehlt es.",
                en: "The profile asks for the seal or timestamp “\(name)”; the configuration does not have it."),
            remedy: LocalizedText(
                de: "Bitte unter „seals“ oder „timestamps“ der Konfiguration ergänzen (bei „scanstelle process“ mit "
                    + "--config angeben) und den Stapel freigeben.",
                en: "Please add it under “seals” or “timestamps” of the configuration (for “scanstelle process” name "
                    + "that with --config) and release the batch."))
    }

    /// What is to be sealed is not what was composed; nothing is signed then.
    static func sealMaterialChanged(_ cause: String) -> CaptureError {
        CaptureError(
            .badInput, "seal-material-changed",
            LocalizedText(
                de: "Das Schriftstück ist vor dem Siegeln verändert worden oder unvollständig.",
                en: "The document was changed before it was sealed, or is incomplete."),
            remedy: LocalizedText(
                de: "Bitte das Schriftstück noch einmal freigeben; es wird dann neu erzeugt.",
                en: "Please release the document once more; it is then made anew."),
            cause: cause)
    }

    /// The key was changed after the document was composed, or the service sends more certificates than any other.
    static func sealTooLarge(_ cause: String) -> CaptureError {
        CaptureError(
            .badInput, "seal-too-large",
            LocalizedText(
                de: "Siegel und Zeitstempel sind größer als der Platz, der im Schriftstück für sie vorgesehen ist.",
                en: "Seal and timestamp are larger than the room the document has for them."),
            remedy: LocalizedText(
                de: "Bitte das Schriftstück noch einmal freigeben; es wird dann neu erzeugt. Bleibt es dabei, bitte "
                    + "die Betriebsstelle ansprechen: Der Zeitstempeldienst sendet zu viele Zertifikate.",
                en: "Please release the document once more; it is then made anew. If that does not help, please "
                    + "contact your administrator: the timestamp service sends too many certificates."),
            cause: cause)
    }

    /// Our own check of what was written failed; the file was thrown away.
    static func sealNotConfirmed(_ cause: String) -> CaptureError { .fault("the seal's own check", cause) }
}
