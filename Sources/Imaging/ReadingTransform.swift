package import CaptureModel
import Foundation

/// The way back from the image that was read (turned, then straightened about its middle) to the page as acquired.
package struct ReadingTransform {
    /// Size of the page as acquired, in pixels.
    let width: Int
    let height: Int
    let pose: PagePose

    package init(width: Int, height: Int, pose: PagePose) {
        self.width = width
        self.height = height
        self.pose = pose
    }

    /// The smallest box of the page as acquired around what `box` shows, cut at the page's edges.
    package func original(_ box: Box) -> Box {
        let corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]
            .map { unturned(unstraightened(Double($0.0), Double($0.1))) }
        let (x, y) = (corners.map(\.x), corners.map(\.y))
        let left = clamped(x.min() ?? 0, to: width)
        let top = clamped(y.min() ?? 0, to: height)
        let right = clamped(x.max() ?? 0, to: width)
        let bottom = clamped(y.max() ?? 0, to: height)
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }

    private func clamped(_ value: Double, to limit: Int) -> Int { min(max(Int(value.rounded()), 0), limit) }

    /// Turned back clockwise by the angle that was taken off, about the middle of the turned page.
    private func unstraightened(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let isSideways = pose.rotation == .right || pose.rotation == .left
        let middle = (x: Double(isSideways ? height : width) / 2, y: Double(isSideways ? width : height) / 2)
        let angle = pose.skewDegrees * .pi / 180
        let (dx, dy) = (x - middle.x, y - middle.y)
        return (middle.x + dx * cos(angle) - dy * sin(angle), middle.y + dx * sin(angle) + dy * cos(angle))
    }

    private func unturned(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
        switch pose.rotation {
        case .none: point
        case .right: (point.y, Double(height) - point.x)
        case .half: (Double(width) - point.x, Double(height) - point.y)
        case .left: (Double(width) - point.y, point.x)
        }
    }
}
