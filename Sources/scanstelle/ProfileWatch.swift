import BatchStore
import CaptureModel
import Foundation
import Logging
import Profiles
import ServiceLifecycle

/// Takes up changed profiles, registers, models and releases while the daemon runs.
struct ProfileWatch: Service {
    /// Soon enough for a person who waits beside the scanner, seldom enough to cost nothing.
    static let interval = Duration.seconds(2)

    let shelf: ProfileShelf
    let store: BatchStore
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await refresh()
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    private func refresh() async {
        do {
            for notice in try shelf.refresh(releases: try await store.releasedProfiles()) {
                if let problem = notice.problem {
                    logger.error(
                        "profile is faulty, the last good version stays at work",
                        metadata: ["profile": "\(notice.name)", "problem": "\(problem)"])
                } else {
                    logger.info("profile taken up", metadata: ["profile": "\(notice.name)"])
                }
            }
        } catch {
            logger.error("profiles cannot be read", metadata: ["cause": "\(error)"])
        }
    }
}
