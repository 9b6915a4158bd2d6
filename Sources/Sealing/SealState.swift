package import CaptureModel
import Cryptography
package import Foundation

/// Whether a configured key or timestamp service works now.
package struct SealState: Sendable, Codable {
    package var name: String
    /// Of a key: whom its certificate names.
    package var holder: String?
    package var validUntil: Date?
    /// As the operator states; Scanstelle cannot know.
    package var isQualified: Bool
    package var problem: CaptureError?
}

extension SealDesk {
    /// Opens every key.
    package func keyStates() async -> [SealState] {
        var states: [SealState] = []
        for holder in keys.values.sorted(by: { $0.source.name < $1.source.name }) {
            states.append(await state(of: holder))
        }
        return states
    }

    /// Opens every key, and asks every service for a timestamp over nothing of importance.
    package func states() async -> [SealState] {
        var states = await keyStates()
        for client in services.values.sorted(by: { $0.source.name < $1.source.name }) {
            let source = client.source
            var state = SealState(name: source.name, isQualified: source.assurance == .qualified)
            do throws(CaptureError) {
                _ = try await client.token(over: MessageDigest.of(try RandomBytes.make(32), source.digest))
            } catch {
                state.problem = error
            }
            states.append(state)
        }
        return states
    }

    private func state(of holder: SealKeyHolder) async -> SealState {
        var state = SealState(name: holder.source.name, isQualified: holder.source.assurance == .qualified)
        let time = now()
        do throws(CaptureError) {
            let facts = try await holder.with { (key) throws(CaptureError) in
                try key.check(at: time)
                return key.facts
            }
            state.holder = facts.subject
            state.validUntil = facts.validUntil
        } catch {
            state.problem = error
        }
        return state
    }
}
