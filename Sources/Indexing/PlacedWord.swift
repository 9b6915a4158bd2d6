import CaptureModel

/// A word with its place on the upright, level page, so that "right of" and "below" mean what a reader means.
struct PlacedWord {
    let word: Word
    let line: Int
    /// Pixels on the upright page.
    let left: Double
    let right: Double
    /// Middle of the word's height, the slope of the lines taken out.
    var center: Double
    let height: Double

    /// `word` of a page that a turn of `analysis.rotation` makes upright; boxes lie on the image as acquired.
    init(_ word: Word, line: Int, on analysis: PageAnalysis) {
        let box = word.box.turned(analysis.rotation, width: analysis.width, height: analysis.height)
        self.word = word
        self.line = line
        left = Double(box.x)
        right = Double(box.right)
        center = Double(box.y) + Double(box.height) / 2
        height = Double(max(box.height, 1))
    }
}

extension Box {
    /// The same place after the page image of `width` by `height` pixels was turned clockwise.
    func turned(_ turn: QuarterTurn, width pageWidth: Int, height pageHeight: Int) -> Box {
        switch turn {
        case .none: self
        case .right: Box(x: pageHeight - bottom, y: x, width: height, height: width)
        case .half: Box(x: pageWidth - right, y: pageHeight - bottom, width: width, height: height)
        case .left: Box(x: y, y: pageWidth - right, width: height, height: width)
        }
    }
}

/// The tilt that is left in lines of text, told from the words themselves.
enum LineSlope {
    /// Pixels down for each pixel to the right: the median over all lines wide enough to tell.
    static func median(of lines: [[PlacedWord]]) -> Double {
        let slopes = lines.compactMap(slope).sorted()
        return slopes.isEmpty ? 0 : slopes[slopes.count / 2]
    }

    /// Least squares through the middles of a line's words; nil below ten heights of width, where letters with and
    /// without ascenders would tell more than the tilt does.
    private static func slope(of line: [PlacedWord]) -> Double? {
        guard line.count >= 3, let first = line.first, let last = line.last,
            last.right - first.left > 10 * first.height
        else { return nil }
        let count = Double(line.count)
        let meanX = line.reduce(0) { $0 + $1.left } / count
        let meanY = line.reduce(0) { $0 + $1.center } / count
        let covariance = line.reduce(0) { $0 + ($1.left - meanX) * ($1.center - meanY) }
        let variance = line.reduce(0) { $0 + ($1.left - meanX) * ($1.left - meanX) }
        return variance > 0 ? covariance / variance : nil
    }
}
