import BatchStore
import CaptureModel
import Foundation
import TestSupport
import Testing

/// Faults at random pages; `scripts/faults-scanner` runs more rounds than one.
@Suite("Faults of the scanner", .serialized, .timeLimit(.minutes(30))) struct ScannerFaultTests {
    private static let sheets = 5

    @Test(
        "what is stored is what is told, and who loads what the text says gets every sheet once",
        arguments: [
            "jam", "cover-open", "io-error", "no-memory", "busy", "cancelled", "no-docs", "no-docs-early", "no-back",
            "endless", "crash", "silent", "vanish", "hang-hard",
        ])
    func faults(_ fault: String) async throws {
        let rounds = ProcessInfo.processInfo.environment["SCANSTELLE_FAULT_ROUNDS"].flatMap { Int($0) } ?? 1
        var random = SeededGenerator(seed: UInt64(fault.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF }))
        for _ in 0..<rounds {
            let isDuplex = fault == "no-back" || Bool.random(using: &random)
            try await play(fault, at: Int.random(in: 0..<Self.sheets * (isDuplex ? 2 : 1), using: &random), isDuplex)
        }
    }

    private func play(_ fault: String, at index: Int, _ isDuplex: Bool) async throws {
        let sides = isDuplex ? 2 : 1
        let bench = try ScanBench(pages: Self.sheets * sides, script: "at \(index + 1): \(fault)") {
            $0.source = isDuplex ? .duplexFeeder : .feeder
        }
        let stopped = try await bench.scan()
        let ledger = try await bench.store.ledger(of: stopped)
        #expect(try files(of: stopped, bench) == (0..<ledger.pages.count).map { $0 + 1 }, "\(fault) at \(index)")
        let next = ledger.resumePoint.nextSheet
        if stopped.state == .held, fault != "no-back" {
            #expect(stopped.hold?.remedy.de.hasSuffix("ab Blatt \(next) neu einlegen.") == true, "\(fault) at \(index)")
            #expect(stopped.hold?.remedy.en.hasSuffix("again from sheet \(next).") == true, "\(fault) at \(index)")
        }
        let batch = try await finish(stopped, bench, fault, firstFile: (next - 1) * sides, at: index)
        #expect(batch.state == .received, "\(fault) at \(index): \(String(describing: batch.hold))")
        #expect(try await bench.shades(of: batch) == Array(1...Self.sheets * sides), "\(fault) at \(index)")
        #expect(try await bench.store.firstAuditFault() == nil)
    }

    /// Does what the clerk is told: loads the sheets again and goes on.
    private func finish(
        _ stopped: BatchRecord, _ bench: ScanBench, _ fault: String, firstFile: Int, at index: Int
    ) async throws -> BatchRecord {
        guard stopped.state != .received else { return stopped }
        try? FileManager.default.removeItem(atPath: bench.scratch.path("stack/unplugged"))
        // Without a sheet there is no batch to go on with; with a side lost nobody knows where, all are fed again.
        var wish = ScanWish()
        if stopped.state == .held { wish.batch = stopped.id }
        if fault == "no-back" { wish.again = Self.sheets }
        let first = fault == "no-back" ? 0 : firstFile
        try bench.scratch.write("\(first) \(index)\n", to: "stack/fed")
        return try await bench.scan(wish)
    }

    /// The numbers of the pages whose files are there.
    private func files(of batch: BatchRecord, _ bench: ScanBench) throws -> [Int] {
        try FileManager.default.contentsOfDirectory(atPath: bench.store.path(batch, "pages"))
            .filter { FileManager.default.fileExists(atPath: bench.store.path(batch, "pages/\($0)/original.jpg")) }
            .compactMap { Int($0) }.sorted()
    }
}
