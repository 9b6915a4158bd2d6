import CaptureModel

/// How far a feed has come; pages and sheets are counted over the whole batch, from 1.
struct FeedProgress {
    private let request: FeedRequest
    private(set) var started = 0
    private(set) var stored = 0
    private(set) var prematureEmptyReports = 0

    init(_ request: FeedRequest) { self.request = request }

    /// Number of the page in flight or to come.
    var page: Int { request.firstPage + stored }

    mutating func pageStarted() { started += 1 }
    mutating func pageStored() { stored += 1 }
    mutating func reportedEmptyTooEarly() { prematureEmptyReports += 1 }

    /// The feed's last word: the reason, the counts, and for a clerk what has happened and where to go on.
    func end(_ stop: FeedStop) -> FeedEnd {
        var end = FeedEnd(reason: stop.reason, pagesStarted: started, pagesStored: stored, problem: problem(stop))
        end.prematureEmptyReports = prematureEmptyReports > 0 ? prematureEmptyReports : nil
        return end
    }

    private func problem(_ stop: FeedStop) -> CaptureError? {
        guard case .empty = stop else { return page > 1 || started > 0 ? toldWhereToGoOn(stop.error) : stop.error }
        return started == 0 ? stop.error : nil
    }

    /// Appends the last sheet stored and the one to load again.
    private func toldWhereToGoOn(_ error: CaptureError) -> CaptureError {
        let message =
            sheets == 0
            ? LocalizedText(de: "Es ist noch kein Blatt gespeichert.", en: "No sheet is stored yet.")
            : LocalizedText(
                de: "Blatt \(sheets) ist das letzte gespeicherte.", en: "Sheet \(sheets) is the last stored.")
        let half = LocalizedText(
            de: " Von Blatt \(sheets + 1) ist nur die Vorderseite gespeichert.",
            en: " Of sheet \(sheets + 1) only the front is stored.")
        let nothing = LocalizedText(de: "", en: "")
        let remedy = LocalizedText(
            de: "Zum Fortsetzen ab Blatt \(sheets + 1) neu einlegen.",
            en: "To go on, load again from sheet \(sheets + 1).")
        return CaptureError(
            error.code, error.problem, error.message + " " + message + (isHalfStored ? half : nothing),
            remedy: error.remedy + " " + remedy, cause: error.cause)
    }

    /// Sheets stored with all their sides.
    private var sheets: Int { (page - 1) / sidesPerSheet }
    private var isHalfStored: Bool { (page - 1) % sidesPerSheet != 0 }
    private var sidesPerSheet: Int { request.settings.source == .duplexFeeder ? 2 : 1 }
}

extension LocalizedText {
    fileprivate static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
        LocalizedText(de: left.de + right.de, en: left.en + right.en)
    }

    fileprivate static func + (left: LocalizedText, right: String) -> LocalizedText {
        LocalizedText(de: left.de + right, en: left.en + right)
    }
}
