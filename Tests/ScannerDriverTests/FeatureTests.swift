import CaptureModel
import Foundation
import TestSupport
import Testing

@testable import ScannerDriver

extension ScannerTests {
    @Suite("What only some scanners can do") struct Features {
        @Test("what a profile wants and the device lacks is told, and pages are fed all the same")
        func wished() throws {
            let log = try ScannerBench(pages: [PortableMap(.gray, seed: 1)]).feed(.with { $0.onStaple = .stop })
            #expect(log.findings == ["scanner-lacks-staples"] && log.isComplete(pages: 1))
        }

        @Test("what a profile requires and the device lacks is refused by name before paper moves")
        func required() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1)])
            let end = try #require(try bench.feed(.with { $0.required = [.staples] }).end)
            #expect(end.pagesStarted == 0 && end.problem?.problem == "scanner-option")
            #expect(end.problem?.message.de.contains("Klammererkennung") == true)
        }

        @Test("a resolution the device does not reach is refused")
        func resolution() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1)])
            #expect(try bench.feed(.with { $0.resolution = 2400 }).end?.problem?.problem == "scanner-option")
        }

        @Test("brightness is a share of what the device offers")
        func brightness() throws {
            let page = PortableMap(red: 100, green: 100, blue: 100)
            let bench = try ScannerBench(pages: [page])
            let stored = try bench.feed(.with { $0.brightness = 50 }).stored
            // Half of what the virtual scanner offers: 64 of 127 levels.
            #expect(try bench.grayPixels(#require(stored.first)).bytes.allSatisfy { abs(Int($0) - 164) <= 2 })
        }

        @Test("the imprinter prints the profile's text and counts the sheets")
        func imprint() throws {
            let bench = try ScannerBench(pages: (1...4).map { PortableMap(.gray, seed: $0) }, script: "pairs")
            _ = try bench.feed(
                .with {
                    $0.source = .duplexFeeder
                    $0.imprint = "Eingang %05ud"
                })
            let text = String(decoding: try bench.scratch.read("stack/endorsed"), as: UTF8.self)
            #expect(text == "Eingang 00001\nEingang 00002\n")
        }

        @Test("a device tells what it can do in the words of profiles")
        func capabilities() throws {
            let capabilities: ScannerCapabilities = try ScannerBench(pages: []).inquire("describe")
            #expect(capabilities.sources == [.flatbed, .feeder, .duplexFeeder])
            #expect(capabilities.modes == [.bitonal, .gray, .color] && capabilities.resolutions == [50, 1200])
            let offered = capabilities.features.filter(\.isOffered).map(\.feature)
            #expect(offered.contains(.doubleFeed) && offered.contains(.pageSensor) && !offered.contains(.staples))
            #expect(capabilities.buttons == ["scan"])
        }

        @Test(
            "the driver is told by the device's name",
            arguments: [
                ("fujitsu:fi-7160:1", "fujitsu"), ("net:scanner:canon_dr:libusb:1:2", "canon_dr"),
                ("net:[::1]:test:0", "test"), ("test", "test"),
            ])
        func driver(_ name: String, _ driver: String) { #expect(DeviceQuirks.driver(of: name) == driver) }
    }
}

extension ScannerBench {
    fileprivate func inquire<Answer: Decodable>(_ question: String) throws -> Answer { try ask(question, device) }
}
