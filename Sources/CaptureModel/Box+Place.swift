extension Box {
    /// Larger by `margin` on every side, as far as `whole` goes.
    package func grown(by margin: Int, within whole: Box) -> Box {
        let (left, top) = (max(whole.x, x - margin), max(whole.y, y - margin))
        return Box(
            x: left, y: top, width: min(whole.right, right + margin) - left,
            height: min(whole.bottom, bottom + margin) - top)
    }

    /// The same box elsewhere.
    package func moved(x across: Int, y down: Int) -> Box {
        Box(x: x + across, y: y + down, width: width, height: height)
    }

    /// Both have some place in common.
    package func meets(_ other: Box) -> Bool {
        other.x < right && x < other.right && other.y < bottom && y < other.bottom
    }
}
