import CaptureModel

extension TextLine {
    /// Worth a second look: clean print comes to 0.85 and more a word, what rules or specks run through to 0.6.
    var isDoubtful: Bool {
        let (box, letters) = (box, text.count)
        guard letters >= 3, box.width > box.height else { return false }
        return confidence < Confidence(0.75)
            || words.contains { $0.confidence < Confidence(0.5) && $0.text.count > 1 }
    }

    /// Says about as much as `other` and is clearly surer of it.
    func isSurer(than other: TextLine) -> Bool {
        let (mine, theirs) = (text.count, other.text.count)
        return 3 * mine >= 2 * theirs && confidence.value > other.confidence.value + 0.05
    }
}
