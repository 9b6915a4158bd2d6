import CaptureModel
import Foundation
import Synchronization

/// Stores pages beside the thread that reads them, one at a time and in order.
///
/// While one page is encoded and made durable, the next one is read; a third one waits. So the scanner never stops for
/// the disk, at most two pages are in memory, and whatever happens those that are stored are the first ones of the feed.
final class StoringLane: Sendable {
    private let store: PageStore
    private let tally: FeedTally
    private let pulse: FeedPulse
    private let queue = DispatchQueue(label: "storing")
    private let group = DispatchGroup()
    private let failure = Mutex<CaptureError?>(nil)

    init(_ store: PageStore, _ tally: FeedTally, _ pulse: FeedPulse) {
        self.store = store
        self.tally = tally
        self.pulse = pulse
    }

    /// Takes a page once the one before it is stored; throws where that could not be.
    func take(_ image: ScannedImage, number: Int, resolution: Int) throws(FeedStop) {
        try finish()
        queue.async(group: group) { [self] in
            do throws(CaptureError) {
                tally.pageStored(try store.store(image, number: number, resolution: resolution))
            } catch {
                failure.withLock { $0 = error }
            }
        }
    }

    /// Waits until every page taken is stored; throws where one could not be.
    func finish() throws(FeedStop) {
        // A slow disk is no silent scanner.
        pulse.rest()
        group.wait()
        pulse.beat()
        if let error = failure.withLock({ $0 }) { throw .refused(error) }
    }
}
