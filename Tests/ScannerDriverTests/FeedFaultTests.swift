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
            #expect(log.end == FeedEnd(reason: .empty, pagesStarted: 3, pagesStored: 3))
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
            #expect(log.end == nil && log.stored.count == 2)
            #expect(try bench.files == ["0001/original.jpg", "0002/original.jpg"])
        }

        private func stack(_ count: Int) -> [PortableMap] { (0..<count).map { PortableMap(.gray, seed: $0) } }
    }
}
