import CaptureModel
import Foundation
import TestSupport
import Testing

/// A word as a reader finds it through the text layer, in points from the top left.
struct FoundWord {
    let text: String
    let left, top, right, bottom: Double

    /// Shared area over joint area with a box in pixels; `scale` is points a pixel.
    func overlap(with box: Box, scale: Double) -> Double {
        let (x, y) = (Double(box.x) * scale, Double(box.y) * scale)
        let (right, bottom) = (Double(box.right) * scale, Double(box.bottom) * scale)
        let shared = max(0, min(self.right, right) - max(left, x)) * max(0, min(self.bottom, bottom) - max(top, y))
        let joint = (self.right - left) * (self.bottom - top) + (right - x) * (bottom - y) - shared
        return shared / joint
    }
}

/// Programs that find words in a PDF.
enum LayerReader: String, CaseIterable {
    case poppler, mupdf, pdfium

    /// Those of this machine; poppler always, pdfium comes with `scripts/setup --tests`, mupdf where it was installed.
    static let installed = allCases.filter { reader in
        reader == .poppler || Validation.python.map { reader.isImportable(by: $0) } == true
    }

    /// What poppler finds is told as the page is shown, what the others find as it lies in the file.
    var tellsShownPage: Bool { self == .poppler }

    func words(of path: String) throws -> [FoundWord] {
        if self == .poppler { return try popplerWords(of: path) }
        return try run(["words", path]).split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", maxSplits: 4)
            let numbers = parts.prefix(4).map { Double($0) ?? .nan }
            return FoundWord(
                text: String(parts[4]), left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        }
    }

    /// Whether a word is found by those who search for it, though it is parted at a line's end.
    func finds(_ word: String, in path: String) throws -> Bool {
        if self == .poppler { return try Tool.run("pdftotext", [path, "-"]).text.contains(word) }
        return try run(["find", path, word]).hasPrefix("yes")
    }

    private func popplerWords(of path: String) throws -> [FoundWord] {
        let pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/
        return try Tool.run("pdftotext", ["-bbox", path, "-"]).text.matches(of: pattern).map { match in
            let numbers = [match.1, match.2, match.3, match.4].map { Double($0) ?? .nan }
            return FoundWord(
                text: String(match.5), left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        }
    }

    private func run(_ arguments: [String]) throws -> String {
        let outcome = try Tool.run(try #require(Validation.python), ["-c", script] + arguments)
        try #require(outcome.status == 0, "\(outcome.errorText)")
        return outcome.text
    }

    private func isImportable(by python: String) -> Bool {
        (try? Tool.run(python, ["-c", self == .mupdf ? "import pymupdf" : "import pypdfium2"]))?.status == 0
    }

    private var script: String {
        switch self {
        case .poppler: ""
        case .mupdf:
            """
            import sys, pymupdf
            page = pymupdf.open(sys.argv[2])[0]
            page.set_rotation(0)
            if sys.argv[1] == 'find': print('yes' if page.search_for(sys.argv[3]) else 'no')
            else:
                for word in page.get_text('words'): print(*word[:5], sep='\\t')
            """
        case .pdfium:
            // Chromium searches in the text without the mark that pdfium puts for a hyphen at the end of a line.
            """
            import sys, pypdfium2
            page = pypdfium2.PdfDocument(sys.argv[2])[0]
            page.set_rotation(0)
            text, height, words = page.get_textpage(), page.get_height(), [[]]
            if sys.argv[1] == 'find':
                print('yes' if sys.argv[3] in text.get_text_range().replace('\\ufffe', '') else 'no')
                sys.exit()
            for index in range(text.count_chars()):
                letter = text.get_text_range(index, 1)
                if not letter.strip(): words.append([])
                else: words[-1].append((letter, *text.get_charbox(index, loose=True)))
            for word in filter(None, words):
                letters, left, bottom, right, top = zip(*word)
                print(min(left), height - max(top), max(right), height - min(bottom), ''.join(letters), sep='\\t')
            """
        }
    }
}
