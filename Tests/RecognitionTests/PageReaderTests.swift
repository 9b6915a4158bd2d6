import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@testable import Recognition

@Suite("Pages of the sample sets", .serialized)
struct PageReaderTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../testdata/pages").standardized.path

    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ name: String, settings: AnalysisSettings = AnalysisSettings()) throws -> PageAnalysis {
        let path = Self.samples + "/" + name
        let format = try ImageFile.inspect(path, limits: InputLimits()).format
        let page = try Raster(decoding: path, format: format, page: 0, limits: InputLimits())
        return try PageReader(settings: settings).read(
            page, passThroughJPEG: format == .jpeg ? path : nil, to: scratch.path, settings: settings)
    }

    private func without() -> AnalysisSettings {
        var settings = AnalysisSettings()
        settings.readsText = false
        return settings
    }

    @Test("a letter is read with its umlauts, and its words lie on the page")
    func letter() throws {
        let page = try read("letter-200dpi.jpg")
        #expect(page.confidence > Confidence(0.85))
        #expect(page.text.contains("Landkreis Musterland") && page.text.contains("geehrte"))
        let paper = Box(x: 0, y: 0, width: page.width, height: page.height)
        #expect(page.lines.flatMap(\.words).allSatisfy { $0.box.union(paper) == paper })
    }

    @Test("every step that was done to the page is told, and none that was not")
    func steps() throws {
        let turned = try read("letter-turned-90.jpg").steps.map(\.name)
        let expected = ["record", "evenPaper", "threshold", "turn", "despeckle", "removeHairlines", "readText"]
        #expect(turned.filter { $0 != "straighten" } == expected)
        let bitonal = try read("letter-200dpi.tif").steps.map(\.name)
        #expect(bitonal.filter { $0 != "straighten" } == ["record", "despeckle", "removeHairlines", "readText"])
        #expect(try read("blank-holes.tif").steps.map(\.name) == ["record"])
    }

    @Test("a JPEG becomes the record byte for byte")
    func passThrough() throws {
        let page = try read("letter-200dpi.jpg", settings: without())
        let original = try Data(contentsOf: URL(fileURLWithPath: Self.samples + "/letter-200dpi.jpg"))
        #expect(page.record.file == "record.jpg" && page.record.coding == .jpeg)
        #expect(try scratch.read("record.jpg") == original)
    }

    @Test("a bitonal page becomes group 4 data, and every page gets a preview")
    func bitonal() throws {
        let page = try read("letter-200dpi.tif", settings: without())
        #expect(page.record.file == "record.g4" && page.record.coding == .ccittG4 && page.color == .bitonal)
        #expect(try !scratch.read("record.g4").isEmpty)
        let preview = try Raster(
            decoding: scratch.path("preview.jpg"), format: .jpeg, page: 0, limits: InputLimits())
        #expect(max(preview.width, preview.height) == 1000)
    }

    @Test(
        "a turned page is told the way back",
        arguments: [
            ("letter-turned-90.jpg", QuarterTurn.left), ("letter-turned-180.tif", .half),
            ("letter-turned-270.jpg", .right), ("form-turned-180.tif", .half), ("letter-gray.jpg", .none),
        ])
    func turned(_ name: String, _ expected: QuarterTurn) throws {
        #expect(try read(name, settings: without()).rotation == expected)
    }

    @Test(
        "a page as coarse as a screen's is turned by what is read, whatever turn it comes in",
        arguments: QuarterTurn.allCases)
    func coarse(_ turn: QuarterTurn) throws {
        let path = Self.samples + "/letter-200dpi.jpg"
        let fine = try Raster(decoding: path, format: .jpeg, page: 0, limits: InputLimits())
        let page = try fine.scaled(x: 0.375, y: 0.375).rotated(turn)
        let settings = AnalysisSettings()
        let found = try PageReader(settings: settings).read(
            page, passThroughJPEG: nil, to: scratch.path, settings: settings)
        #expect((found.rotation.rawValue + turn.rawValue) % 360 == 0)
    }

    @Test("a sheet with a patch code and a few words is not read in four turns")
    func patchSheet() throws {
        let path = Self.samples + "/patch-1.tif"
        let sheet = try Raster(decoding: path, format: .tiff, page: 0, limits: InputLimits()).rotated(.half)
        let settings = AnalysisSettings()
        let found = try PageReader(settings: settings).read(
            sheet, passThroughJPEG: nil, to: scratch.path, settings: settings)
        #expect(found.patchCode == .one && found.rotation == .none)
    }

    @Test("words of a turned page lie where they stand on the page as acquired")
    func turnedWords() throws {
        let page = try read("letter-turned-90.jpg")
        #expect(page.confidence > Confidence(0.85))
        // Its lines run down the page: words are taller than wide.
        let words = page.lines.flatMap(\.words).filter { $0.text.count > 5 }
        #expect(words.count > 20)
        #expect(words.filter { $0.box.height > $0.box.width }.count > words.count * 9 / 10)
    }

    @Test(
        "blank pages are told and not read",
        arguments: ["blank-dusty.jpg", "blank-holes.tif", "blank-shine-through.jpg"])
    func blank(_ name: String) throws {
        let page = try read(name)
        #expect(page.isBlank && page.lines.isEmpty)
    }

    @Test("only the barcodes asked for are read")
    func barcodes() throws {
        var settings = without()
        let all = try read("barcodes.jpg", settings: settings).barcodes.map(\.symbology)
        #expect(Set(all) == [.qr, .datamatrix, .code39, .itf])
        settings.symbologies = [.qr]
        let codes = try read("barcodes.jpg", settings: settings).barcodes
        #expect(codes.map(\.text) == ["https://bank.example/beleg/4711"])
        settings.symbologies = []
        #expect(try read("barcodes.jpg", settings: settings).barcodes.isEmpty)
    }

    @Test("a language that is not installed is a fault of the profile", arguments: ["xyz", "../deu", ""])
    func language(_ code: String) {
        var settings = AnalysisSettings()
        settings.languages = [code]
        let error = #expect(throws: CaptureError.self) { _ = try PageReader(settings: settings) }
        #expect(error?.code == .badProfile && error?.problem == "language-missing")
    }

    @Test("an image with a few pixels is answered, not read")
    func tiny() throws {
        let bytes = [UInt8](repeating: 0, count: 400)
        let page = try Raster(bytes, width: 20, height: 20, bytesPerLine: 20, layout: .gray, resolution: 300)
        let settings = AnalysisSettings()
        let analysis = try PageReader(settings: settings).read(
            page, passThroughJPEG: nil, to: scratch.path, settings: settings)
        #expect(analysis.lines.isEmpty)
    }
}
