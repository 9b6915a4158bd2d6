// Which amounts of an invoice are gross amounts.
//
// Method: a gross amount is the one that two others on the same page, a net amount and its tax, add up to. German rates
// lie between 5 and 19 percent, an invoice of several rates between them; so a pair counts where the smaller is 4.5 to
// 20.5 percent of the greater, which leaves room for rounding.

import CaptureModel
import Patterns

/// Amounts of a document that a net amount and its tax add up to.
struct AmountSums {
    private let gross: Set<Int>

    /// Longer lists are tables, where sums come about by chance.
    private static let mostAmounts = 120
    private static let rates = 0.045...0.205
    /// In cents; below it sums come about by chance.
    private static let least = 100

    var isEmpty: Bool { gross.isEmpty }

    /// The sums among the amounts of each page.
    init(_ document: ReadDocument, _ pattern: Pattern) {
        var gross: Set<Int> = []
        for page in document.pages {
            let found = pattern.allMatches(in: page.text.text, limit: Self.mostAmounts)
            gross.formUnion(Self.sums(of: Set(found.compactMap(Self.cents))))
        }
        self.gross = gross
    }

    func contains(_ value: String) -> Bool {
        Int(value.filter { $0 != "." && $0 != "-" }).map(gross.contains) ?? false
    }

    private static func cents(_ match: PatternMatch) -> Int? {
        match[1].flatMap { Int($0.filter(\.isNumber)) }.flatMap { $0 >= least ? $0 : nil }
    }

    private static func sums(of amounts: Set<Int>) -> Set<Int> {
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
