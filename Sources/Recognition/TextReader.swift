package import CaptureModel
import CEngineShortcuts
import CTesseract
import Foundation
package import Imaging

/// Reads text with Tesseract: one engine, loaded once and used for page after page.
///
/// Tesseract's engine is not made for more than one thread at a time; the value has one owner and is not Sendable. What
/// it asks of other libraries in ways that take long, `CEngineShortcuts` answers.
package struct TextReader: ~Copyable {
    private let engine: OpaquePointer

    /// The languages the engine reads, as Tesseract names them.
    package let languages: [String]

    /// Loads the models of `languages`; `dataFolder` is Tesseract's own where nil.
    package init(languages: [String], dataFolder: String? = nil) throws(CaptureError) {
        guard !languages.isEmpty, languages.allSatisfy(Self.isLanguageCode) else {
            throw .languageMissing(languages.joined(separator: "+"))
        }
        guard let engine = TessBaseAPICreate() else { throw .fault("TessBaseAPICreate") }
        TessBaseAPISetVariable(engine, "debug_file", "/dev/null")
        let code = languages.joined(separator: "+")
        guard TessBaseAPIInit2(engine, dataFolder, code, OEM_LSTM_ONLY) == 0 else {
            TessBaseAPIDelete(engine)
            throw .languageMissing(code)
        }
        // Typewriter pitch is looked for at length, for a way of reading that this engine has left behind.
        TessBaseAPISetVariable(engine, "textord_all_prop", "1")
        self.engine = engine
        self.languages = languages
    }

    deinit {
        TessBaseAPIEnd(engine)
        TessBaseAPIDelete(engine)
    }

    /// Name and version of the engine, for the record.
    package static var version: String { TessVersion().map { "tesseract " + String(cString: $0) } ?? "tesseract" }

    /// Images of lines the engine kept unpacked since the program began: all, or each would cost its packing as PNG.
    static var unpackedLines: Int { Int(cengineshortcuts_unpacked()) }

    /// What stands on a page: lines in reading order, boxes in its pixels.
    ///
    /// Not `thoroughly`, doubtful lines are left as they are: enough to compare the turns of a page, most lines of which
    /// are doubtful in three of four.
    package mutating func read(_ page: borrowing Raster, thoroughly: Bool = true) throws(CaptureError) -> ReadText {
        var text = try look(at: page, PSM_AUTO).withPlainLeaders()
        guard thoroughly else { return text.withoutNoise() }
        let ink = try page.bitonal(threshold: PageSketch.inkThreshold)
        try part(&text, on: ink)
        text = text.withoutNoise()
        let usual = text.usualHeight
        try addLoneNumbers(to: &text, on: ink)
        var payoff = Payoff()
        for index in text.lines.indices {
            var line = text.lines[index]
            if line.isDoubtful, payoff.isWorthwhile {
                let again = try lookAgain(at: line, on: ink).withoutMarks(besides: usual)
                payoff.note(again.words != line.words)
                line = again
            }
            if languages.allSatisfy(MissingSigns.languages.contains) {
                line = try MissingSigns.restored(line, on: ink)
            }
            line.words = line.words.map { $0.withZeros() }
            text.lines[index] = line
        }
        text.lines.removeAll(where: \.words.isEmpty)
        return text.withMarginNotes().withParagraphs().withHyphens()
    }

    /// Reads the rows by themselves that were mixed up with those of another column.
    private mutating func part(_ text: inout ReadText, on page: borrowing Raster) throws(CaptureError) {
        guard let mixed = MixedRows(text) else { return }
        var payoff = Payoff()
        for row in try mixed.rows(on: page) where payoff.isWorthwhile {
            payoff.note(text.take(try words(in: row, of: page), as: row))
        }
    }

    /// Reads what may be a page number by itself.
    private mutating func addLoneNumbers(to text: inout ReadText, on page: borrowing Raster) throws(CaptureError) {
        guard let places = try LoneNumbers(besides: text)?.places(on: page) else { return }
        for place in places.upper {
            if let line = try number(in: place, of: page) { text.lines.insert(line, at: 0) }
        }
        for place in places.lower {
            if let line = try number(in: place, of: page) { text.lines.append(line) }
        }
    }

    private mutating func number(in place: Box, of page: borrowing Raster) throws(CaptureError) -> TextLine? {
        let words = try words(in: place, of: page)
        guard words.count == 1, words[0].isPageNumber else { return nil }
        return TextLine(words: words, block: 0)
    }

    /// The better of `line` and what a second look at it alone gives.
    private mutating func lookAgain(
        at line: TextLine, on page: borrowing Raster
    ) throws(CaptureError) -> TextLine {
        let again = TextLine(words: try words(in: line.box, of: page), block: line.block)
        return again.isSurer(than: line) ? again : line
    }

    /// The words of one line, without the rules that cross it.
    private mutating func words(in line: Box, of page: borrowing Raster) throws(CaptureError) -> [Word] {
        let whole = Box(x: 0, y: 0, width: page.width, height: page.height)
        let area = line.grown(by: line.height / 8, within: whole)
        let margin = Self.margin
        let strip = try page.strip(area, margin: margin, longestStroke: page.resolution * 2 / 5)
        let found = try look(at: strip, PSM_SINGLE_LINE).lines.flatMap(\.words)
        return found.map { $0.moved(to: $0.box.moved(x: area.x - margin, y: area.y - margin)) }
    }

    /// White around a strip, in pixels; the engine misses letters that touch the edge.
    private static let margin = 10

    /// What the engine says of an image.
    private mutating func look(
        at page: borrowing Raster, _ mode: TessPageSegMode
    ) throws(CaptureError) -> ReadText {
        let resolution = Int32(max(70, page.resolution))
        return try page.withLeptonicaImage { image throws(CaptureError) in
            TessBaseAPISetPageSegMode(engine, mode)
            ctesseract_set_image(engine, image)
            defer { TessBaseAPIClear(engine) }
            TessBaseAPISetSourceResolution(engine, resolution)
            guard TessBaseAPIRecognize(engine, nil) == 0 else { throw .fault("TessBaseAPIRecognize") }
            guard let words = TessBaseAPIGetIterator(engine) else { return ReadText() }
            defer { TessResultIteratorDelete(words) }
            return Self.copy(words)
        }
    }

    /// Copies what the engine found, word by word.
    private static func copy(_ iterator: OpaquePointer) -> ReadText {
        guard let place = TessResultIteratorGetPageIterator(iterator) else { return ReadText() }
        var text = ReadText()
        var block = -1
        var isNewLine = true
        var last: Box?
        repeat {
            // The engine goes through the whole line to tell whether a word begins it.
            let line = box(place, RIL_TEXTLINE)
            if line != last, TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0 {
                isNewLine = true
                if TessPageIteratorIsAtBeginningOf(place, RIL_BLOCK) != 0 { block += 1 }
            }
            last = line
            guard let word = word(iterator, place) else { continue }
            if isNewLine { text.lines.append(TextLine(words: [], block: max(block, 0))) }
            text.lines[text.lines.count - 1].words.append(word)
            isNewLine = false
        } while TessResultIteratorNext(iterator, RIL_WORD) != 0
        return text
    }

    /// The word the iterator stands at; nil for white space and control characters.
    private static func word(_ iterator: OpaquePointer, _ place: OpaquePointer) -> Word? {
        guard let bytes = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
        defer { TessDeleteText(bytes) }
        let text = String(cString: bytes).filter { !$0.isWhitespace && !$0.unicodeScalars.allSatisfy(\.isControl) }
        guard !text.isEmpty, let box = box(place, RIL_WORD) else { return nil }
        let percent = Double(TessResultIteratorConfidence(iterator, RIL_WORD))
        return Word(text: text, box: box, confidence: Confidence(percent / 100))
    }

    private static func box(_ place: OpaquePointer, _ level: TessPageIteratorLevel) -> Box? {
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard TessPageIteratorBoundingBox(place, level, &left, &top, &right, &bottom) != 0 else { return nil }
        return Box(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
    }

    /// Codes go into file names: letters, digits and underscore, as `deu` or `deu_latf`.
    private static func isLanguageCode(_ code: String) -> Bool {
        !code.isEmpty && code.utf8.count <= 32
            && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}

/// Whether second looks at the lines of a page bring anything: of old type, drawings and scripts the engine does not know
/// every line is doubtful, and no look makes it better.
private struct Payoff {
    private var looks = 0
    private var gains = 0

    /// After four looks one in four must have gained.
    var isWorthwhile: Bool { looks < 4 || 4 * gains >= looks }

    mutating func note(_ isGain: Bool) {
        looks += 1
        gains += isGain ? 1 : 0
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}

extension CaptureError {
    fileprivate static func languageMissing(_ languages: String) -> CaptureError {
        CaptureError(
            .badProfile, "language-missing",
            LocalizedText(
                de: "Eine Sprache der Texterkennung ist nicht installiert.",
                en: "A language for reading text is not installed."),
            remedy: LocalizedText(
                de: "Bitte das Paket tesseract-ocr-… der Sprache installieren oder das Profil ändern.",
                en: "Please install the language's package tesseract-ocr-… or change the profile."),
            cause: languages)
    }
}
