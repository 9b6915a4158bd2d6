// Patch codes (Kodak publication A-61599): four bars across the sheet, two wide and two narrow.
//
// A wide bar measures 0.20 in, narrow bars and all spaces 0.08 in, so every code is 0.80 in = 10 units deep. Read from
// the leading edge of the sheet, N narrow and W wide:
//
//     1 WWNN   2 WNNW   3 WNWN   4 NWWN   6 NNWW   T NWNW
//
// Backwards 1 reads as 6 and 3 as T, so the direction matters. Sheets carry the bars along one edge or several, each to
// be read from that edge inward, because a sheet may be fed with any edge first. So every bar group votes for what it
// says from the nearest edge of the page inward, whichever way the page lies; the most votes win, on a tie the group
// nearest to its edge.
//
// One code stands on the sheet; where its single group lies in the very middle of the page, or a sheet with bars along
// one edge is printed for being fed the other way round, 1 and 6 or 3 and T cannot be told apart by anything on it.
//
// Method: bands of lines 0.07 in apart, across and down, on the gray page, so that faint toner counts (BarProfile.swift).
// A band that crosses four bars in these proportions with white on both sides is a crossing; crossings that follow each
// other in place over 0.6 in are a bar group if the bars are solid and the spaces clean. Text, tables and barcodes have
// no such bars: codes that were read already are left out all the same.

package import CaptureModel
package import Imaging

/// Reads the patch code of a separator sheet (Trennblatt).
package struct PatchCodeReader: Sendable {
    package init() {}

    /// The patch code of a page; nil where there is none.
    ///
    /// `barcodes` are what was read on the page, in its pixels.
    package func read(_ page: borrowing PageSketch, barcodes: [Barcode] = []) throws(CaptureError) -> PatchCode? {
        let resolution = page.resolution
        let (width, height) = (page.gray.width, page.gray.height)
        let taken = barcodes.map(\.box).map { box in
            Box(
                x: box.x / page.scale, y: box.y / page.scale, width: box.width / page.scale,
                height: box.height / page.scale)
        }
        return try page.gray.withGrayBytes { (bytes, bytesPerLine) in
            let down = PatchCodeScan(
                view: LineView(
                    bytes: bytes, lines: width, lineStride: 1, length: height, pixelStride: bytesPerLine,
                    resolution: resolution))
            let across = PatchCodeScan(
                view: LineView(
                    bytes: bytes, lines: height, lineStride: bytesPerLine, length: width, pixelStride: 1,
                    resolution: resolution))
            let votes =
                down.groups().filter { group in !taken.contains { $0.holds(x: group.line, y: group.middle) } }
                .compactMap { vote($0, depth: height) }
                + across.groups().filter { group in !taken.contains { $0.holds(x: group.middle, y: group.line) } }
                .compactMap { vote($0, depth: width) }
            return winner(votes)
        }
    }

    private struct Vote {
        let code: PatchCode
        /// Distance to the edge it is read from, as a share of the page.
        let distance: Double
    }

    /// What a group says from the nearest edge inward.
    private func vote(_ group: BarGroup, depth: Int) -> Vote? {
        let place = Double(group.middle) / Double(max(depth, 1))
        let pattern = place <= 0.5 ? group.bars : group.bars.reversed()
        return PatchCode(bars: pattern).map { Vote(code: $0, distance: min(place, 1 - place)) }
    }

    private func winner(_ votes: [Vote]) -> PatchCode? {
        let counted = Dictionary(grouping: votes, by: \.code)
        return counted.max { left, right in
            if left.value.count != right.value.count { return left.value.count < right.value.count }
            return (left.value.map(\.distance).min() ?? 1) > (right.value.map(\.distance).min() ?? 1)
        }?.key
    }
}

extension PatchCode {
    /// By the widths of the four bars from the leading edge.
    fileprivate init?(bars: [BarWidth]) {
        switch bars {
        case [.wide, .wide, .narrow, .narrow]: self = .one
        case [.wide, .narrow, .narrow, .wide]: self = .two
        case [.wide, .narrow, .wide, .narrow]: self = .three
        case [.narrow, .wide, .wide, .narrow]: self = .four
        case [.narrow, .narrow, .wide, .wide]: self = .six
        case [.narrow, .wide, .narrow, .wide]: self = .transfer
        default: return nil
        }
    }
}

extension Box {
    fileprivate func holds(x: Int, y: Int) -> Bool { x >= self.x && x < right && y >= self.y && y < bottom }
}
