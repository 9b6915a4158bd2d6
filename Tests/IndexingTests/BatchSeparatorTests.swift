import CaptureModel
import Indexing
import Testing

@Suite struct BatchSeparatorTests {
    /// One letter a page: c content, b blank, t patch T, 2 patch 2, o barcode TB-50, O barcode TB-51, x barcode TB-50
    /// with patch T; a following `'` is the back of the sheet, `|` a new file.
    private func pages(_ script: String) -> [PageSummary] {
        var pages: [PageSummary] = []
        var input: Int? = script.contains("|") ? 1 : nil
        for letter in script {
            switch letter {
            case "'": pages[pages.count - 1].isBack = true
            case "|": input = (input ?? 1) + 1
            default: pages.append(page(letter, number: pages.count, input))
            }
        }
        return pages
    }

    private func page(_ letter: Character, number: Int, _ input: Int?) -> PageSummary {
        let barcode: [Character: String] = ["o": "TB-50", "x": "TB-50", "O": "TB-51"]
        let patch: [Character: PatchCode] = ["t": .transfer, "x": .transfer, "2": .two]
        return PageSummary(
            number: number, isBlank: letter == "b", patchCode: patch[letter],
            barcodes: barcode[letter].map { [.code128($0)] } ?? [], input: input)
    }

    private let office = SeparationRule(
        condition: .barcode(.code128, matches: #"TB-(?<office>\d{2})"#), set: ["office": "${office}"])
    private let patch = SeparationRule(condition: .patch(.transfer))

    /// Documents as page lists, roles as letters.
    private func separated(_ script: String, _ rules: [SeparationRule]) throws -> (documents: [[Int]], roles: String) {
        let separation = try BatchSeparator(profile: .plain(separate: rules)).separate(pages(script))
        let roles = separation.roles.map { $0 == .content ? "c" : $0 == .blank ? "b" : "s" }.joined()
        return (separation.documents.map(\.pages), roles)
    }

    @Test(
        "patch sheets part documents and are left out",
        arguments: [
            ("tcctc", [[1, 2], [4]], "sccsc"), ("cctc", [[0, 1], [3]], "ccsc"), ("ttc", [[2]], "ssc"), ("t", [], "s"),
            ("tb'cb'tb'cc'", [[2], [6, 7]], "sbcbsbcc"), ("tc'c", [[1, 2]], "scc"), ("cb'c", [[0, 2]], "cbc"),
            ("2c", [[0, 1]], "cc"), ("", [], ""),
        ])
    func patches(_ script: String, _ documents: [[Int]], _ roles: String) throws {
        let result = try separated(script, [patch])
        #expect(result.documents == documents && result.roles == roles)
    }

    @Test("a kept sheet is the first page of its document") func kept() throws {
        let rule = SeparationRule(condition: .patch(.two), sheet: .keep)
        #expect(try separated("2c2c", [rule]).documents == [[0, 1], [2, 3]])
    }

    @Test(
        "a blank sheet parts only where the profile says so, the blank back of a written page never",
        arguments: [("cbc", [[0], [2]]), ("cb'cb'", [[0, 2]]), ("cb'bb'cb'", [[0], [4]]), ("cbc'c", [[0, 2, 3]])])
    func blank(_ script: String, _ documents: [[Int]]) throws {
        #expect(try separated(script, [SeparationRule(condition: .blank)]).documents == documents)
    }

    @Test("counted pages are content; blank ones do not count") func count() throws {
        let rule = SeparationRule(condition: .count(pages: 2))
        let result = try separated("ccbcc", [rule])
        #expect(result.documents == [[0, 1], [3, 4]] && result.roles == "ccbcc")
    }

    @Test("pages of different files never share a document") func files() throws {
        #expect(try separated("cc|c|c", [patch]).documents == [[0, 1], [2], [3]])
        #expect(try separated("cc|c", []).documents == [[0, 1], [2]])
    }

    @Test("a separator's value holds until the next of its kind") func given() throws {
        let separation = try BatchSeparator(profile: .plain(separate: [office, patch])).separate(pages("coctcOc"))
        #expect(separation.documents.map { $0.given["office"] } == [nil, "50", "50", "51"])
    }

    @Test("a separator's value does not pass to the next file") func givenEnds() throws {
        let separation = try BatchSeparator(profile: .plain(separate: [office])).separate(pages("oc|c"))
        #expect(separation.documents.map { $0.given["office"] } == ["50", nil])
    }

    @Test("a sheet with patch code and barcode gives its value whichever rule comes first", arguments: [true, false])
    func both(_ isPatchFirst: Bool) throws {
        let rules = isPatchFirst ? [patch, office] : [office, patch]
        let separation = try BatchSeparator(profile: .plain(separate: rules)).separate(pages("xc"))
        #expect(separation.documents.first?.given == ["office": "50"])
        #expect(separation.documents.first?.why.map(\.rule) == ["separate[0]", "separate[1]"])
    }

    @Test("every page is in one document or has a role of its own, whatever is fed")
    func property() throws {
        let conditions: [SeparationRule.Condition] = [
            .patch(.transfer), .patch(.two), .blank, .count(pages: 3), .barcode(nil, matches: "TB-(?<office>.*)"),
        ]
        var generator = SmallGenerator(seed: 7)
        for _ in 0..<500 {
            let rules = conditions.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator))
                .map { SeparationRule(condition: $0, sheet: Bool.random(using: &generator) ? .keep : .drop) }
            let script = (0..<Int.random(in: 0...40, using: &generator))
                .map { _ in "ccccb'b't2oOx|".randomElement(using: &generator).map(String.init) ?? "" }.joined()
            let pages = pages(String(script.drop { $0 == "'" || $0 == "|" }))
            let separation = try BatchSeparator(profile: .plain(separate: Array(rules))).separate(pages)
            let content = separation.roles.indices.filter { separation.roles[$0] == .content }
            #expect(separation.roles.count == pages.count)
            #expect(separation.documents.flatMap(\.pages) == content)
            #expect(separation.documents.allSatisfy { !$0.pages.isEmpty && !$0.why.isEmpty })
        }
    }
}

/// A linear congruential generator (Knuth, MMIX), so that a failing case comes again.
struct SmallGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
