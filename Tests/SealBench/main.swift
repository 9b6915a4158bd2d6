// seal-bench [COUNT]: what seals cost, with keys made for the run; for measurements alone.
//
// Each line of JSON is one way of sealing COUNT documents of a page: bytes a document grew by (and its evidence record),
// processor time of this process for each, and how many were done in a second of wall time, synced to disk. Timestamps
// come from `openssl ts` on this machine: a process each, so their rate says little of a real service.

import CaptureModel
import DurableFiles
import Foundation
import PDFComposition
import Sealing
import TestSupport

private struct Figures: Encodable {
    let way: String
    let documents: Int
    let bytesUnsealed, bytesAdded, evidenceBytes: Int
    let cpuMilliseconds, perSecond: Double
}

private let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 50

private func compose(_ number: Int, _ seal: SealPreparation?, in bench: SealBench) throws -> UnsealedDocument {
    let image = BlockJPEG(columns: 200, rows: 280) { UInt8(($0 * 37 + $1 * 91) % 251) }
    let record = RecordImage(
        file: "record.jpg", coding: .jpeg, width: image.width, height: image.height, components: 1)
    let analysis = PageAnalysis(
        width: record.width, height: record.height, resolution: 200, color: .gray, rotation: .none, skewDegrees: 0,
        lines: [], record: record)
    try bench.scratch.write(image.data, to: "record.jpg")
    try bench.scratch.write(JSONEncoder().encode(analysis), to: "analysis.json")
    let name = "\(number)\(seal == nil ? "/document.pdf" : "/unsealed.pdf")"
    try bench.scratch.write(Data(), to: name)
    let request = CompositionRequest(
        pages: [CompositionPage(image: "record.jpg", analysis: "analysis.json", label: "1")],
        metadata: PDFMetadata(
            title: "Muster", language: "de-DE", created: "2026-02-03T08:15:00+01:00", producer: "Scanstelle",
            documentID: "6F0D3C1E-2B4A-4C5D-8E9F-0123456789AB", fields: [PDFField(name: "number", value: "\(number)")]),
        seal: seal)
    let result = try PDFComposer.compose(request, folder: bench.scratch.path, to: name)
    return UnsealedDocument(
        path: bench.path(name), sha256: try SHA256.of(file: bench.path(name)).hex, slot: result.seal,
        target: bench.path("\(number)/document.pdf"), evidence: bench.path("\(number)/document.ers"))
}

private func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
}

private func measure(
    _ way: String, _ settings: SealSettings, _ desk: SealDesk, _ bench: SealBench
) async throws -> Figures {
    let plain = size(try compose(0, nil, in: bench).path)
    let preparation = try await desk.preparation(for: settings)
    let documents = try (1...count).map { try compose($0, preparation, in: bench) }
    let (cpu, wall) = (clock(), ContinuousClock.now)
    if settings.makesEvidence {
        _ = try await desk.seal(documents, settings)
    } else {
        for document in documents { _ = try await desk.seal([document], settings) }
    }
    let seconds = (ContinuousClock.now - wall) / .seconds(1)
    return Figures(
        way: way, documents: count, bytesUnsealed: plain, bytesAdded: size(documents[0].target) - plain,
        evidenceBytes: size(documents[0].evidence),
        cpuMilliseconds: Double(clock() - cpu) / Double(CLOCKS_PER_SEC) / Double(count) * 1_000,
        perSecond: Double(count) / seconds)
}

let bench = try SealBench()
let server = try TimestampServer(bench)
try bench.certify("rsa", "Scanstelle RSA", "keyUsage=digitalSignature,nonRepudiation", rsaBits: 3_072)
try bench.export("rsa")
let password = SecretFile.file(bench.path("seal.pass"))
let seals = ["seal", "rsa"].map { name in
    SealSource(name: name, kind: .file(path: bench.path("\(name).p12"), password: password))
}
guard let url = URL(string: server.url) else { exit(1) }
let service = TimestampSource(name: "zeit", url: url, certificates: bench.path("ca.pem"))
let desk = SealDesk(seals: seals, timestamps: [service], now: { Date(timeIntervalSinceNow: 60) })
let ways = [
    ("P-256, B-B", SealSettings(key: "seal")), ("RSA-3072, B-B", SealSettings(key: "rsa")),
    ("RSA-3072, B-T", SealSettings(key: "rsa", timestamp: "zeit")),
    ("RSA-3072, batch", SealSettings(key: "rsa", timestamp: "zeit", kind: .batch)),
    ("timestamp alone, batch", SealSettings(timestamp: "zeit", kind: .batch)),
]
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys]
for (way, settings) in ways {
    let line = try encoder.encode(try await measure(way, settings, desk, bench))
    FileHandle.standardOutput.write(line + Data("\n".utf8))
}
