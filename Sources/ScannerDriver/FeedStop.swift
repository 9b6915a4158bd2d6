import CaptureModel

/// Why feeding does not go on.
enum FeedStop: Error {
    case empty
    case canceled
    case doubleFeed(ScannerFault)
    /// A jam, or one of the other stops that the driver calls a jam.
    case jamOrMore(ScannerFault)
    case fault(ScannerFault)
    /// The device gave no sign of life for too long.
    case stalled
    /// The page ended before all its rows came; the text says how many did.
    case incomplete(String)
    /// The profile does not fit the device, or the page could not be stored.
    case refused(CaptureError)

    var reason: FeedEnd.Reason {
        switch self {
        case .empty: .empty
        case .canceled: .canceled
        case .doubleFeed: .doubleFeed
        case .jamOrMore: .jammed
        case .fault(let fault): fault.reason
        case .incomplete, .refused, .stalled: .failed
        }
    }

    /// What has happened, in a clerk's words.
    var error: CaptureError {
        switch self {
        case .empty: .emptyFeeder
        case .canceled: .canceled
        case .doubleFeed(let fault): .doubleFeed(cause: fault.cause)
        case .jamOrMore(let fault): .jamOrMore(cause: fault.cause)
        case .fault(let fault): fault.error
        case .stalled: .silent
        case .incomplete(let cause): .incompletePage(cause: cause)
        case .refused(let error): error
        }
    }
}

extension CaptureError {
    fileprivate static let emptyFeeder = CaptureError(
        .unavailable, "feeder-empty",
        LocalizedText(de: "Der Einzug ist leer.", en: "The feeder is empty."),
        remedy: LocalizedText(de: "Bitte Papier einlegen.", en: "Please load paper."))

    fileprivate static let canceled = CaptureError(
        .unavailable, "feed-canceled",
        LocalizedText(de: "Der Einzug wurde abgebrochen.", en: "Feeding was canceled."),
        remedy: LocalizedText(
            de: "Bitte das angefangene Blatt aus dem Scanner nehmen.", en: "Please take the sheet out of the scanner."))

    fileprivate static func doubleFeed(cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "double-feed",
            LocalizedText(
                de: "Doppeleinzug: Es wurden mehrere Blätter auf einmal eingezogen.",
                en: "Double feed: several sheets went in at once."),
            remedy: LocalizedText(
                de: "Bitte die Blätter aus dem Scanner nehmen, auffächern und Klammern entfernen.",
                en: "Please take the sheets out of the scanner, fan them and remove staples."),
            cause: cause)
    }

    fileprivate static func jamOrMore(cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "paper-jam",
            LocalizedText(
                de: "Der Scanner hielt an: Papierstau, Doppeleinzug, ein schiefes Blatt oder eine Klammer.",
                en: "The scanner stopped: a paper jam, a double feed, a crooked sheet or a staple."),
            remedy: LocalizedText(
                de: "Bitte das Papier aus dem Einzug nehmen, auffächern und Klammern entfernen.",
                en: "Please take the paper out of the feeder, fan it and remove staples."),
            cause: cause)
    }

    fileprivate static let silent = CaptureError(
        .unavailable, "scanner-silent",
        LocalizedText(de: "Der Scanner rührt sich nicht mehr.", en: "The scanner no longer responds."),
        remedy: LocalizedText(
            de: "Bitte den Scanner aus- und wieder einschalten und das Papier aus dem Einzug nehmen.",
            en: "Please switch the scanner off and on and take the paper out of the feeder."))

    fileprivate static func incompletePage(cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "page-incomplete",
            LocalizedText(
                de: "Der Scanner hat eine Seite nicht ganz übertragen; sie wurde verworfen.",
                en: "The scanner did not send a whole page; it was thrown away."),
            remedy: LocalizedText(
                de: "Bitte Kabel und Scanner prüfen.", en: "Please check the cable and the scanner."),
            cause: cause)
    }
}
