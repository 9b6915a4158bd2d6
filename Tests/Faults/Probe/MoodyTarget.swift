import CaptureModel
import Delivery
import Foundation
import Synchronization

/// A target that behaves badly in one of the ways that services in the wild do, some times, and then well.
///
/// Behind it stands the real folder: what it holds in the end is what counts.
final class MoodyTarget: DeliveryTarget {
    enum Mood: String, CaseIterable {
        case good = ""
        /// Not there; refuses connections.
        case down
        /// Takes its time.
        case slow
        /// Takes everything, and the answer is lost.
        case lostAnswer = "lost-answer"
        /// Takes half, and the line breaks.
        case brokenLine = "broken-line"
        /// Takes everything and answers with an error of its own.
        case errorAfterCommit = "error-after-commit"
        /// Says yes with the hash of something else.
        case wrongHash = "wrong-hash"
        /// Says yes with nothing.
        case emptyAnswer = "empty-answer"
        /// Says yes and keeps nothing.
        case liar
        /// Says yes for another object.
        case wrongObject = "wrong-object"
        /// Does not find what it holds.
        case forgetful
        /// Cannot be asked.
        case mute
        /// Wants a password it was not asked for.
        case unauthorized
        /// Refuses documents of that size.
        case tooLarge = "too-large"
        /// Asks to come back later.
        case busy
        /// Fails in a way nobody thought of.
        case odd
        /// Delivers twice what it is given once.
        case eager
        /// Made wrong on purpose: every attempt is a new document, and the first answer is lost.
        case blind
    }

    let name = "eakte"
    private let target: any DeliveryTarget
    private let mood: Mood
    /// Bad answers still to give.
    private let left: Mutex<Int>

    /// - Parameter mood: `<mood>` or `<mood>:<times>`.
    init(_ target: any DeliveryTarget, mood text: String) throws {
        let parts = text.split(separator: ":")
        guard let mood = Mood(rawValue: String(parts.first ?? "")) else { throw CaptureError.fault("mood") }
        self.target = target
        self.mood = mood
        left = Mutex(Int(parts.dropFirst().first ?? "3") ?? 3)
    }

    private var isBad: Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }

    func deliver(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt {
        guard mood != .good, mood != .forgetful, mood != .mute, isBad else { return try await target.deliver(package) }
        switch mood {
        case .down, .busy: throw problem(.unavailable)
        case .unauthorized, .tooLarge: throw problem(.badInput)
        case .odd: throw problem(.internalFault)
        case .brokenLine:
            var half = package
            half.sha256 = String(package.sha256.reversed())
            _ = try? await target.deliver(half)
            throw problem(.unavailable)
        case .lostAnswer, .errorAfterCommit:
            _ = try await target.deliver(package)
            throw problem(.unavailable)
        case .liar:
            return Receipt(
                target: name, object: "x", sha256: String(package.sha256.dropLast()) + "x", sizeInBytes: 1, files: [:])
        case .blind:
            var another = package
            another.deliveryID = UUID().uuidString
            another.metadata.deliveryID = another.deliveryID
            _ = try await target.deliver(another)
            throw problem(.unavailable)
        case .eager: _ = try await target.deliver(package)
        case .slow: try? await Task.sleep(for: .milliseconds(500))
        default: break
        }
        var receipt = try await target.deliver(package)
        switch mood {
        case .wrongHash: receipt.sha256 = String(repeating: "0", count: 64)
        case .emptyAnswer: receipt.sha256 = ""
        case .wrongObject: receipt.sha256 = String(receipt.sha256.reversed())
        default: break
        }
        return receipt
    }

    func find(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt? {
        if mood == .forgetful, isBad { return nil }
        if mood == .mute, isBad { throw problem(.unavailable) }
        return try await target.find(package)
    }

    private func problem(_ code: CaptureError.Code) -> CaptureError {
        CaptureError(
            code, "target-\(mood.rawValue)", LocalizedText(de: "Das Ziel ist launisch.", en: "The target is moody."),
            remedy: LocalizedText(de: "Abwarten.", en: "Wait."))
    }
}
