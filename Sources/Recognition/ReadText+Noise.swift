import CaptureModel

extension ReadText {
    /// Without what is no writing: signatures, logos, punched holes and photos read as a few letters, specks and rules.
    ///
    /// On letters the engine reads a signature as two or three letters with a confidence under 0.5, four times as tall
    /// as the text around it; short words of real text come to 0.8 and more.
    func withoutNoise() -> ReadText {
        var text = self
        let height = usualHeight
        for index in text.lines.indices { text.lines[index].words.removeAll { $0.isMark(besides: height) } }
        text.lines.removeAll { $0.words.isEmpty || $0.isNoise(besides: height) }
        return text
    }

    /// Dot leaders (Führungspunkte) as dots, whatever was read of them.
    ///
    /// "Anhang .......... 23" comes as "Anhang....ceseseenennnn 23". What is made of the dots says nothing about how well
    /// the line is read: they take the confidence of its other words.
    func withPlainLeaders() -> ReadText {
        var text = self
        for (index, line) in text.lines.enumerated() where line.words.contains(where: { $0.leader != nil }) {
            let others = TextLine(words: line.words.filter { $0.leader == nil }, block: line.block).confidence
            text.lines[index].words = line.words.map { word in
                guard let start = word.leader else { return word }
                return Word(text: word.text[..<start] + "....", box: word.box, confidence: max(word.confidence, others))
            }
        }
        return text
    }

    /// The middle height of the words, in pixels.
    private var usualHeight: Int {
        let heights = lines.flatMap(\.words).map { min($0.box.height, $0.box.width) }.sorted()
        return heights.isEmpty ? 0 : heights[heights.count / 2]
    }
}

extension Word {
    /// A speck or a rule (Linie) that was read as a sign: a full stop that stands alone, bars taller than any letter.
    ///
    /// On 100 pages no full stop that stood alone was one.
    fileprivate func isMark(besides usual: Int) -> Bool {
        text == "." || box.height > 2 * usual && text.allSatisfy { $0 == "|" }
    }

    /// Where the dots of a leader begin in the word; nil where there are none.
    ///
    /// The engine makes of them a few dots and small letters, or such letters alone, one of them over and over.
    fileprivate var leader: String.Index? {
        guard text.count >= 12, confidence < Confidence(0.5) else { return nil }
        let letters = Array(text)
        let isRow = letters.indices.dropLast(3).contains { start in
            letters[start...(start + 3)].allSatisfy { $0 == letters[start] && $0.isLetter }
        }
        guard let start = text.firstRange(of: "..")?.lowerBound ?? (isRow ? text.startIndex : nil) else { return nil }
        let rest = text[start...]
        let likeDots = rest.count { ".,:-acenorsu".contains($0) }
        return rest.count >= 8 && 10 * likeDots >= 9 * rest.count ? start : nil
    }
}

extension TextLine {
    /// Mean confidence of the words, weighted by their length; 0 where there are none.
    var confidence: Confidence {
        let letters = words.reduce(0) { $0 + $1.text.count }
        let sum = words.reduce(0.0) { $0 + $1.confidence.value * Double($1.text.count) }
        return letters == 0 ? .none : Confidence(sum / Double(letters))
    }

    fileprivate func isNoise(besides usual: Int) -> Bool {
        guard confidence < Confidence(0.5) else { return false }
        let (box, letters) = (box, text.count)
        if letters <= 4, confidence < Confidence(0.25) || box.height > 2 * usual { return true }
        // Streaks in photos, and rules.
        if 2 * words.count(where: { 2 * $0.box.height < usual }) > words.count { return true }
        // Many small lines taken for the letters of one that runs down the page.
        return box.height > 4 * usual && box.height > 2 * box.width
    }
}
