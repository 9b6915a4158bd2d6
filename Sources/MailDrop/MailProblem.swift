import CCurl
import CaptureModel

// What can be wrong with a mailbox, in words its administrator can act on.

extension CaptureError {
    static let commandRefusedProblem = "mail-command-refused"

    /// - Parameters:
    ///   - message: what curl says.
    ///   - said: how the server refused.
    static func mail(_ result: CURLcode, _ message: String, said: String?) -> CaptureError {
        let cause = [message, said ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        switch result {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            return certificateUntrusted(cause)
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR: return withoutTLS(cause)
        case CURLE_LOGIN_DENIED:
            // The server may be out of order itself (RFC 5530); and curl says so, too, of a mailbox that is not there.
            if said?.uppercased().contains("[UNAVAILABLE]") == true { return serverAway(cause) }
            return message.contains("Select failed") ? mailboxMissing(cause) : signInRefused(cause)
        case CURLE_QUOTE_ERROR: return commandRefused(cause)
        default: return serverAway(cause)
        }
    }

    private static func mail(
        _ code: Code, _ problem: String, de: String, en: String, remedyDE: String, remedyEN: String,
        _ cause: String = ""
    ) -> CaptureError {
        CaptureError(
            code, problem, LocalizedText(de: de, en: en), remedy: LocalizedText(de: remedyDE, en: remedyEN),
            cause: cause)
    }

    private static func certificateUntrusted(_ cause: String) -> CaptureError {
        mail(
            .unavailable, "mail-certificate", de: "Dem Zertifikat des Mailservers wird nicht vertraut.",
            en: "The certificate of the mail server is not trusted.",
            remedyDE: "Bitte den Namen des Servers prüfen und unter „certificates“ die Zertifizierungsstelle angeben.",
            remedyEN: "Please check the name of the server and give its certificate authority under “certificates”.",
            cause)
    }

    private static func withoutTLS(_ cause: String) -> CaptureError {
        mail(
            .unavailable, "mail-no-tls", de: "Mit dem Mailserver kam keine verschlüsselte Verbindung zustande.",
            en: "No encrypted connection to the mail server could be made.",
            remedyDE: "Bitte Port und „security“ (tls oder starttls) prüfen; unverschlüsselt wird nichts geholt.",
            remedyEN: "Please check port and “security” (tls or starttls); nothing is fetched in the clear.", cause)
    }

    private static func signInRefused(_ cause: String) -> CaptureError {
        mail(
            .unavailable, "mail-sign-in", de: "Der Mailserver weist Benutzer oder Kennwort zurück.",
            en: "The mail server refuses user or password.",
            remedyDE: "Bitte Benutzer und Kennwortdatei prüfen. Nach einer Änderung der Datei wird es sofort wieder "
                + "versucht, sonst alle 15 Minuten.",
            remedyEN: "Please check user and password file. After a change of the file it is tried again at once, else "
                + "every 15 minutes.", cause)
    }

    private static func mailboxMissing(_ cause: String) -> CaptureError {
        mail(
            .unavailable, "mail-folder-missing", de: "Den Ordner „mailbox“ gibt es in diesem Postfach nicht.",
            en: "The folder “mailbox” does not exist in this mailbox.",
            remedyDE: "Bitte den Namen des Ordners prüfen, auch Groß- und Kleinschreibung.",
            remedyEN: "Please check the name of the folder, capital letters as well.", cause)
    }

    private static func commandRefused(_ cause: String) -> CaptureError {
        mail(
            .unavailable, commandRefusedProblem, de: "Der Mailserver führt einen Befehl nicht aus.",
            en: "The mail server does not carry out a command.",
            remedyDE: "Bitte Rechte, Speichergrenze und Ordner des Postfachs prüfen; es wird wieder versucht.",
            remedyEN: "Please check rights, quota and folders of the mailbox; it is tried again.", cause)
    }

    private static func serverAway(_ cause: String) -> CaptureError {
        mail(
            .unavailable, "mail-server-away", de: "Der Mailserver antwortet nicht.",
            en: "The mail server does not answer.",
            remedyDE: "Bitte Netz und Server prüfen; es wird von selbst wieder versucht, die Post bleibt im Postfach.",
            remedyEN: "Please check network and server; it is tried again by itself, the mail stays in the mailbox.",
            cause)
    }

    static let serverUnclear = mail(
        .unavailable, "mail-server-unclear", de: "Die Antwort des Mailservers ist nicht verständlich.",
        en: "The answer of the mail server cannot be understood.",
        remedyDE: "Bitte prüfen, ob unter dieser Adresse ein IMAP-Server antwortet.",
        remedyEN: "Please check that an IMAP server answers at this address.")

    static let mailboxReadOnly = mail(
        .unavailable, "mail-read-only", de: "Das Postfach darf nur gelesen werden.", en: "The mailbox is read-only.",
        remedyDE: "Bitte dem Benutzer das Recht geben, Nachrichten zu verschieben.",
        remedyEN: "Please give the user the right to move messages.")

    static let passwordEmpty = mail(
        .unavailable, "mail-sign-in", de: "Die Kennwortdatei des Postfachs ist leer.",
        en: "The password file of the mailbox is empty.", remedyDE: "Bitte das Kennwort hineinschreiben.",
        remedyEN: "Please write the password into it.")

    static let certificatesMissing = mail(
        .unavailable, "mail-certificate", de: "Die Datei unter „certificates“ fehlt oder ist nicht lesbar.",
        en: "The file under “certificates” is missing or cannot be read.", remedyDE: "Bitte Pfad und Rechte prüfen.",
        remedyEN: "Please check path and permissions.")

    /// We are stopping; not told to anybody.
    static let mailBrokenOff = mail(
        .unavailable, "mail-broken-off", de: "Das Abholen wurde abgebrochen.", en: "Fetching was broken off.",
        remedyDE: "Es geht nach dem nächsten Start weiter.", remedyEN: "It goes on after the next start.")

    /// - Parameter limit: bytes of the largest message.
    static func messageTooLarge(limit: Int) -> CaptureError {
        mail(
            .badInput, "mail-too-large", de: "Die E-Mail ist größer als \(limit >> 20) MB und wurde nicht geholt.",
            en: "The message is larger than \(limit >> 20) MB and was not fetched.",
            remedyDE: "Bitte die Schreiben auf mehrere E-Mails verteilen lassen oder „largestMB“ erhöhen; die "
                + "Nachricht liegt im Ordner der abgewiesenen.",
            remedyEN: "Please have the documents sent in several messages or raise “largestMB”; the message lies in "
                + "the folder of refused ones.")
    }

    /// The batch was begun, then the mailbox no longer held the message.
    static let messageGone = mail(
        .badInput, "mail-gone", de: "Die E-Mail war nicht mehr im Postfach, bevor sie gespeichert werden konnte.",
        en: "The message was no longer in the mailbox before it could be stored.",
        remedyDE: "Bitte prüfen, ob jemand sie verschoben hat. Liegt sie noch im Postfach, kommt sie als eigener "
            + "Stapel; dieser Stapel kann freigegeben werden.",
        remedyEN: "Please check whether somebody moved it. If it is still in the mailbox, it comes as a batch of its "
            + "own; this batch can be released.")
}
