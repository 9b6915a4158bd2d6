import BatchStore
import CaptureModel
import Foundation

/// A person as transfer notes name them.
struct NotedPerson: Sendable, Hashable {
    /// Pseudonym or name.
    let text: String
    /// Why this may be no natural person (TR-03138 A.NB.4 a); nil where it is one.
    let doubt: String?
}

extension PipelineSteps {
    /// The person behind an account of the audit trail, a pseudonym or a name; nil for the program itself.
    ///
    /// An account that was never named before gets its pseudonym now.
    func person(_ actor: String?) async throws(CaptureError) -> NotedPerson? {
        guard let actor, !actor.isEmpty, actor != "system" else { return nil }
        guard let number = Self.userNumber(actor) else {
            let known = try await store.operatorRecord(for: actor)
            return NotedPerson(text: known?.pseudonym ?? actor, doubt: nil)
        }
        let record = try await store.enroll(account: actor, name: SystemAccount.name(of: number))
        let isPersonal = number >= Self.firstPerson && number != Self.nobody
        return NotedPerson(
            text: record.pseudonym, doubt: isPersonal ? nil : "Systemkonto, keiner Person zugeordnet")
    }

    /// Debian gives people numbers from 1000 on (policy 9.2.2) and `nobody` 65534.
    private static let firstPerson: UInt32 = 1_000
    private static let nobody: UInt32 = 65_534

    private static func userNumber(_ actor: String) -> UInt32? {
        guard actor.hasPrefix("user:") else { return nil }
        return UInt32(actor.dropFirst("user:".count))
    }
}

/// Accounts of the system this runs on.
package enum SystemAccount {
    /// The full name of the account where the system knows it, else the account's.
    package static func name(of number: UInt32) -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        guard getpwuid_r(number, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
            return "user:\(number)"
        }
        let full = entry.pw_gecos.map { String(cString: $0) }?.split(separator: ",").first.map(String.init) ?? ""
        return full.isEmpty ? entry.pw_name.map { String(cString: $0) } ?? "user:\(number)" : full
    }
}

/// The computer the work is done on.
enum Workstation {
    static let name: String = {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unbekannt" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }()
}
