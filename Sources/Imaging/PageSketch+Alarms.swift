// What a person should know about the quality of a page that is not blank (Qualitätswarnungen). Each looks at what only
// the fault shows, so that good pages stay silent; the limits were set on drawn faults and the real pages of the sets.

package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Everything that may be wrong with a page lying in `pose`.
    package borrowing func alarms(_ pose: PagePose) -> [Finding] {
        var findings: [Finding] = []
        if isToned {
            findings += exposureFindings()
            if isBlurred { findings.append(.blurred) }
        }
        let marks = content.marks()
        if isCutOff(marks) { findings.append(.cutOff) }
        if hasFoldedCorner(marks) { findings.append(.foldedCorner) }
        if hasStreak { findings.append(.streak) }
        if abs(pose.skewDegrees) >= Limit.skew { findings.append(.askew) }
        return findings
    }

    /// What a person should know about the exposure of a page that is not blank and not bitonal.
    package borrowing func exposureFindings() -> [Finding] {
        var findings: [Finding] = []
        // Most of a page is paper: darker than 70 of 255 it hides what is printed.
        if let paper = gray.levels(step: 4)?.quantile(0.5), paper < 70 { findings.append(.tooDark) }
        // Print measures 20 to 130, pencil up to 170.
        var writing: Float = 0
        if pixGetAverageMasked(gray.pix, content.pix, 0, 0, 1, Int32(L_MEAN_ABSVAL), &writing) == 0, writing > 180 {
            findings.append(.tooLight)
        }
        return findings
    }
}

/// Where an alarm begins.
private enum Limit {
    /// Degrees: letters of a feeder's page never lean so far; boxes and words may be off.
    static let skew = 12.0
    /// The steepest step between neighbors, as a share of the contrast of print: real pages have 0.52 and
    /// more, those drawn out of focus by half a stroke 0.19 and less.
    static let sharpness = 0.3
    /// Contrast of print below which sharpness is not judged.
    static let contrast = 60
    /// Letters that run into one edge of the image.
    static let cutLetters = 4
    /// How far along the edge they are spread, in millimeters: three lines of print.
    static let cutSpread = 15.0
    /// Shortest side of a folded corner, in millimeters.
    static let fold = 8.0
    /// Difference of a streak to the columns beside it, of 255: above the noise of a sensor.
    static let streak = 10
    /// Share of the rows in which it shows; rules of forms end before the margins.
    static let streakShare = 0.95
}

extension PageSketch {
    /// No step between neighbors is as steep as print makes it.
    private var isBlurred: Bool { sharpness.map { $0 < Limit.sharpness } ?? false }

    /// The steepest step between neighbors as a share of the contrast of print; nil where there is no print.
    package var sharpness: Double? {
        guard let levels = gray.levels(step: 2), let steps = try? gray.steps(), let stepLevels = steps.levels(step: 1)
        else { return nil }
        let contrast = levels.mode(from: levels.quantile(0.33)) - levels.quantile(0.005)
        return contrast < Limit.contrast ? nil : Double(stepLevels.quantile(0.9997)) / Double(contrast)
    }

    /// Letters stand on the very edge of the image, as where the sheet lay beside the glass.
    private func isCutOff(_ marks: [Mark]) -> Bool {
        guard !hasFrame else { return false }
        let letters = marks.filter { isLetterSized($0) }
        let (right, bottom) = (ink.width - 1, ink.height - 1)
        let sides: [(touches: (PixelBox) -> Bool, place: (PixelBox) -> Int)] = [
            ({ $0.x <= 1 }, \.y), ({ $0.right >= right }, \.y), ({ $0.y <= 1 }, \.x), ({ $0.bottom >= bottom }, \.x),
        ]
        return sides.contains { side in
            let cut = letters.filter { side.touches($0.area) }.map { side.place($0.area) }
            let spread = (cut.max() ?? 0) - (cut.min() ?? 0)
            return cut.count >= Limit.cutLetters && Double(spread) * unit >= Limit.cutSpread
        }
    }

    /// 0.8 to 8 mm long, be it half a letter, and no speck.
    private func isLetterSized(_ mark: Mark) -> Bool {
        (0.8...8).contains(Double(mark.long) * unit) && Double(mark.short) * unit > 0.3
    }

    /// A corner shows a triangle that is darker than the sheet: as ink, or as dark as a scanner's frame.
    private func hasFoldedCorner(_ marks: [Mark]) -> Bool {
        marks.contains { isFoldedCorner($0.area, of: content) }
            || hasFrame && frame.marks().contains { isFoldedCorner($0.area, of: frame) }
    }

    private func isFoldedCorner(_ area: PixelBox, of ink: borrowing Raster) -> Bool {
        let isAtSide = area.x <= 1 || area.right >= ink.width - 1
        let isAtEnd = area.y <= 1 || area.bottom >= ink.height - 1
        let (short, long) = (min(area.width, area.height), max(area.width, area.height))
        guard isAtSide, isAtEnd, Double(short) * unit >= Limit.fold, long < 3 * short else { return false }
        return ink.isTriangle(area)
    }

    /// A line in feed direction through the whole page, margins included, as dirt on the glass draws.
    private var hasStreak: Bool {
        // The edges have shadows, and a frame of a form's own ends short of the margins.
        let margin = Int(4 / unit)
        guard gray.width > 4 * margin, gray.height > 4 * margin else { return false }
        let share = gray.darkerThanBeside(by: Limit.streak)
        return share.dropFirst(margin).dropLast(margin).contains { $0 >= Limit.streakShare }
    }
}

extension Raster {
    /// Half of the box is ink: the half in the page's corner.
    fileprivate borrowing func isTriangle(_ area: PixelBox) -> Bool {
        guard (0.35...0.65).contains(inkShare(in: area)) else { return false }
        let (width, height) = (area.width / 3, area.height / 3)
        let (x, y) = (area.x <= 1 ? area.x : area.right - width, area.y <= 1 ? area.y : area.bottom - height)
        let (farX, farY) = (area.x <= 1 ? area.right - width : area.x, area.y <= 1 ? area.bottom - height : area.y)
        return inkShare(in: PixelBox(x: x, y: y, width: width, height: height)) > 0.8
            && inkShare(in: PixelBox(x: farX, y: farY, width: width, height: height)) < 0.2
    }

    /// The steps from each pixel to the next across, 8 bit.
    fileprivate borrowing func steps() throws(CaptureError) -> Raster {
        let beside = try Raster(owning: pixTranslate(nil, pix, 1, 0, Int32(L_BRING_IN_WHITE)), "pixTranslate")
        return try Raster(owning: pixAbsDifference(pix, beside.pix), "pixAbsDifference")
    }

    /// For each column the share of rows in which it is darker by `limit` than those 4 to either side, a streak being 1
    /// to 3 wide; every fifth row is looked at.
    ///
    /// Rows with print beside the column say nothing and are left out; 0 where more than two thirds have it.
    fileprivate borrowing func darkerThanBeside(by limit: Int) -> [Double] {
        guard let words = pixGetData(pix), let levels = levels(step: 4), width > 8 else { return [] }
        let print = levels.mode(from: levels.quantile(0.33)) - 40
        let stride = Int(pixGetWpl(pix))
        var (darker, seen) = ([Int](repeating: 0, count: width), [Int](repeating: 0, count: width))
        var row = darker
        for line in Swift.stride(from: 2, to: height, by: 5) {
            // Leptonica packs four pixels into a word, the first in the highest byte.
            for column in 0..<width {
                row[column] = Int(words[line * stride + column / 4] >> (24 - 8 * (column & 3)) & 0xFF)
            }
            for column in 4..<width - 4 {
                let beside = min(row[column - 4], row[column + 4])
                guard beside >= print else { continue }
                seen[column] += 1
                if beside - row[column] >= limit { darker[column] += 1 }
            }
        }
        return zip(darker, seen).map { $1 * 15 < height ? 0 : Double($0) / Double($1) }
    }
}

extension Finding {
    fileprivate static let tooDark = Finding(
        "page-too-dark", LocalizedText(de: "Die Seite ist sehr dunkel.", en: "The page is very dark."))
    fileprivate static let tooLight = Finding(
        "page-too-light", LocalizedText(de: "Die Schrift ist sehr blass.", en: "The print is very faint."))
    fileprivate static let blurred = Finding(
        "page-blurred",
        LocalizedText(
            de: "Die Seite ist unscharf. Bitte prüfen, ob alles lesbar ist, sonst neu scannen.",
            en: "The page is blurred. Please check that everything can be read, or scan it again."))
    fileprivate static let cutOff = Finding(
        "page-cut-off",
        LocalizedText(
            de: "Am Rand ist Schrift abgeschnitten. Bitte die Vorlage gerade einlegen und neu scannen.",
            en: "Print is cut off at the edge. Please put the sheet in straight and scan it again."))
    fileprivate static let foldedCorner = Finding(
        "page-corner-folded",
        LocalizedText(
            de: "Eine Ecke war wohl umgeknickt. Bitte prüfen, ob sie etwas verdeckt.",
            en: "A corner was probably folded. Please check whether it hides anything."))
    fileprivate static let streak = Finding(
        "page-streaked",
        LocalizedText(
            de: "Ein Streifen läuft durch die Seite. Bitte das Glas des Scanners reinigen.",
            en: "A streak runs through the page. Please clean the scanner's glass."))
    fileprivate static let askew = Finding(
        "page-askew",
        LocalizedText(
            de: "Die Seite liegt sehr schräg. Bitte prüfen, ob sie vollständig ist.",
            en: "The page lies very askew. Please check that it is complete."))
}
