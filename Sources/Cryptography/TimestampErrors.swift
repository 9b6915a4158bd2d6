package import CaptureModel

extension CaptureError {
    /// The service is away or says so itself; the document waits.
    package static func timestampUnavailable(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "timestamp-unavailable",
            LocalizedText(
                de: "Der Zeitstempeldienst ist nicht erreichbar.", en: "The timestamp service cannot be reached."),
            remedy: LocalizedText(
                de: "Das Schriftstück wartet; sobald der Dienst antwortet, geht es von selbst weiter.",
                en: "The document waits; work goes on by itself as soon as the service answers."),
            cause: cause)
    }

    /// What came is no timestamp answer at all, as a proxy's error page.
    static func timestampUnreadable(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "timestamp-unreadable",
            LocalizedText(
                de: "Der Zeitstempeldienst antwortet Unverständliches.",
                en: "The timestamp service answers what cannot be understood."),
            remedy: LocalizedText(
                de: "Das Schriftstück wartet. Bleibt es dabei, bitte Adresse und Proxy prüfen.",
                en: "The document waits. If that does not help, please check address and proxy."),
            cause: cause)
    }

    /// The service understood and says no.
    package static func timestampRefused(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "timestamp-refused",
            LocalizedText(
                de: "Der Zeitstempeldienst lehnt die Anfrage ab.", en: "The timestamp service refuses the request."),
            remedy: LocalizedText(
                de:
                    "Bitte Adresse, Zugang und Richtlinie (policy) in der Konfiguration prüfen und den Stapel freigeben.",
                en: "Please check address, account and policy in the configuration and release the batch."),
            cause: cause)
    }

    /// A timestamp over something else, of somebody else, or broken: somebody must look.
    static func timestampWrong(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "timestamp-wrong",
            LocalizedText(
                de: "Der Zeitstempel passt nicht zum Schriftstück oder stammt nicht vom eingerichteten Dienst.",
                en: "The timestamp does not belong to the document or is not of the service set up."),
            remedy: LocalizedText(
                de:
                    "Bitte Zertifikate und Adresse des Dienstes prüfen und den Stapel freigeben; verwendet wurde nichts.",
                en: "Please check certificates and address of the service and release the batch; nothing was used."),
            cause: cause)
    }

    static let timestampPolicyInvalid = CaptureError(
        .badProfile, "timestamp-policy-invalid",
        LocalizedText(
            de: "Die Richtlinie (policy) des Zeitstempeldienstes ist keine Objektkennung wie 1.2.3.4.",
            en: "The policy of the timestamp service is no object identifier as 1.2.3.4."),
        remedy: LocalizedText(
            de: "Bitte die Konfiguration berichtigen.", en: "Please correct the configuration."))
}
