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
