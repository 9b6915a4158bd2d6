// Whether a page's own text is used (no reading, no mistakes) or its drawing is read.
//
// Used is text that can be seen and that a person would read so. Not used is the text of a page that is mainly an image:
// a scanner's software put it there, invisible or under the image, with its own mistakes, and our reading is better
// known. Words that cannot be seen are left out either way.

import CaptureModel
import Imaging
import Recognition

struct PDFPageText {
    /// Images that cover more of the page may be its scan; letterheads and product pictures cover up to a third.
    private static let largestPictures = 0.6
    /// Of the words at least this share must be seen; else the rest is not to be trusted either.
    private static let smallestSeenShare = 0.7

    /// What is used; nil where the drawing is to be read.
    let given: GivenText?
    /// What was done and why, for the record; nil where the page has no text.
    let step: ProcessingStep?

    init(
        of page: PDFPage, _ images: PageImages, drawnAs raster: borrowing Raster, in input: PDFInput
    ) throws(CaptureError) {
        let outcome = try input.tool.run(.pdftotext, ["-bbox-layout", "-cropbox"] + page.range + [input.path, "-"])
        let text = EmbeddedText(printed: outcome.output)
        guard !text.lines.isEmpty else {
            (given, step) = (nil, nil)
            return
        }
        let visible = try VisibleText(text, of: page, drawnAs: raster)
        let letters = TextPlausibility(visible.lines.lazy.flatMap(\.words).map(\.text))
        let seen = visible.words - visible.hiddenWords
        let objection: String? =
            switch true {
            case outcome.status != 0, outcome.isCut: "unreadable"
            case images.share(of: page) > Self.largestPictures: "scan"
            case Double(seen) < Self.smallestSeenShare * Double(visible.words): "hidden"
            case letters.letters < TextPlausibility.fewestLetters: "few letters"
            case !letters.isSound: "garbled"
            default: nil
            }
        given = objection == nil ? GivenText(lines: visible.lines, turn: visible.turn, doubtful: visible.doubtful) : nil
        var parameters = ["words": "\(visible.words)", "hidden": "\(visible.hiddenWords)"]
        parameters["because"] = objection
        step = ProcessingStep(objection == nil ? "takePDFText" : "ignorePDFText", parameters)
    }
}
