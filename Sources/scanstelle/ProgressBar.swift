import BatchStore
import Foundation

/// A bar on the terminal while pages are read; quiet where nobody watches.
enum ProgressBar {
    private static let width = 30

    /// Looks five times a second until canceled.
    static func show(batch: String, _ store: BatchStore) async {
        guard isatty(STDERR_FILENO) == 1 else { return }
        while !Task.isCancelled {
            if let pages = try? await store.progress(of: batch), pages.total > 0 {
                draw(done: pages.analyzed, of: pages.total)
            }
            try? await Task.sleep(for: .milliseconds(200))
        }
        Terminal.note("\r\u{1B}[K")
    }

    private static func draw(done: Int, of total: Int) {
        let filled = width * done / max(total, 1)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Terminal.note("\r\u{1B}[K\(bar) \(done)/\(total) Seiten gelesen")
    }
}
