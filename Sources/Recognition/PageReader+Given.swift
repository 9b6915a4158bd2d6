// Pages that brought their text with them: it is taken, and read is only what it leaves out, as the name in a logo or a
// letter pasted as a picture.

import CaptureModel
import Imaging

extension PageReader {
    /// So many letters beside the text are worth a reading; a signature or an emblem has fewer parts of their size.
    private static let fewestLetters = 10
    /// Room around letters that are cut out, in millimeters: Tesseract wants some paper around a line.
    private static let margin = Length(millimeters: 3)
    /// Drawings and signatures read as words of lower confidence.
    private static let surest = Confidence(0.7)

    func take(
        _ given: GivenText, on page: borrowing Raster, _ sketch: borrowing PageSketch, _ settings: AnalysisSettings,
        into analysis: inout PageAnalysis
    ) throws(CaptureError) {
        analysis.rotation = settings.orient ? given.turn : .none
        analysis.lines = given.lines
        analysis.textOrigin = .embedded
        let words = given.lines.flatMap(\.words).map(\.box)
        let letters = try sketch.letters(outside: words)
        let isInDoubt = letters.contains { letter in given.doubtful.contains { $0.meets(letter) } }
        if settings.readsText, isInDoubt || letters.count >= Self.fewestLetters {
            try readRest(of: page, without: words, around: letters, settings, into: &analysis)
        }
        var all = ReadText()
        all.lines = analysis.lines
        analysis.confidence = all.confidence
    }

    /// Reads what stands beside the words that are known.
    private func readRest(
        of page: borrowing Raster, without words: [Box], around letters: [Box], _ settings: AnalysisSettings,
        into analysis: inout PageAnalysis
    ) throws(CaptureError) {
        let whole = Box(x: 0, y: 0, width: page.width, height: page.height)
        let area = letters.dropFirst().reduce(letters.first ?? whole) { $0.union($1) }
            .grown(by: Self.margin.pixels(at: page.resolution), within: whole)
        let pose = PagePose(rotation: analysis.rotation, isUndecided: false)
        guard min(area.width, area.height) >= Self.smallestText else { return }
        let rest = try page.covered(words).part(area)
        let way = ReadingTransform(width: rest.width, height: rest.height, pose: pose)
        let firstBlock = (analysis.lines.map(\.block).max() ?? -1) + 1
        var count = 0
        for line in try recognized(rest.cleaned(pose), settings).lines {
            let sure = line.words.filter {
                $0.confidence >= Self.surest && $0.text.contains { $0.isLetter || $0.isNumber }
            }
            .map { word in word.moved(to: way.original(word.box).moved(x: area.x, y: area.y)) }
            guard !sure.isEmpty else { continue }
            analysis.lines.append(TextLine(words: sure, block: firstBlock + line.block))
            count += sure.count
        }
        analysis.steps.append(
            ProcessingStep(
                "readBesideText",
                [
                    "engine": TextReader.version, "languages": settings.languages.joined(separator: "+"),
                    "words": "\(count)",
                ]))
    }
}
