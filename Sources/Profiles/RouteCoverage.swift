// Which routes are never reached.
//
// A rule is covered where whatever meets it meets an earlier rule: for each value that it takes of the earlier rule's
// subjects. Values are known where a pattern is a plain word or several joined with "|"; of other patterns only equal ones
// are known to cover each other, so that a rule that is reached is never called unreachable.

import CaptureModel
import Patterns

struct RouteCoverage {
    private let rules: [[String: (text: String, pattern: Pattern)]]

    init(_ routes: [RouteRule]) throws(CaptureError) {
        var rules: [[String: (text: String, pattern: Pattern)]] = []
        for route in routes {
            var rule: [String: (text: String, pattern: Pattern)] = [:]
            for (name, text) in route.when { rule[name] = (text, try Pattern(text)) }
            rules.append(rule)
        }
        self.rules = rules
    }

    /// The rules that together cover rule `index`, nil where it is reached.
    func rulesBefore(_ index: Int) -> [Int]? {
        var used: Set<Int> = []
        for part in parts(of: rules[index]) {
            guard let earlier = rules[..<index].firstIndex(where: { covers($0, part) }) else { return nil }
            used.insert(earlier)
        }
        return used.sorted()
    }

    /// What a part of a rule asks of a subject.
    private enum Asked {
        case word(String)
        case pattern(String)
    }

    /// The rule for each of its words; at most a few hundred, beyond that it is taken as a whole.
    private func parts(of rule: [String: (text: String, pattern: Pattern)]) -> [[String: Asked]] {
        var parts: [[String: Asked]] = [[:]]
        for (name, condition) in rule {
            let asked = Self.words(condition.text)?.map { Asked.word($0) } ?? [.pattern(condition.text)]
            let choices = parts.count * asked.count <= 500 ? asked : [.pattern(condition.text)]
            parts = parts.flatMap { part in choices.map { part.merging([name: $0]) { _, new in new } } }
        }
        return parts
    }

    private func covers(_ rule: [String: (text: String, pattern: Pattern)], _ part: [String: Asked]) -> Bool {
        rule.allSatisfy { name, condition in
            switch part[name] {
            case .word(let word): condition.pattern.wholeMatch(in: word) != nil
            case .pattern(let text): condition.text == text
            case nil: false
            }
        }
    }

    /// nil where the pattern is more than words joined with `|`.
    private static func words(_ pattern: String) -> [String]? {
        let words = pattern.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let isPlain = words.allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
        return isPlain ? words : nil
    }
}
