import CaptureModel
import Foundation
import Testing

extension ScannerTests {
    @Suite("Stopping a feed") struct Cancellation {
        @Test("a command stops a driver that hangs, and the page in flight leaves no file")
        func command() throws {
            let bench = try ScannerBench(pages: stack, script: "at 2: hang")
            let feed = try bench.startFeed()
            try feed.waitForStart(ofPage: 2)
            try feed.send(.cancel)
            let end = try #require(try feed.end())
            #expect(end.reason == .canceled && end.pagesStarted == 2 && end.pagesStored == 1)
            #expect(end.problem?.message.de.contains("Blatt 1 ist das letzte gespeicherte.") == true)
            #expect(try bench.files == ["0001/original.jpg"])
        }

        @Test("a polite signal stops the feed as the command does", arguments: [SIGTERM, SIGINT])
        func signal(_ signal: Int32) throws {
            let feed = try ScannerBench(pages: stack, script: "at 2: hang").startFeed()
            try feed.waitForStart(ofPage: 2)
            feed.signal(signal)
            #expect(try feed.end()?.reason == .canceled)
            #expect(feed.exitStatus == 0)
        }

        @Test("a hang-up while the parent lives stops nothing")
        func hangUp() throws {
            let feed = try ScannerBench(pages: stack, script: "slow 1").startFeed()
            try feed.waitForStart(ofPage: 1)
            feed.signal(SIGHUP)
            #expect(try feed.end()?.reason == .empty)
        }

        @Test("the end of the program that started it stops the feed")
        func orphan() throws {
            let bench = try ScannerBench(pages: stack, script: "at 2: hang")
            let feed = try bench.startFeed(behindShell: true)
            try feed.waitForStart(ofPage: 2)
            feed.signal(SIGKILL)
            #expect(try feed.end()?.reason == .canceled)
        }

        @Test("a driver that cannot be stopped is killed, and the stored pages stay")
        func kill() throws {
            let bench = try ScannerBench(pages: stack, script: "at 2: hang-hard")
            let feed = try bench.startFeed()
            try feed.waitForStore(ofPage: 1)
            try feed.send(.cancel)
            feed.signal(SIGKILL)
            #expect(try feed.end() == nil)
            #expect(try bench.files == ["0001/original.jpg"])
        }

        @Test("a page that SANE's test device ends as if it were whole is not taken once the feed is canceled")
        func endOfFile() throws {
            let bench = try ScannerBench.testDevice()
            let feed = try bench.startFeed(
                .with { $0.options = ["read-delay": "yes", "read-delay-duration": "200000"] })
            try feed.waitForStart(ofPage: 1)
            try feed.send(.cancel)
            let end = try #require(try feed.end())
            #expect(end.reason == .canceled && end.pagesStarted == 1 && end.pagesStored == 0)
            #expect(try bench.files.isEmpty)
        }

        @Test(
            "a driver that cannot be stopped is told as the end, and its process goes",
            arguments: ["hang-hard", "hang"])
        func watchdog(_ fault: String) throws {
            let bench = try ScannerBench(pages: stack, script: "at 2: \(fault)")
            let end = try #require(try bench.feed(silenceSeconds: 0.3).end)
            #expect(end.reason == .failed && end.problem?.problem == "scanner-silent")
            #expect(end.pagesStarted == 2 && end.pagesStored == 1)
            #expect(end.problem?.remedy.de.hasSuffix("ab Blatt 2 neu einlegen.") == true)
        }

        private var stack: [PortableMap] { (1...3).map { PortableMap(.gray, seed: $0) } }
    }
}
