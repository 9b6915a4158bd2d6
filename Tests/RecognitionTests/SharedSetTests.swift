import CaptureModel
import Foundation
import Imaging
import Recognition
import TestSupport
import Testing

/// Sets of real pages that lie beside the project where they are installed, as `../shared/testsets`.
private enum SharedSet {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/testsets").standardized.path

    static var isInstalled: Bool { FileManager.default.fileExists(atPath: folder) }

    /// A line of a set's manifest.
    struct Entry: Decodable {
        struct Code: Decodable {
            var format: String
            var text: String?
        }

        var file: String
        var expect: [Code]?
        var documentLike: Bool?
        var derived: Bool?
        var rotateToUpright: Int?
        var blank: Bool?
        var gt: String?
        var lang: String?
        var plainOrder: Bool?
    }

    static func entries(_ set: String) throws -> [Entry] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try String(contentsOfFile: "\(folder)/\(set)/manifest.jsonl", encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(Entry.self, from: Data($0.utf8)) }
    }
}

@Suite("Real pages", .enabled(if: SharedSet.isInstalled), .serialized)
struct SharedSetTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ set: String, _ file: String, readsText: Bool = false) throws -> PageAnalysis {
        let path = "\(SharedSet.folder)/\(set)/\(file)"
        let format = try ImageFile.inspect(path, limits: InputLimits()).format
        let page = try Raster(decoding: path, format: format, page: 0, limits: InputLimits())
        var settings = AnalysisSettings()
        settings.readsText = readsText
        return try PageReader(settings: settings).read(
            page, passThroughJPEG: nil, to: scratch.path, settings: settings)
    }

    @Test("every code on document pages is read")
    func barcodes() throws {
        let pages = try SharedSet.entries("barcodes").filter { $0.documentLike == true }
        let missed = try pages.filter { entry in
            let texts = try read("barcodes", entry.file).barcodes.map(\.text)
            return !(entry.expect ?? []).allSatisfy { texts.contains($0.text ?? "") }
        }
        #expect(missed.isEmpty, "missed on \(missed.map(\.file))")
    }

    @Test("of damaged and badly photographed codes more are read than by one look")
    func hardCodes() throws {
        let reader = BarcodeReader(symbologies: nil)
        var read = 0
        for entry in try SharedSet.entries("barcodes") where entry.documentLike == false {
            let path = "\(SharedSet.folder)/barcodes/\(entry.file)"
            guard let format = try? ImageFile.inspect(path, limits: InputLimits()).format else { continue }
            let page = try Raster(decoding: path, format: format, page: 0, limits: InputLimits())
            let texts = Set(try reader.read(page).map { plain($0.text) })
            read += (entry.expect ?? []).count { $0.text.map { texts.contains(plain($0)) } ?? false }
        }
        // 267 of 301 measured (most others are photos of article numbers); zxing-cpp alone reads 245, zbar 133.
        #expect(read >= 265)
    }

    /// Article numbers come with and without leading zeros, Codabar with and without its start and stop letters.
    private func plain(_ text: String) -> String {
        let bare = text.trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "ABCD")))
        return String(bare.replacingOccurrences(of: "\r\n", with: "\n").drop { $0 == "0" })
    }

    @Test("nothing is read where no code is")
    func negatives() throws {
        let pages = try SharedSet.entries("barcodes").filter { $0.expect?.isEmpty == true }
        for page in pages { #expect(try read("barcodes", page.file).barcodes.isEmpty, "\(page.file)") }
    }

    @Test("pages with enough text are turned the right way, and none the wrong way")
    func orientation() throws {
        let pages = try SharedSet.entries("imaging")
            .filter { $0.derived == true && $0.rotateToUpright != nil && !$0.file.contains("notblank") }
        var right = 0
        for page in pages {
            let rotation = try read("imaging", page.file).rotation
            if rotation.rawValue == page.rotateToUpright { right += 1 }
            #expect(rotation.rawValue == page.rotateToUpright || rotation == .none, "\(page.file)")
        }
        #expect(right >= pages.count - 1)
    }

    @Test("blank pages are told from those with a line or a page number")
    func blanks() throws {
        let pages = try SharedSet.entries("imaging").filter { $0.file.contains("blank") }
        for page in pages { #expect(try read("imaging", page.file).isBlank == page.blank, "\(page.file)") }
    }

    @Test("the words of a German page are read")
    func words() throws {
        let page = try #require(
            SharedSet.entries("ocr").first { $0.plainOrder == true && $0.file.contains("docspell-letter") })
        let truth = try String(contentsOfFile: "\(SharedSet.folder)/ocr/\(page.gt ?? "")", encoding: .utf8)
        let read = Set(try read("ocr", page.file, readsText: true).lines.flatMap(\.words).map(\.text))
        let words = truth.split(whereSeparator: \.isWhitespace).map(String.init)
        // Word recall; 0.97 measured.
        #expect(Double(words.count(where: read.contains)) >= 0.93 * Double(words.count))
    }
}
