// Which amounts of an invoice or reminder are those to be paid.
//
// Method: a gross amount is the one that two others on the same page, a net amount and its tax, add up to. German rates
// lie between 5 and 19 percent, an invoice of several rates between them; so a pair counts where the smaller is 4.5 to
// 20.5 percent of the greater, which leaves room for rounding. What a reminder demands is the sum of the amounts directly
// before it: the invoice, fees, interest.

import CaptureModel
import Patterns

/// Amounts of a document that others before or beside them add up to.
struct AmountSums {
    private let sums: Set<Int>

    /// Longer lists are tables, where sums come about by chance.
    private static let mostAmounts = 120
    private static let rates = 0.045...0.205
    /// In cents; below it sums come about by chance.
    private static let least = 100

    /// How many amounts in a row may make a sum.
    private static let summands = 2...5

    var isEmpty: Bool { sums.isEmpty }

    /// The sums among the amounts of each page.
    init(_ document: ReadDocument, _ pattern: Pattern) {
        var sums: Set<Int> = []
        for page in document.pages {
            let found = pattern.allMatches(in: page.text.text, limit: Self.mostAmounts)
            let amounts = found.compactMap(Self.cents)
            sums.formUnion(Self.gross(among: Set(amounts)))
            sums.formUnion(Self.totals(of: amounts))
        }
        self.sums = sums
    }

    func contains(_ value: String) -> Bool {
        Int(value.filter { $0 != "." && $0 != "-" }).map(sums.contains) ?? false
    }

    private static func cents(_ match: PatternMatch) -> Int? {
        match[1].flatMap { Int($0.filter(\.isNumber)) }.flatMap { $0 >= least ? $0 : nil }
    }

    /// Those that the amounts directly before them add up to.
    private static func totals(of amounts: [Int]) -> Set<Int> {
        Set(
            amounts.indices.filter { last in
                summands.contains { last >= $0 && amounts[(last - $0)..<last].reduce(0, +) == amounts[last] }
            }.map { amounts[$0] })
    }

    private static func gross(among amounts: Set<Int>) -> Set<Int> {
        let sorted = amounts.sorted()
        var sums: Set<Int> = []
        for net in sorted {
            let taxes = Double(net) * rates.lowerBound...Double(net) * rates.upperBound
            for tax in sorted where taxes.contains(Double(tax)) {
                if amounts.contains(net + tax) { sums.insert(net + tax) }
            }
        }
        return sums
    }
}
