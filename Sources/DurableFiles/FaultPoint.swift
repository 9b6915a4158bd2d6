package import CaptureModel
import Foundation
import Synchronization

/// A named step of the way of a page, where the fault suite (`scripts/faults`) may end the program or fail the step.
///
/// Unarmed, which is always but in that suite, passing one costs the comparison of an optional with nil. It is armed by the
/// environment, read once: `SCANSTELLE_FAULT=<name>:<occurrence>:<action>`, where the action is `kill`, `stop` (waits to be
/// killed), `eio` or `enospc`; or `trace:<file>`, which notes every step that is passed, one name a line.
package enum FaultPoint {
    private static let armed = ArmedFault(ProcessInfo.processInfo.environment["SCANSTELLE_FAULT"])

    /// The step before is done and durable, the next one has not begun.
    package static func pass(_ name: @autoclosure () -> String) throws(CaptureError) {
        guard let armed else { return }
        try armed.pass(name())
    }
}

private final class ArmedFault: Sendable {
    private let name: String
    private let occurrence: Int
    private let action: String
    private let count = Atomic(0)

    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: ":", maxSplits: 2).map(String.init)
        if parts.count == 2, parts[0] == "trace" {
            (name, occurrence, action) = ("trace", 0, parts[1])
        } else if parts.count == 3, let number = Int(parts[1]) {
            (name, occurrence, action) = (parts[0], number, parts[2])
        } else {
            return nil
        }
    }

    func pass(_ step: String) throws(CaptureError) {
        if name == "trace" { return note(step) }
        guard step == name, count.add(1, ordering: .relaxed).newValue == occurrence else { return }
        switch action {
        case "kill": kill(getpid(), SIGKILL)
        case "stop": kill(getpid(), SIGSTOP)
        case "enospc":
            errno = ENOSPC
            throw .storage(step)
        default:
            errno = EIO
            throw .storage(step)
        }
    }

    private func note(_ step: String) {
        let file = open(action, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        _ = (step + "\n").withCString { write(file, $0, strlen($0)) }
        close(file)
    }
}
