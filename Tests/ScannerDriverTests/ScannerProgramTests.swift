import CaptureModel
import Foundation
import TestSupport
import Testing

extension ScannerTests {
    @Suite("The scanner program") struct Program {
        @Test("lists the scanners of the configured drivers")
        func list() throws {
            let bench = try ScannerBench(pages: [])
            let devices: [ScannerDevice] = try bench.ask("list")
            #expect(devices.map(\.name) == [bench.device] && devices.map(\.vendor) == ["Scanstelle"])
        }

        @Test("shows a scanner's options with values, choices and units")
        func options() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1)])
            let options: [ScannerOption] = try bench.ask("options", bench.device)
            let source = try #require(options.first { $0.name == "source" })
            #expect(source.value == "ADF Front" && source.choices == ["Flatbed", "ADF Front", "ADF Duplex"])
            let resolution = try #require(options.first { $0.name == "resolution" })
            #expect(resolution.value == "300" && resolution.unit == "dpi" && resolution.maximum == 1200)
            #expect(options.first { $0.name == "df-thickness" }?.isSettable == false)
            #expect(options.first { $0.name == "page-loaded" }?.value == "yes")
        }

        @Test("reading the scan button's sensor lets the button go")
        func button() throws {
            let bench = try ScannerBench(pages: [])
            try bench.scratch.write(Data(), to: "stack/scan")
            let presses = try (0..<2).map { _ in
                let options: [ScannerOption] = try bench.ask("options", bench.device)
                return options.first { $0.name == "scan" }?.value
            }
            #expect(presses == ["yes", "no"])
        }

        @Test("a scanner that is not there is told as such")
        func missing() throws {
            let error: CaptureError = try ScannerBench(pages: []).ask("options", "folder:/nowhere")
            #expect(error.problem == "scanner-missing" && error.code == .unavailable)
        }

        @Test("a command it does not understand ends it with a fault")
        func unknownCommand() throws {
            let bench = try ScannerBench(pages: [])
            let program = try #require(Programs.path(of: "scanstelle-scanner"))
            let outcome = try bench.run(program, ["feed"], input: Data("nonsense\n".utf8))
            #expect(outcome.status == 1)
            #expect(try JSONDecoder().decode(CaptureError.self, from: outcome.output).code == .internalFault)
        }

        @Test("Debian's scanimage feeds the folder's pages byte for byte", .enabled(if: hasScanimage))
        func scanimage() throws {
            let pages = (1...3).map { PortableMap(.color, seed: $0) }
            let bench = try ScannerBench(pages: pages)
            let pattern = "--batch=" + bench.scratch.path("pages/%d.pnm")
            let outcome = try bench.run("scanimage", ["-d", bench.device, "--format=pnm", pattern])
            #expect(outcome.status == 0)
            for (index, page) in pages.enumerated() {
                #expect(try bench.scratch.read("pages/\(index + 1).pnm").suffix(page.bytes.count) == Data(page.bytes))
            }
        }

        private static var hasScanimage: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/scanimage") }
    }
}
