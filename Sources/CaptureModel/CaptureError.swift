/// What went wrong, in a form the program can act on and a mailroom clerk can read.
///
/// Messages and remedies never hold page text, names or file references of citizens; they go into logs and reason files.
package struct CaptureError: Error, Sendable, Hashable, Codable {
    /// What the program does about it.
    package enum Code: String, Sendable, Codable {
        /// Try again later: a device, disk or target is away.
        case unavailable
        /// Hold the item for a person: it will not get better by trying again.
        case badInput
        /// Hold the profile: nothing may start with it.
        case badProfile
        /// A fault of ours.
        case internalFault
    }

    package let code: Code
    /// A stable name of the problem for programs and tests, as `pdf-encrypted`.
    package let problem: String
    package let message: LocalizedText
    package let remedy: LocalizedText
    /// The cause word for word as the library or system gave it; empty where there is none.
    package let cause: String

    package init(
        _ code: Code, _ problem: String, _ message: LocalizedText, remedy: LocalizedText, cause: String = ""
    ) {
        self.code = code
        self.problem = problem
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }

    /// The disk took no more; work goes on by itself once there is space.
    package static func diskFull(_ cause: String = "") -> CaptureError {
        CaptureError(
            .unavailable, "disk-full",
            LocalizedText(de: "Der Datenträger ist voll.", en: "The disk is full."),
            remedy: LocalizedText(
                de: "Bitte Platz schaffen; danach geht es von selbst weiter.",
                en: "Please free some space; work then goes on by itself."),
            cause: cause)
    }

    /// A fault of ours, told with the call that failed.
    package static func fault(_ call: String, _ cause: String = "") -> CaptureError {
        CaptureError(
            .internalFault, "internal-fault",
            LocalizedText(de: "Interner Fehler bei \(call).", en: "Internal fault in \(call)."),
            remedy: LocalizedText(
                de: "Bitte die Betriebsstelle mit dem Protokoll ansprechen.",
                en: "Please contact your administrator with the log."),
            cause: cause)
    }
}

extension CaptureError: CustomStringConvertible {
    package var description: String {
        "\(problem): \(message.en) \(remedy.en)" + (cause.isEmpty ? "" : " (\(cause))")
    }
}
