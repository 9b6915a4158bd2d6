import CaptureModel
import Testing

extension ScannerTests {
    @Suite("When the feeder is in trouble") struct FeedFaults {
        @Test(
            "a fault at page 3 leaves two pages and names the sheet to load again",
            arguments: [
                ("jam", FeedEnd.Reason.jammed, "paper-jam", 3), ("cover-open", .coverOpen, "cover-open", 2),
                ("double-feed", .doubleFeed, "double-feed", 3), ("io-error", .failed, "scanner-failed", 3),
                ("wrong-count", .failed, "page-incomplete", 3),
            ])
        func fault(_ word: String, _ reason: FeedEnd.Reason, _ problem: String, _ started: Int) throws {
            let bench = try ScannerBench(pages: stack(5), script: "at 3: \(word)")
            let end = try #require(try bench.feed().end)
            #expect(end.reason == reason && end.problem?.problem == problem)
            #expect(end.pagesStarted == started && end.pagesStored == 2)
            #expect(end.problem?.message.de.hasSuffix("Blatt 2 ist das letzte gespeicherte.") == true)
            #expect(end.problem?.remedy.de.hasSuffix("Zum Fortsetzen ab Blatt 3 neu einlegen.") == true)
            #expect(try bench.files == ["0001/original.jpg", "0002/original.jpg"])
        }

        @Test("two sheets at once go through where the profile ignores double feeds, and one is lost")
        func ignoredDoubleFeed() throws {
            let bench = try ScannerBench(pages: stack(4), script: "at 2: double-feed")
            let log = try bench.feed(.with { $0.onDoubleFeed = .ignore })
            #expect(log.isComplete(pages: 3))
        }

        @Test("a page of unknown length is stored whole")
        func unknownLength() throws {
            let bench = try ScannerBench(pages: stack(2), script: "at 2: unknown-length")
            let log = try bench.feed()
            #expect(try log.stored.map { try bench.grayPixels($0).height } == [40, 40])
        }

        @Test("an empty report that comes too early ends nothing and is told")
        func prematureEmpty() throws {
            let bench = try ScannerBench(pages: stack(4), script: "at 3: no-docs-early")
            let end = try #require(try bench.feed().end)
            #expect(end.reason == .empty && end.pagesStored == 4 && end.prematureEmptyReports == 1)
        }

        @Test("an empty feeder is told in words")
        func empty() throws {
            let end = try #require(try ScannerBench(pages: []).feed().end)
            #expect(end.reason == .empty && end.problem?.problem == "feeder-empty")
        }

        @Test("a jam between front and back says which sheet is half stored")
        func halfSheet() throws {
            let bench = try ScannerBench(pages: stack(6), script: "pairs\nat 4: jam")
            let problem = try #require(try bench.feed(.with { $0.source = .duplexFeeder }).end?.problem)
            #expect(problem.message.de.hasSuffix("Von Blatt 2 ist nur die Vorderseite gespeichert."))
            #expect(problem.remedy.de.hasSuffix("ab Blatt 2 neu einlegen."))
        }

        @Test("a stack that remembers goes on with the sheet that was loaded again")
        func resume() throws {
            let pages = (1...4).map { PortableMap(.bitonal, seed: $0) }
            let bench = try ScannerBench(pages: pages, script: "remember\nat 3: jam")
            let settings = ScanSettings.with { $0.mode = .bitonal }
            let first = try bench.feed(settings)
            let second = try bench.feed(settings, firstPage: first.stored.count + 1)
            let stored = first.stored + second.stored
            #expect(stored.map(\.page) == [1, 2, 3, 4])
            #expect(try stored.map { try bench.grayPixels($0).bytes } == pages.map(\.grayOfBits))
        }

        @Test("a driver that crashes takes its process along, and the stored pages stay")
        func crash() throws {
            let bench = try ScannerBench(pages: stack(4), script: "at 3: crash")
            let log = try bench.feed()
            // The second page may still be on its way to the disk when the driver takes the process along.
            #expect(log.end == nil && (1...2).contains(log.stored.count))
            #expect(try bench.files.filter { !$0.hasSuffix(".part") }.starts(with: log.stored.map(\.file)))
        }

        @Test(
            "whatever happens to page 3, the pages before it are stored, told, and named to the clerk",
            arguments: [
                ("jam", "paper-jam"), ("cover-open", "cover-open"), ("io-error", "scanner-failed"),
                ("no-memory", "scanner-failed"), ("busy", "scanner-busy"), ("cancelled", "feed-canceled"),
                ("no-docs", "scanner-failed"), ("endless", "page-incomplete"), ("silent", "scanner-silent"),
                ("vanish", "scanner-failed"),
            ])
        func kinds(_ word: String, _ problem: String) throws {
            let bench = try ScannerBench(pages: stack(5), script: "at 3: \(word)")
            let log = try bench.feed(silenceSeconds: 0.5)
            #expect(log.end?.problem?.problem == problem && log.end?.pagesStored == 2)
            #expect(try bench.files == log.stored.map(\.file) && log.stored.count == 2)
            #expect(log.end?.problem?.remedy.de.hasSuffix("Zum Fortsetzen ab Blatt 3 neu einlegen.") == true)
            #expect(log.end?.problem?.remedy.en.hasSuffix("To go on, load again from sheet 3.") == true)
        }

        @Test("a duplex unit that loses a side gives an odd number of pages")
        func lostSide() throws {
            let bench = try ScannerBench(pages: stack(6), script: "at 4: no-back")
            #expect(try bench.feed(.with { $0.source = .duplexFeeder }).isComplete(pages: 5))
        }

        private func stack(_ count: Int) -> [PortableMap] { (0..<count).map { PortableMap(.gray, seed: $0) } }
    }
}
