import CaptureModel
import Imaging

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

extension Box {
    /// Larger by `margin` above, below and at both sides, as far as the page goes.
    func grown(by margin: Int, within page: borrowing Raster) -> Box {
        let (left, top) = (max(0, x - margin), max(0, y - margin))
        return Box(
            x: left, y: top, width: min(page.width, right + margin) - left,
            height: min(page.height, bottom + margin) - top)
    }
}

extension Word {
    /// The same word elsewhere.
    func moved(x: Int, y: Int) -> Word {
        Word(
            text: text, box: Box(x: box.x + x, y: box.y + y, width: box.width, height: box.height),
            confidence: confidence)
    }
}
