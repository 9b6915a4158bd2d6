import CaptureModel

extension ReadText {
    /// Without what is no writing: signatures, logos, punched holes and photos read as a few letters, specks and rules.
    ///
    /// On letters the engine reads a signature as two or three letters with a confidence under 0.5, four times as tall
    /// as the text around it; short words of real text come to 0.8 and more.
    func withoutNoise() -> ReadText {
        var text = self
        let height = usualHeight
        for index in text.lines.indices { text.lines[index] = text.lines[index].withoutMarks(besides: height) }
        text.lines.removeAll { $0.words.isEmpty || $0.isNoise(besides: height) }
        return text
    }

    /// Dot leaders (Führungspunkte) as dots, whatever was read of them.
    ///
    /// "Anhang .......... 23" comes as "Anhang....ceseseenennnn 23". What is made of the dots says nothing about how well
    /// the line is read: they take the confidence of its other words.
    func withPlainLeaders() -> ReadText {
        var text = self
        let height = usualHeight
        for index in text.lines.indices { text.lines[index] = text.lines[index].withPlainLeaders(besides: height) }
        return text
    }

    /// The middle height of the words, in pixels.
    var usualHeight: Int {
        let heights = lines.flatMap(\.words).map { min($0.box.height, $0.box.width) }.sorted()
        return heights.isEmpty ? 0 : heights[heights.count / 2]
    }
}

extension Word {
    /// A speck or a rule (Linie) that was read as a sign: a full stop that stands alone, a quotation mark far too low for
    /// one, bars taller than any letter.
    ///
    /// On 100 pages no full stop that stood alone was one.
    fileprivate func isMark(besides usual: Int) -> Bool {
        text == "." || 5 * box.height < usual && text.allSatisfy { ",'‘’‚„“”\"".contains($0) }
            || box.height > 2 * usual && text.allSatisfy { $0 == "|" }
    }

    /// Where the dots of a leader begin in the word; nil where there are none.
    ///
    /// The engine makes of them a few dots and small letters, or such letters alone, one of them over and over. Behind
    /// a row of dots round figures come as well.
    fileprivate func leader(besides usual: Int) -> String.Index? {
        guard text.count >= 12, confidence < Confidence(0.5) else { return nil }
        if isFlat(besides: usual) { return text.startIndex }
        let letters = Array(text)
        let isRow = letters.indices.dropLast(3).contains { start in
            letters[start...(start + 3)].allSatisfy { $0 == letters[start] && $0.isLetter }
        }
        let row = text.firstRange(of: "....")?.lowerBound
        guard let start = row ?? text.firstRange(of: "..")?.lowerBound ?? (isRow ? text.startIndex : nil)
        else { return nil }
        let rest = text[start...]
        return rest.count >= 8 && Self.looksLikeDots(rest, besidesRow: row != nil) ? start : nil
    }

    private static func looksLikeDots(_ text: Substring, besidesRow: Bool) -> Bool {
        let letters = besidesRow ? ".,:-acenorsut0248" : ".,:-acenorsu"
        return 10 * text.count { letters.contains($0) } >= 9 * text.count
    }

    /// What was read of some dots of the leader before it once more.
    fileprivate func repeats(leader: Word) -> Bool {
        confidence < Confidence(0.5) && Self.looksLikeDots(text[...], besidesRow: true) && leader.box.x < box.x
            && box.x + box.width / 2 < leader.box.right
    }

    /// Dots are low: no letter is a third as tall as others, in a word twenty times as wide.
    private func isFlat(besides usual: Int) -> Bool {
        3 * box.height < usual && box.width > 20 * box.height && text.contains { $0.isLetter || $0.isNumber }
    }
}

extension TextLine {
    /// Mean confidence of the words, weighted by their length; 0 where there are none.
    var confidence: Confidence {
        let letters = words.reduce(0) { $0 + $1.text.count }
        let sum = words.reduce(0.0) { $0 + $1.confidence.value * Double($1.text.count) }
        return letters == 0 ? .none : Confidence(sum / Double(letters))
    }

    /// Without specks and rules that were read as signs; `usual` is the middle height of words, in pixels.
    func withoutMarks(besides usual: Int) -> TextLine {
        var line = self
        line.words.removeAll { $0.isMark(besides: usual) }
        return line
    }

    fileprivate func withPlainLeaders(besides usual: Int) -> TextLine {
        let leaders = words.map { $0.leader(besides: usual) }
        guard leaders.contains(where: { $0 != nil }) else { return self }
        let others = TextLine(words: zip(words, leaders).filter { $0.1 == nil }.map(\.0), block: block)
        var line = self
        line.words = []
        var last: Word?
        for (word, start) in zip(words, leaders) {
            if let start {
                let confidence = max(word.confidence, others.confidence)
                line.words.append(Word(text: word.text[..<start] + "....", box: word.box, confidence: confidence))
                last = word
            } else if last.map(word.repeats) != true {
                line.words.append(word)
            }
        }
        return line
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
