import CRE2
import CaptureModel
import Synchronization

/// What RE2 made of an expression.
///
/// Thread rule: RE2 objects are immutable once compiled, and matching locks its own caches, so one may be used from any
/// thread at once. That, and that `handle` never changes, is why the class is safely Sendable.
final class CompiledExpression: @unchecked Sendable {
    let groupNames: [String]
    let groupNumbers: [String: Int]
    private let groupCount: Int
    private let handle: OpaquePointer

    /// RE2's own default, 8 MB; about two thirds of it bound the compiled program.
    private static let maxMemory: Int64 = 8 << 20

    private struct Key: Hashable {
        let source: String
        let ignoresCase: Bool
    }

    /// Those in use, and those that were.
    private static let known = Mutex<[Key: CompiledExpression]>([:])
    /// The expressions of some ten profiles; beyond them all are forgotten, and those in use live on with their users.
    private static let mostKnown = 4_000

    /// The same object for the same expression.
    static func of(_ source: String, ignoresCase: Bool) throws(CaptureError) -> CompiledExpression {
        let key = Key(source: source, ignoresCase: ignoresCase)
        if let found = known.withLock({ $0[key] }) { return found }
        // Outside of the lock: others need not wait; where two compile at once, one of them is kept.
        let compiled = try CompiledExpression(source, ignoresCase: ignoresCase)
        known.withLock { known in
            if known.count >= mostKnown { known.removeAll() }
            known[key] = compiled
        }
        return compiled
    }

    private init(_ source: String, ignoresCase: Bool) throws(CaptureError) {
        var failure = cre2_error()
        guard let handle = cre2_compile(source, source.utf8.count, ignoresCase, Self.maxMemory, &failure) else {
            throw PatternSyntax.refusal(of: source, message: failure.text, offset: Int(failure.offset))
        }
        self.handle = handle
        groupCount = Int(cre2_group_count(handle))
        let names = (0...groupCount).map { cre2_group_name(handle, Int32($0)).map { String(cString: $0) } }
        groupNames = names.compactMap { $0 }
        groupNumbers = Dictionary(
            names.enumerated().compactMap { number, name in name.map { ($0, number) } }, uniquingKeysWith: min)
    }

    deinit { cre2_free(handle) }

    /// Where the groups of the leftmost match from byte `start` on stand, the whole match first; nil where there is none.
    func ranges(in text: String, from start: Int, whole: Bool) -> [Range<Int>?]? {
        var spans = [cre2_span](repeating: cre2_span(begin: -1, end: -1), count: groupCount + 1)
        var text = text
        let found = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cre2_match(handle, $0.baseAddress, $0.count, start, whole, &spans, Int32(spans.count))
            }
        }
        return found == 1 ? spans.map { $0.begin < 0 ? nil : Int($0.begin)..<Int($0.end) } : nil
    }
}
