import CSANE
import Foundation

/// Tells whether the program that started this one is still there.
///
/// The kernel's signal comes when the *thread* that started us ends, which in a program with a thread pool means nothing
/// by itself: on the signal, ask `isOrphaned`.
package struct ParentWatch: Sendable {
    private let parent = getppid()

    /// `signal` is sent when the starting thread ends; SIGHUP keeps SIGTERM for those who mean it.
    package init(signal: Int32) { _ = csane_signal_at_parent_end(signal) }

    package var isOrphaned: Bool { getppid() != parent }
}
