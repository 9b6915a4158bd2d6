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
        guard case .empty = stop else { return page > 1 || started > 0 ? request.resumePoint(stored: stored).told(with: stop.error) : stop.error }
        return started == 0 ? stop.error : nil
    }
}
