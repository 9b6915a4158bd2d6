import CaptureModel

extension CompiledFinder {
    /// Bytes behind a label in which its value stands, if it stands there at all.
    private static let reach = 300
    /// Words below a label that a value may take.
    private static let mostWords = 12

    func near(_ labels: [Label], on page: ReadPage, order pageOrder: Int) -> [FieldCandidate] {
        labels.enumerated().flatMap { order, label in
            label.places(on: page, order: order).flatMap { near($0, page, rank(pageOrder)) }
        }
    }

    /// Beside the label; below it too where other words stand between, as in a line of labels with values underneath.
    private func near(_ place: Label.Place, _ page: ReadPage, _ penalty: Double) -> [FieldCandidate] {
        let others = standing(place) == .writers ? FieldScore.othersSign : 0
        let penalty = penalty + place.slips * FieldScore.labelSlip + others
        let beside = beside(place, page, penalty)
        if let beside, beside.foreignWords < 2 { return [beside.candidate] }
        let found = [beside?.candidate, below(place, page, penalty)].compactMap { $0 }
        return found.isEmpty ? [unread(place, page, penalty)].compactMap { $0 } : found
    }

    /// Digits that a number must have to be looked for in the register without its pattern.
    private static let fewestDigits = 4

    /// The word behind the label that the pattern does not know, for the register to tell what was meant.
    private func unread(_ place: Label.Place, _ page: ReadPage, _ penalty: Double) -> FieldCandidate? {
        guard hasRegister else { return nil }
        let row = page.rows[place.row]
        let next = row.words(in: place.range).last.flatMap { row.words.firstIndex(of: $0) }.map { $0 + 1 }
        guard let next, next < row.words.count else { return nil }
        let word = page.words[row.words[next]].word.text
        guard word.count(where: \.isNumber) >= Self.fewestDigits else { return nil }
        var found = candidate(
            word, page, [row.words[next]], base: FieldScore.besideLabel - penalty,
            source: .init(finder: order, label: place.order), text: .beside(place.name), standing: standing(place))
        found.needsRegister = true
        return found
    }

    /// `Unser Zeichen` on a letter to us is the sign of who wrote it.
    private func standing(_ place: Label.Place) -> FieldCandidate.Standing {
        isFileReference && place.isWriters ? .writers : .placed
    }

    private func beside(
        _ place: Label.Place, _ page: ReadPage, _ penalty: Double
    ) -> (candidate: FieldCandidate, foreignWords: Int)? {
        let row = page.rows[place.row]
        let end = place.range.upperBound
        let text = row.text.bytes(end..<min(end + Self.reach, row.text.utf8.count))
        guard let hit = values.values(in: text, limit: 1).first else { return nil }
        let words = row.words(in: end + hit.range.lowerBound..<end + hit.range.upperBound)
        // Words that the pattern itself takes in, as a `Nr.` before its group, are not foreign.
        let foreign = row.count(in: end..<end + hit.matchStart)
        let found = candidate(
            hit.raw, page, words,
            base: FieldScore.besideLabel - penalty - FieldScore.foreignWord * Double(max(foreign - 1, 0)),
            source: .init(finder: order, label: place.order), text: .beside(place.name),
            standing: standing(place))
        return (found, foreign)
    }

    /// In the next rows, not farther than five heights of the label, beginning under the label.
    private func below(_ place: Label.Place, _ page: ReadPage, _ penalty: Double) -> FieldCandidate? {
        let label = page.rows[place.row].words(in: place.range)
        guard let start = label.first, let last = label.last.map({ page.words[$0] }) else { return nil }
        let first = page.words[whose(start, page.rows[place.row], page) ?? start]
        let column = (first.left - 2 * first.height)...(last.right + first.height)
        for row in page.rows[(place.row + 1)...].prefix(6) {
            let drop = row.words.first.map { page.words[$0].center - first.center } ?? 0
            guard drop <= 5 * first.height else { break }
            guard drop > 0, let hit = value(in: row, under: column, page) else { continue }
            return candidate(
                hit.raw, page, hit.words, base: FieldScore.belowLabel - penalty,
                source: .init(finder: order, label: place.order), text: .below(place.name),
                standing: standing(place))
        }
        return nil
    }

    /// The word before a label that says whose number it is, as in "Ihre Bestellnr.": the value stands below both.
    private func whose(_ label: Int, _ row: WordRun, _ page: ReadPage) -> Int? {
        guard let place = row.words.firstIndex(of: label), place > 0 else { return nil }
        let before = page.words[row.words[place - 1]]
        let isNext = page.words[label].left - before.right < before.height
        return isNext && Self.owners.contains(before.word.text.lowercased()) ? row.words[place - 1] : nil
    }

    private static let owners: Set = ["ihr", "ihre", "unser", "unsere", "mein", "meine", "dortige", "dortiges"]

    private func value(
        in row: WordRun, under column: ClosedRange<Double>, _ page: ReadPage
    ) -> (raw: String, words: [Int])? {
        let near = row.words.drop { page.words[$0].left < column.lowerBound }.prefix(Self.mostWords)
        let run = WordRun(near.map { ($0, page.words[$0].word.text) })
        for hit in values.values(in: run.text, limit: Self.mostHits) {
            let words = run.words(in: hit.range)
            if let first = words.first, column.contains(page.words[first].left) { return (hit.raw, words) }
        }
        return nil
    }
}

extension LocalizedText {
    fileprivate static func beside(_ label: String) -> LocalizedText {
        LocalizedText(de: "Neben „\(label)“ gelesen.", en: "Read beside “\(label)”.")
    }

    fileprivate static func below(_ label: String) -> LocalizedText {
        LocalizedText(de: "Unter „\(label)“ gelesen.", en: "Read below “\(label)”.")
    }
}
