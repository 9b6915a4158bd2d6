import CaptureModel
import Cryptography
import DurableFiles
import Foundation
import PDFComposition
import Sealing
import TestSupport

/// A desk with a key, a timestamp service and documents to seal.
struct SealSample {
    let bench: SealBench
    let server: TimestampServer
    /// A little later than the certificates, whatever second they were made in.
    var now = Date(timeIntervalSinceNow: 60)

    init() throws {
        bench = try SealBench()
        server = try TimestampServer(bench)
    }

    var key: SealSource {
        SealSource(name: "siegel", kind: .file(path: bench.path("seal.p12"), password: .file(bench.path("seal.pass"))))
    }

    func service(policy: String? = nil, certificates: String = "ca.pem") throws -> TimestampSource {
        guard let url = URL(string: server.url) else { throw CaptureError.fault("URL") }
        return TimestampSource(
            name: "zeit", url: url, certificates: bench.path(certificates), policy: policy, timeoutSeconds: 5)
    }

    func desk(_ key: SealSource? = nil, service: TimestampSource? = nil) throws -> SealDesk {
        let now = now
        return SealDesk(
            seals: [key ?? self.key], timestamps: [try service ?? self.service()], now: { now })
    }

    /// Composes a document of one page as the pipeline has it done.
    func document(
        _ name: String, _ settings: SealSettings, by desk: SealDesk
    ) async throws -> UnsealedDocument {
        let image = BlockJPEG(columns: 40, rows: 50) { $0 == $1 ? 20 : 230 }
        let record = RecordImage(
            file: "record.jpg", coding: .jpeg, width: image.width, height: image.height, components: 1)
        let words = [Word(text: "Bescheid", box: Box(x: 20, y: 30, width: 80, height: 16), confidence: Confidence(0.9))]
        let analysis = PageAnalysis(
            width: record.width, height: record.height, resolution: 100, color: .gray, rotation: .none, skewDegrees: 0,
            lines: [TextLine(words: words, block: 0)], record: record)
        try bench.scratch.write(image.data, to: "\(name)/record.jpg")
        try bench.scratch.write(JSONEncoder().encode(analysis), to: "\(name)/analysis.json")
        let metadata = PDFMetadata(
            title: "Bescheid", language: "de-DE", created: "2026-02-03T08:15:00+01:00", producer: "Scanstelle",
            documentID: "6F0D3C1E-2B4A-4C5D-8E9F-0123456789AB", fields: [PDFField(name: "Name", value: name)])
        let preparation = try await desk.preparation(for: settings)
        let file = preparation == nil ? "document.pdf" : "unsealed.pdf"
        let result = try PDFComposer.compose(
            CompositionRequest(
                pages: [CompositionPage(image: "\(name)/record.jpg", analysis: "\(name)/analysis.json", label: "1")],
                metadata: metadata, seal: preparation), folder: bench.scratch.path, to: "\(name)/\(file)")
        let path = bench.path("\(name)/\(file)")
        return UnsealedDocument(
            path: path, sha256: try SHA256.of(file: path).hex, slot: result.seal,
            target: bench.path("\(name)/document.pdf"), evidence: bench.path("\(name)/document.ers"))
    }

    /// Composes and seals one document; answers its path.
    func sealed(_ settings: SealSettings, by desk: SealDesk? = nil) async throws -> String {
        let desk = try desk ?? self.desk()
        let document = try await document("1", settings, by: desk)
        _ = try await desk.seal([document], settings)
        return document.target
    }
}
