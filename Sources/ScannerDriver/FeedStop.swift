import CaptureModel

/// Why feeding does not go on.
enum FeedStop: Error {
    case empty
    case canceled
    case doubleFeed(ScannerFault)
    case fault(ScannerFault)
    /// The page ended before all its rows came; the text says how many did.
    case incomplete(String)
    /// The profile does not fit the device, or the page could not be stored.
    case refused(CaptureError)

    var reason: FeedEnd.Reason {
        switch self {
        case .empty: .empty
        case .canceled: .canceled
        case .doubleFeed: .doubleFeed
        case .fault(let fault): fault.reason
        case .incomplete, .refused: .failed
        }
    }

    /// What has happened, in a clerk's words.
    var error: CaptureError {
        switch self {
        case .empty: .emptyFeeder
        case .canceled: .canceled
        case .doubleFeed(let fault): .doubleFeed(cause: fault.cause)
        case .fault(let fault): fault.error
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
