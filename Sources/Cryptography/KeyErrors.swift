import CaptureModel

// What a key can be wrong in. All but a token that is away need a person: trying again would not help, and a token locks
// itself after a few wrong PINs.
extension CaptureError {
    static let keyPasswordWrong = CaptureError(
        .badProfile, "seal-password-wrong",
        LocalizedText(
            de: "Das Kennwort oder die PIN des Siegelschlüssels ist falsch.",
            en: "The password or PIN of the seal key is wrong."),
        remedy: LocalizedText(
            de: "Bitte die Kennwortdatei berichtigen und den Stapel freigeben; gesiegelt und abgeliefert wurde nichts.",
            en: "Please correct the password file and release the batch; nothing was sealed or delivered."))

    static func keyFileUnreadable(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-key-unreadable",
            LocalizedText(
                de: "Die Datei des Siegelschlüssels ist kein lesbares PKCS#12.",
                en: "The file of the seal key is no readable PKCS#12."),
            remedy: LocalizedText(
                de: "Bitte die Datei neu ausstellen (mit AES verschlüsselt; RC2 und DES gelten nicht mehr).",
                en: "Please issue the file anew (encrypted by AES; RC2 and DES count no longer)."),
            cause: cause)
    }

    static func keyUnsuited(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-key-unsuited",
            LocalizedText(
                de: "Schlüssel und Zertifikat des Siegels taugen nicht zum Siegeln.",
                en: "Key and certificate of the seal are not fit for sealing."),
            remedy: LocalizedText(
                de: "Nötig sind RSA ab 2048 Bit (empfohlen 3072) oder eine elliptische Kurve und ein dazu passendes "
                    + "Zertifikat für Signaturen.",
                en: "Needed are RSA of 2048 bits (3072 advised) or an elliptic curve and a certificate for signatures "
                    + "that belongs to it."),
            cause: cause)
    }

    static let certificateExpired = CaptureError(
        .badProfile, "seal-certificate-expired",
        LocalizedText(de: "Das Zertifikat des Siegels ist abgelaufen.", en: "The certificate of the seal has expired."),
        remedy: LocalizedText(
            de: "Bitte einen Siegelschlüssel mit gültigem Zertifikat einrichten und den Stapel freigeben.",
            en: "Please set up a seal key with a valid certificate and release the batch."))

    static let certificateNotYetValid = CaptureError(
        .badProfile, "seal-certificate-not-yet-valid",
        LocalizedText(
            de: "Das Zertifikat des Siegels gilt noch nicht.", en: "The certificate of the seal is not valid yet."),
        remedy: LocalizedText(
            de: "Bitte die Uhr dieses Rechners und den Beginn des Zertifikats prüfen.",
            en: "Please check the clock of this machine and the first day of the certificate."))

    static let certificatesUnreadable = CaptureError(
        .badProfile, "certificates-unreadable",
        LocalizedText(
            de: "Die Zertifikatsdatei enthält kein lesbares Zertifikat (PEM).",
            en: "The certificate file holds no readable certificate (PEM)."),
        remedy: LocalizedText(
            de: "Bitte die Datei in der Konfiguration prüfen.", en: "Please check the file in the configuration."))

    static func tokenModuleMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-module-missing",
            LocalizedText(
                de: "Das PKCS#11-Modul des Siegelschlüssels lässt sich nicht laden.",
                en: "The PKCS#11 module of the seal key cannot be loaded."),
            remedy: LocalizedText(
                de: "Bitte den Pfad des Moduls in der Konfiguration prüfen.",
                en: "Please check the path of the module in the configuration."),
            cause: cause)
    }

    static func tokenKeyMissing(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "seal-key-missing",
            LocalizedText(
                de: "Auf der Karte liegt der Siegelschlüssel dieses Namens oder sein Zertifikat nicht.",
                en: "The token does not hold the seal key of this label, or not its certificate."),
            remedy: LocalizedText(
                de: "Bitte den Namen des Schlüssels und die Zertifikate in der Konfiguration prüfen.",
                en: "Please check the label of the key and the certificates in the configuration."),
            cause: cause)
    }

    static let tokenLocked = CaptureError(
        .badProfile, "seal-token-locked",
        LocalizedText(de: "Die PIN der Siegelkarte ist gesperrt.", en: "The PIN of the seal token is locked."),
        remedy: LocalizedText(
            de: "Bitte die Karte mit der PUK entsperren.", en: "Please unlock the token with its PUK."))

    static let tokenLastTry = CaptureError(
        .badProfile, "seal-token-last-try",
        LocalizedText(
            de: "Die Siegelkarte lässt nur noch einen PIN-Versuch zu; Scanstelle macht ihn nicht.",
            en: "The seal token permits one more try of the PIN; Scanstelle does not take it."),
        remedy: LocalizedText(
            de: "Bitte die PIN prüfen und sich einmal von Hand an der Karte anmelden.",
            en: "Please check the PIN and sign in to the token by hand once."))

    /// The one fault that may pass by itself.
    static func tokenAway(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "seal-token-away",
            LocalizedText(
                de: "Die Siegelkarte antwortet nicht oder steckt nicht.",
                en: "The seal token does not answer or is not inserted."),
            remedy: LocalizedText(
                de: "Bitte Karte und Leser prüfen; danach geht es von selbst weiter.",
                en: "Please check token and reader; work then goes on by itself."),
            cause: cause)
    }
}
