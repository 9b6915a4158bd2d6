package import CaptureModel

/// What a text engine found on an image.
package struct ReadText: Sendable {
    /// Lines in reading order; boxes in pixels of the image.
    package var lines: [TextLine] = []

    package init() {}

    /// The turn that makes most of the text upright, told by the way its lines run; lines upside down are not told.
    ///
    /// Tesseract reads blocks that stand sideways, but reports them as upright.
    package var turn: QuarterTurn {
        var letters: [QuarterTurn: Int] = [:]
        for line in lines { letters[line.turn, default: 0] += line.text.count }
        return letters.max { $0.value < $1.value }?.key ?? .none
    }

    /// Mean confidence of the words, weighted by their length; 0 where there are none.
    package var confidence: Confidence {
        var (sum, count) = (0.0, 0)
        for word in lines.lazy.flatMap(\.words) {
            sum += word.confidence.value * Double(word.text.count)
            count += word.text.count
        }
        return count == 0 ? .none : Confidence(sum / Double(count))
    }
}

extension TextLine {
    /// The turn that lets the line run from left to right; none where it is too short to tell.
    fileprivate var turn: QuarterTurn {
        guard let first = words.first?.box, let last = words.last?.box else { return .none }
        let (across, down) = (last.x - first.x, last.y - first.y)
        guard abs(down) > 2 * abs(across) else { return .none }
        return down > 0 ? .left : .right
    }
}
