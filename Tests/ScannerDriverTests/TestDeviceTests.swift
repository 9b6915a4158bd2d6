import CaptureModel
import Testing

extension ScannerTests {
    /// Debian's `test` backend, which plays the devices that are out of the ordinary.
    @Suite("SANE's test device") struct TestDevice {
        @Test("the feeder's ten pages are stored, then it is empty")
        func tenPages() throws {
            let log = try ScannerBench.testDevice().feed(.with { $0.resolution = 50 })
            #expect(log.stored.map(\.page) == Array(1...10))
            #expect(log.isComplete(pages: 10))
        }

        @Test(
            "a page looks the same however the device sends it",
            arguments: [
                ["three-pass": "yes"], ["fuzzy-parameters": "yes"], ["depth": "16"],
                ["depth": "16", "three-pass": "yes"],
            ])
        func sameCopies(_ options: [String: String]) throws {
            // The color pattern has finer steps in 16 bits; the grid has none.
            let picture = ["test-picture": options["depth"] == nil ? "Color pattern" : "Grid"]
            let plain = try feed(.color, picture)
            let other = try feed(.color, picture.merging(options) { $1 })
            #expect(other.stored.map(\.sha256) == plain.stored.map(\.sha256) && plain.stored.count == 1)
        }

        @Test("three frames in any order make one page", arguments: ["RGB", "BGR", "GRB"])
        func frameOrder(_ order: String) throws {
            let log = try feed(.color, ["three-pass": "yes", "three-pass-order": order])
            #expect(log.stored.map(\.sha256) == (try feed(.color, [:])).stored.map(\.sha256))
        }

        @Test("a hand scanner, which does not know its length, gives a page 11 cm wide")
        func handScanner() throws {
            let bench = try ScannerBench.testDevice()
            let log = try bench.feed(.flatbed(.gray, ["hand-scanner": "yes"]))
            let page = try bench.grayPixels(#require(log.stored.first))
            // 216.5 pixels at 50 dpi; the device cuts them.
            #expect(page.width == 216)
        }

        @Test("one-bit pages and one-bit colors are taken", arguments: [ColorMode.bitonal, .color])
        func oneBit(_ mode: ColorMode) throws {
            let log = try feed(mode, ["depth": "1"])
            #expect(log.stored.map(\.format) == [mode == .bitonal ? .tiff : .jpeg])
        }

        @Test("rows longer than their pixels do not slant the page")
        func rowPadding() throws {
            let bench = try ScannerBench.testDevice()
            let options = ["ppl-loss": "5", "test-picture": "Solid white"]
            let page = try bench.grayPixels(#require(try bench.feed(.flatbed(.gray, options)).stored.first))
            let whole = try bench.grayPixels(
                #require(try bench.feed(.flatbed(.gray, ["test-picture": "Solid white"]), firstPage: 2).stored.first))
            #expect(page.width == whole.width - 5 && page.height == whole.height)
        }

        @Test(
            "whatever reading answers, no page is stored and a reason is told",
            arguments: [
                ("JAMMED", FeedEnd.Reason.jammed, "paper-jam"), ("COVER_OPEN", .coverOpen, "cover-open"),
                ("NO_DOCS", .failed, "scanner-failed"), ("IO_ERROR", .failed, "scanner-failed"),
                ("NO_MEM", .failed, "scanner-failed"), ("ACCESS_DENIED", .failed, "scanner-access-denied"),
                ("DEVICE_BUSY", .failed, "scanner-busy"), ("INVAL", .failed, "scanner-failed"),
                ("UNSUPPORTED", .failed, "scanner-failed"), ("CANCELLED", .canceled, "feed-canceled"),
                ("EOF", .failed, "page-incomplete"),
            ])
        func readStatus(_ status: String, _ reason: FeedEnd.Reason, _ problem: String) throws {
            let bench = try ScannerBench.testDevice()
            let end = try #require(
                try bench.feed(.with { $0.options = ["read-return-value": "SANE_STATUS_" + status] }).end)
            #expect(end.reason == reason && end.problem?.problem == problem)
            #expect(end.pagesStarted == 1 && end.pagesStored == 0)
            #expect(try bench.files.isEmpty)
        }

        @Test("what the profile asks for and the device lacks is refused before paper moves")
        func lacking() throws {
            let duplex = try #require(try ScannerBench.testDevice().feed(.with { $0.source = .duplexFeeder }).end)
            #expect(duplex.problem?.code == .badProfile && duplex.pagesStarted == 0)
            let option = try #require(try feed(.gray, ["no-such-option": "1"]).end)
            #expect(option.problem?.problem == "scanner-option" && option.pagesStarted == 0)
        }

        private func feed(_ mode: ColorMode, _ options: [String: String]) throws -> FeedLog {
            try ScannerBench.testDevice().feed(
                .flatbed(mode, options.merging(["test-picture": "Color pattern"]) { own, _ in own }))
        }
    }
}

extension ScanSettings {
    fileprivate static func flatbed(_ mode: ColorMode, _ options: [String: String]) -> ScanSettings {
        .with {
            $0.source = .flatbed
            $0.resolution = 50
            $0.mode = mode
            $0.options = options
        }
    }
}
