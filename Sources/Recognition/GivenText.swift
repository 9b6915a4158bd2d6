package import CaptureModel

/// Text that a file brought with it, so that its page need not be read.
package struct GivenText: Sendable {
    /// In reading order; boxes in pixels of the page.
    package var lines: [TextLine]
    /// The turn that makes most of the lines run from left to right.
    package var turn: QuarterTurn

    /// Places where the page shows something else than the file says; they are read.
    package var doubtful: [Box]

    package init(lines: [TextLine], turn: QuarterTurn, doubtful: [Box] = []) {
        self.lines = lines
        self.turn = turn
        self.doubtful = doubtful
    }
}
