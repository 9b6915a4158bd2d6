import CaptureModel
import Foundation
import Logging
import TestSupport
import Testing

@testable import Acquisition
@testable import BatchStore

@Suite("The scan station", .serialized, .timeLimit(.minutes(5))) struct ScanStationTests {
    @Test("a whole stack goes on by itself, with every sheet in the balance")
    func whole() async throws {
        let bench = try ScanBench(pages: 3)
        let batch = try await bench.scan(ScanWish(expectedSheets: 3))
        #expect(batch.state == .received && batch.hold == nil)
        let balance = try await bench.store.ledger(of: batch).balance
        #expect(balance.isSettled && balance.sheets == 3 && balance.expectedSheets == 3 && balance.fedSheets == 3)
    }

    @Test("a jam holds the batch, and the rest goes into the same one")
    func resume() async throws {
        let bench = try ScanBench(pages: 5, script: "at 3: jam")
        let held = try await bench.scan()
        #expect(held.state == .held && held.hold?.problem == "paper-jam")
        #expect(held.hold?.remedy.de.hasSuffix("Zum Fortsetzen ab Blatt 3 neu einlegen.") == true)
        let batch = try await bench.scan(ScanWish(batch: held.id))
        #expect(batch.id == held.id && batch.state == .received)
        #expect(try await bench.shades(of: batch) == [1, 2, 3, 4, 5])
        #expect(try await bench.store.feeds(of: batch.id).map { $0.end?.reason } == [.jammed, .empty])
    }

    @Test("sheets that are fed again take the place of those that were stored, which are kept with the reason")
    func again() async throws {
        let bench = try ScanBench(pages: 3, script: "at 3: jam")
        let held = try await bench.scan()
        try "1".write(toFile: bench.scratch.path("stack/fed"), atomically: true, encoding: .utf8)
        var wish = ScanWish(batch: held.id)
        wish.again = 1
        wish.reason = "schief"
        try bench.scratch.write("remember\n", to: "stack/script")
        let batch = try await bench.scan(wish)
        #expect(batch.state == .received)
        #expect(try await bench.shades(of: batch) == [1, 2, 3])
        let removed = try await bench.store.allPages(of: batch.id).compactMap(\.removal)
        #expect(removed == [PageRemoval(cause: .fedAgain, reason: "schief", by: 3)])
    }

    @Test(
        "a sheet that was loaded once more after a stop is asked about, another one is not",
        arguments: [([1, 2, 2, 3], true), ([1, 2, 3, 4], false)])
    func sameSheet(_ letters: [UInt64], _ isAsked: Bool) async throws {
        let bench = try ScanBench(pages: 0, script: "at 3: jam")
        try bench.loadLetters(letters)
        let held = try await bench.scan()
        #expect(held.hold?.problem == "paper-jam")
        try bench.scratch.write("remember\n", to: "stack/script")
        let batch = try await bench.scan(ScanWish(batch: held.id))
        #expect(try await bench.store.pages(of: batch.id).count == 4)
        guard isAsked else {
            #expect(batch.state == .received)
            return
        }
        #expect(batch.state == .held && batch.hold?.problem == "sheet-maybe-twice")
        #expect(batch.hold?.message.de.contains("Seite 3 sieht aus wie Seite 2") == true)
        try await bench.store.release(batch, reason: "zwei gleiche Formulare", actor: "user:7")
        #expect(try await bench.store.batch(batch.id)?.state == .received)
    }

    @Test("two scanners at once fill two batches, and nothing of one is in the other")
    func twoScanners() async throws {
        let bench = try ScanBench(pages: 6)
        let other = try ScanBench(pages: 0, sharing: bench)
        try other.load(20...27)
        var runs: [Task<Void, any Error>] = []
        var requests: [ScanRequest] = []
        for (bench, name) in [(bench, "muster"), (other, "zweiter")] {
            let station = try bench.station()
            runs.append(Task { try await station.run() })
            requests.append(try await bench.store.requestScan(scanner: name, profile: "muster", actor: "user:7"))
        }
        defer { for run in runs { run.cancel() } }
        var batches: [BatchRecord] = []
        for request in requests {
            try await bench.until { try await bench.store.scanRequest(request.id)?.state == .done }
            let id = try #require(try await bench.store.scanRequest(request.id)?.batch)
            batches.append(try #require(try await bench.store.batch(id)))
        }
        let (one, two) = (batches[0], batches[1])
        #expect(one.id != two.id && one.state == .received && two.state == .received)
        #expect(one.source == "muster" && two.source == "zweiter")
        #expect(try await bench.shades(of: one) == Array(1...6))
        #expect(try await other.shades(of: two) == Array(20...27))
    }

    @Test("the front of a half stored sheet counts no more once the sheet is fed again")
    func halfSheet() async throws {
        let bench = try ScanBench(pages: 6, script: "pairs\nat 4: jam") { $0.source = .duplexFeeder }
        let held = try await bench.scan()
        #expect(held.hold?.message.de.contains("Von Blatt 2 ist nur die Vorderseite gespeichert.") == true)
        let batch = try await bench.scan(ScanWish(batch: held.id))
        #expect(batch.state == .received)
        #expect(try await bench.shades(of: batch) == [1, 2, 3, 4, 5, 6])
        #expect(try await bench.store.pages(of: batch.id).map(\.isBack) == [false, true, false, true, false, true])
        #expect(try await bench.store.ledger(of: batch).balance.sheets == 3)
    }

    @Test("a side that a duplex unit loses holds the batch")
    func oddSides() async throws {
        let bench = try ScanBench(pages: 6, script: "at 4: no-back") { $0.source = .duplexFeeder }
        let batch = try await bench.scan()
        #expect(batch.state == .held && batch.hold?.problem == "odd-sides")
        #expect(batch.operatedBy == "user:7")
    }

    @Test("a batch with other sheets than expected goes on with a reason only")
    func reason() async throws {
        let bench = try ScanBench(pages: 2)
        let batch = try await bench.scan(ScanWish(expectedSheets: 3))
        #expect(batch.hold?.problem == "sheet-count-differs")
        await #expect(throws: CaptureError.self) { try await bench.store.release(batch, actor: "user:7") }
        #expect(try await bench.store.batch(batch.id)?.state == .held)
        try await bench.store.release(batch, reason: "ein Blatt doppelt gezählt", actor: "user:7")
        #expect(try await bench.store.batch(batch.id)?.state == .received)
        let balance = try await bench.store.ledger(of: batch).balance
        #expect(balance.isSettled && balance.accepted?.actor == "user:7")
    }

    @Test("a batch that is given up delivers nothing and keeps its images")
    func reject() async throws {
        let bench = try ScanBench(pages: 3, script: "at 3: jam")
        let batch = try await bench.scan()
        try await bench.store.reject(batch, reason: "falscher Stapel", actor: "user:7")
        #expect(try await bench.store.batch(batch.id)?.state == .refused)
        #expect(try await bench.shades(of: batch) == [1, 2])
    }

    @Test(
        "fronts and backs scanned one after the other are put together, whichever way the stack was turned",
        arguments: [(SheetSides.backs, [1, 6, 2, 5, 3, 4]), (.backsInOrder, [1, 4, 2, 5, 3, 6])])
    func manualDuplex(_ sides: SheetSides, _ expected: [Int]) async throws {
        let bench = try ScanBench(pages: 3)
        var wish = ScanWish()
        wish.sides = .fronts
        let fronts = try await bench.scan(wish)
        #expect(fronts.hold?.problem == "backs-differ")
        try bench.load(4...6)
        wish = ScanWish(batch: fronts.id)
        wish.sides = sides
        let batch = try await bench.scan(wish)
        #expect(batch.state == .received)
        #expect(try await bench.shades(of: batch) == expected)
        #expect(try await bench.store.ledger(of: batch).balance.sheets == 3)
    }

    @Test("a page is replaced and another put in, both in their place")
    func places() async throws {
        let bench = try ScanBench(pages: 3)
        var wish = ScanWish()
        wish.staysOpen = true
        let open = try await bench.scan(wish)
        #expect(open.hold?.problem == "batch-open")
        try bench.load(7...7)
        wish = ScanWish(batch: open.id)
        wish.placement = .replace(page: 2)
        _ = try await bench.scan(wish)
        try bench.load(9...9)
        wish.placement = .insert(after: 1)
        let batch = try await bench.scan(wish)
        #expect(batch.hold?.problem == "batch-open")
        try await bench.store.release(batch, actor: "user:7")
        #expect(try await bench.store.batch(batch.id)?.state == .received)
        #expect(try await bench.shades(of: batch) == [1, 9, 7, 3])
        #expect(try await bench.store.allPages(of: batch.id).count == 5)
    }

    @Test("a page that was durable when everything stopped is adopted, and the batch goes on from there")
    func recovery() async throws {
        let bench = try ScanBench(pages: 4, script: "at 4: jam")
        let first = try await bench.scan()
        let batch = try await bench.store.resume(first)
        let request = try await bench.store.requestScan(scanner: "muster", profile: "muster", actor: "user:7")
        _ = try await bench.store.beginFeed(request, bench.profile.profile.scan, into: batch)
        try FileManager.default.createDirectory(
            atPath: bench.store.path(batch, "pages/0004"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: bench.store.path(batch, "pages/0003/original.jpg"),
            toPath: bench.store.path(batch, "pages/0004/original.jpg"))
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        for _ in 1...2 { try await ScanStation.recover(bench.store, logger: logger) }
        let held = try #require(try await bench.store.batch(batch.id))
        #expect(held.hold?.problem == "feed-broke-off")
        #expect(held.hold?.remedy.de.hasSuffix("Zum Fortsetzen ab Blatt 5 neu einlegen.") == true)
        #expect(try await bench.store.pages(of: batch.id).map(\.number) == [1, 2, 3, 4])
        #expect(try await bench.store.nextScanRequest(for: "muster") == nil)
        #expect(try await bench.store.firstAuditFault() == nil)
    }

    @Test("a batch that a person holds while it is fed stops the scanner, and goes on without a sheet lost or twice")
    func heldWhileFeeding() async throws {
        let bench = try ScanBench(pages: 8, script: "slow 40")
        let station = try bench.station()
        let run = Task { try await station.run() }
        defer { run.cancel() }
        let request = try await bench.store.requestScan(scanner: "muster", profile: "muster", actor: "user:7")
        try await bench.until { try await bench.store.counts().pages["stored"] ?? 0 >= 2 }
        let fed = try #require(try await bench.store.batches(in: .receiving).first)
        let reason = CaptureError.feedBrokeOff(ResumePoint(storedSheets: 2))
        try await bench.store.hold(fed, because: reason, actor: "user:7")
        try await bench.until { try await bench.store.scanRequest(request.id)?.state == .done }
        run.cancel()
        _ = await run.result
        var batch = try #require(try await bench.store.batch(fed.id))
        while batch.state == .held {
            let point = try await bench.store.ledger(of: batch).resumePoint
            try bench.scratch.write("\(point.storedSheets)\n", to: "stack/fed")
            batch = try await bench.scan(ScanWish(batch: batch.id))
        }
        #expect(batch.state == .received)
        #expect(try await bench.shades(of: batch) == Array(1...8))
    }

    @Test("a press of a button starts a batch, and paper that is put in another one")
    func starts() async throws {
        let bench = try ScanBench(pages: 0)
        let station = try bench.station(
            start: ScannerStart(paper: "muster", buttons: ["scan": "muster"]), operatedBy: "P-0007")
        let run = Task { try await station.run() }
        defer { run.cancel() }
        try bench.load(1...2)
        try await bench.until {
            // Pressed again until the watch has begun: what was pressed before it counts for nothing.
            try bench.scratch.write("", to: "stack/scan")
            try await Task.sleep(for: .milliseconds(1200))
            return try await bench.store.batches(in: .received).count == 1
        }
        try bench.load(3...3)
        try await bench.until { try await bench.store.batches(in: .received).count == 2 }
        let batches = try await bench.store.recentBatches(limit: 5)
        #expect(batches.map(\.state) == [.received, .received])
        // A button tells nobody's name, and never its own for a person's.
        #expect(batches.map(\.operatedBy) == ["P-0007", "P-0007"])
    }

    @Test("an empty feeder leaves no batch that anybody must decide about")
    func emptyFeeder() async throws {
        let batch = try await ScanBench(pages: 0).scan()
        #expect(batch.state == .refused && batch.hold?.problem == "feeder-empty")
    }

    @Test("a batch that is under way takes no sheets any more")
    func tooLate() async throws {
        let bench = try ScanBench(pages: 1)
        let batch = try await bench.scan()
        let again = try await bench.store.requestScan(
            scanner: "muster", profile: "muster", wish: ScanWish(batch: batch.id), actor: "user:7")
        let station = try bench.station()
        let run = Task { try await station.run() }
        defer { run.cancel() }
        try await bench.until { try await bench.store.scanRequest(again.id)?.state == .done }
        #expect(try await bench.store.scanRequest(again.id)?.problem?.problem == "batch-not-open")
        #expect(try await bench.store.batch(batch.id)?.state == .received)
    }

    @Test("a button goes on with the batch that waits, paper alone does not")
    func waiting() {
        let start = ScannerStart(paper: "a", buttons: ["scan": "b"])
        let waiting = BatchRecord.waiting
        #expect(start.request(for: .paperLoaded, waiting: nil, missingBacks: false)?.profile == "a")
        #expect(start.request(for: .paperLoaded, waiting: waiting, missingBacks: false) == nil)
        #expect(start.request(for: .button("scan"), waiting: waiting, missingBacks: false)?.wish?.batch == waiting.id)
        #expect(start.request(for: .button("scan"), waiting: waiting, missingBacks: true)?.wish?.sides == .backs)
        #expect(start.request(for: .button("mail"), waiting: nil, missingBacks: false) == nil)
    }

    @Test("a scanner's process is told its own driver alone")
    func isolation() throws {
        let scratch = try Scratch()
        let source = try ScannerSource(name: "../post", device: "fujitsu:fi-7160:1").isolated(below: scratch.path("s"))
        let folder = try #require(source.environment["SANE_CONFIG_DIR"])
        #expect(folder.hasPrefix(scratch.path("s/")) && folder.hasSuffix(":") && !folder.contains(".."))
        #expect(try String(contentsOfFile: folder.dropLast() + "/dll.conf", encoding: .utf8) == "fujitsu\n")
        #expect(FileManager.default.fileExists(atPath: folder.dropLast() + "/dll.d"))
    }
}

extension BatchRecord {
    fileprivate static var waiting: BatchRecord {
        BatchRecord(
            id: "1", folder: "", profile: "", profileVersion: "", profileDigest: "", channel: .scanner,
            source: "muster",
            state: .held, heldFrom: .receiving, created: .distantPast, changed: .distantPast)
    }
}
