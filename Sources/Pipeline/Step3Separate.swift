import BatchStore
import CaptureModel
import Indexing

extension PipelineSteps {
    /// Gives every page its role and every content page its document.
    func separate(_ batch: BatchRecord) async throws(CaptureError) {
        let profile = try await profile(of: batch).profile
        let pages = try await store.pages(of: batch.id)
        let isDuplex = batch.channel == .scanner && profile.scan.source == .duplexFeeder
        let summaries = pages.compactMap { page in
            page.summary.map { summary in
                var summary = summary
                summary.isBack = isDuplex && page.number.isMultiple(of: 2)
                return summary
            }
        }
        let separation = try BatchSeparator(profile: profile).separate(summaries)
        try await store.separated(separation, pages: pages.map(\.number), of: batch)
    }
}
