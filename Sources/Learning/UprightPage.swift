import CaptureModel

/// Places on a page after the turn that makes it upright.
struct UprightPage {
    private let rotation: QuarterTurn
    private let acquired: (width: Int, height: Int)
    /// Pixels of the upright page.
    let width: Double
    let height: Double
    let pixelsPerMillimeter: Double
    /// Median height of the words, in pixels; at least 1.
    let usualHeight: Double

    init(_ analysis: PageAnalysis) {
        rotation = analysis.rotation
        acquired = (max(analysis.width, 1), max(analysis.height, 1))
        let isTurned = rotation == .left || rotation == .right
        width = Double(isTurned ? acquired.height : acquired.width)
        height = Double(isTurned ? acquired.width : acquired.height)
        pixelsPerMillimeter = Double(max(analysis.resolution, 1)) / 25.4
        let heights = analysis.lines.flatMap(\.words).map { isTurned ? $0.box.width : $0.box.height }.sorted()
        usualHeight = heights.isEmpty ? 1 : Double(max(heights[heights.count / 2], 1))
    }

    /// The box's height on the upright page.
    func height(of box: Box) -> Int { rotation == .left || rotation == .right ? box.width : box.height }

    /// Middle of the box, 0...1 from the left.
    func relativeLeft(of box: Box) -> Double {
        let (x, y) = middle(of: box)
        return switch rotation {
        case .none: x / width
        case .right: (width - y) / width
        case .half: (width - x) / width
        case .left: y / width
        }
    }

    /// Middle of the box, 0...1 from the top.
    func relativeTop(of box: Box) -> Double {
        let (x, y) = middle(of: box)
        return switch rotation {
        case .none: y / height
        case .right: x / height
        case .half: (height - y) / height
        case .left: (height - x) / height
        }
    }

    private func middle(of box: Box) -> (x: Double, y: Double) {
        (Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
    }
}
