import CaptureModel
import Foundation
import Imaging
import Recognition
import TestSupport
import Testing

@Suite("How pages go into the record", .serialized)
struct RecordTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../testdata/pages").standardized.path

    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ name: String, layered: Bool = true, readsText: Bool = true) throws -> PageAnalysis {
        var settings = AnalysisSettings()
        settings.recordStyle = layered ? .layered : nil
        settings.bitonalCoding = .jbig2
        settings.readsText = readsText
        let path = Self.samples + "/" + name
        let format = try ImageFile.inspect(path, limits: InputLimits()).format
        let page = try Raster(decoding: path, format: format, page: 0, limits: InputLimits())
        return try PageReader(settings: settings).read(
            page, passThroughJPEG: format == .jpeg ? path : nil, to: scratch.path, settings: settings)
    }

    private func size(_ layers: RecordLayers) throws -> Int {
        try [layers.background, layers.foreground, layers.mask].reduce(0) { try $0 + scratch.read($1.file).count }
    }

    @Test("a colored form with a stamp is stored in layers of a few kilobytes, and the record says how")
    func form() throws {
        let page = try read("form-color.jpg")
        let layers = try #require(page.record.layers, "\(page.steps)")
        #expect(try size(layers) < 60_000)
        #expect(page.steps.last?.name == "layers" && page.steps.last?.parameters["quality"] != nil)
        // The image stays beside them.
        #expect(try !scratch.read("record.jpg").isEmpty)
    }

    @Test("codes of a page in layers are read again before they are accepted")
    func codes() throws {
        let page = try read("barcodes.jpg", readsText: false)
        #expect(!page.barcodes.isEmpty && page.record.layers != nil, "\(page.steps)")
    }

    @Test("a page too coarse for black and white letters keeps its image, with the reason")
    func coarse() throws {
        let page = try read("letter-200dpi.jpg", readsText: false)
        #expect(page.record.layers == nil)
        #expect(page.steps.last == ProcessingStep("keepImage", ["reason": "resolution"]))
    }

    @Test("nothing is stored in layers unless the profile asks")
    func untouched() throws {
        let page = try read("form-color.jpg", layered: false, readsText: false)
        #expect(page.record.layers == nil && !page.steps.map(\.name).contains("keepImage"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("mask.g4")))
    }

    @Test("a bitonal page becomes JBIG2 where the profile asks, and is never layered")
    func bitonal() throws {
        let page = try read("patch-1.tif", readsText: false)
        #expect(page.record.coding == .jbig2 && page.record.file == "record.jb2" && page.record.layers == nil)
        #expect(page.steps.first == ProcessingStep("record", ["coding": "jbig2Generic"]))
    }
}
