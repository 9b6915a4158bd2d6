// How probable it is that a document begins between two pages.
//
// Method: logistic regression (Cox 1958) over signs that people name when asked why they would part a stack there. The
// weights were fitted to stacks of mixed mail with known borders, with a quadratic penalty so that no single sign rules;
// scripts and data are described in docs/separation.md. A sign's weight is how much it adds to the logarithm of the odds.

import CaptureModel
import Foundation

/// The document at hand as far as the next page is compared with it.
struct OpenDocument {
    /// Its first page.
    let first: PageSigns
    /// Its last page so far.
    var last: PageSigns
    var lastPaper: SheetColor?
    /// Enclosures are named on one of its pages.
    var namesEnclosures: Bool

    init(_ first: PageSigns, paper: SheetColor? = nil) {
        self.first = first
        last = first
        lastPaper = paper
        namesEnclosures = first.marks.contains(.enclosureList)
    }

    mutating func add(_ page: PageSigns, paper: SheetColor?) {
        last = page
        lastPaper = paper
        namesEnclosures = namesEnclosures || page.marks.contains(.enclosureList)
    }
}

/// The place between a page and the document before it.
struct PageBorder {
    private let values: [BorderSign: Double]

    init(_ document: OpenDocument, _ page: PageSigns, paper: SheetColor? = nil, ourNames: [Set<UInt32>] = []) {
        values = BorderSign.values(document, page, paper, ourNames)
    }

    /// 0...1.
    var probability: Double {
        // Always in one order, and in billionths: where the signs are in balance, the last bit of a sum must not decide.
        let sum = BorderSign.allCases.reduce(BorderSign.bias) { $0 + $1.weight * (values[$1] ?? 0) }
        let odds = (sum * 1e9).rounded() / 1e9
        return 1 / (1 + exp(-odds))
    }

    /// Why a document begins here.
    var reason: LocalizedText {
        let found = strongest(where: { $0 > 0 })
        return LocalizedText(
            de: "Sieht aus wie eine erste Seite: \(found.map(\.text.de).joined(separator: ", ")).",
            en: "Looks like a first page: \(found.map(\.text.en).joined(separator: ", ")).")
    }

    /// What a person is asked where it is not clear.
    var question: LocalizedText {
        let (pro, contra) = (strongest(where: { $0 > 0 }), strongest(where: { $0 < 0 }))
        func list(_ signs: [BorderSign], _ text: (LocalizedText) -> String, none: String) -> String {
            signs.isEmpty ? none : signs.map { text($0.text) }.joined(separator: ", ")
        }
        return LocalizedText(
            de: """
                Beginnt hier ein neues Schriftstück? Dafür: \(list(pro, \.de, none: "wenig")). \
                Dagegen: \(list(contra, \.de, none: "wenig")).
                """,
            en: """
                Does a new document begin here? For: \(list(pro, \.en, none: "little")). \
                Against: \(list(contra, \.en, none: "little")).
                """)
    }

    /// The signs that count most, at most three.
    private func strongest(where counts: (Double) -> Bool) -> [BorderSign] {
        let weighed = values.map { ($0.key, $0.key.weight * $0.value) }.filter { counts($0.1) && abs($0.1) > 0.2 }
        return weighed.sorted { (abs($0.1), $0.0.rawValue) > (abs($1.1), $1.0.rawValue) }.prefix(3).map(\.0)
    }
}
