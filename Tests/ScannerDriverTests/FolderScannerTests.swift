import CaptureModel
import DurableFiles
import Imaging
import TestSupport
import Testing

extension ScannerTests {
    @Suite("Feeding from a folder") struct FolderScanner {
        @Test("one-bit pages are stored bit for bit, in the order of their names")
        func bitExact() throws {
            let pages = (1...3).map { PortableMap(.bitonal, width: 61, seed: $0) }
            let bench = try ScannerBench(pages: pages)
            let log = try bench.feed(.with { $0.mode = .bitonal })
            #expect(log.stored.map(\.file) == ["0001/original.tif", "0002/original.tif", "0003/original.tif"])
            for (page, stored) in zip(pages, log.stored) {
                #expect(try bench.grayPixels(stored).bytes == page.grayOfBits)
            }
            #expect(log.isComplete(pages: 3))
        }

        @Test("the digest and size that are told are those of the file")
        func digest() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1)])
            let page = try #require(try bench.feed().stored.first)
            let file = try SHA256.of(file: bench.scratch.path("pages/" + page.file))
            #expect(file.hex == page.sha256 && file.sizeInBytes == page.sizeInBytes)
        }

        @Test("a color page comes out the same in one pass and in three")
        func threePass() throws {
            let page = PortableMap(.color, seed: 4)
            let settings = ScanSettings.with { $0.mode = .color }
            let single = try ScannerBench(pages: [page]).feed(settings)
            let triple = try ScannerBench(pages: [page], script: "three-pass").feed(settings)
            #expect(triple.stored == single.stored && triple.stored.count == 1)
            #expect(triple.isComplete(pages: 1))
        }

        @Test("colors keep their place", arguments: [(255, 0, 0), (0, 255, 0), (0, 0, 255)] as [(UInt8, UInt8, UInt8)])
        func colorOrder(_ color: (UInt8, UInt8, UInt8)) throws {
            let page = PortableMap(red: color.0, green: color.1, blue: color.2)
            let bench = try ScannerBench(pages: [page])
            let colored = try bench.grayPixels(#require(try bench.feed(.with { $0.mode = .color }).stored.first))
            // Leptonica's gray of red, green and blue: 0.3, 0.5 and 0.2 of 255.
            let expected = (3 * Int(color.0) + 5 * Int(color.1) + 2 * Int(color.2)) / 10
            #expect(colored.bytes.allSatisfy { abs(Int($0) - expected) <= 3 })
        }

        @Test("a resolution below the stack's own gives fewer pixels")
        func resolution() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, width: 60, height: 40, seed: 1)])
            let page = try bench.grayPixels(#require(try bench.feed(.with { $0.resolution = 150 }).stored.first))
            #expect(page.width == 30 && page.height == 20)
        }

        @Test("a page larger than the paper is cut to it")
        func paper() throws {
            let bench = try ScannerBench(
                pages: [PortableMap(.gray, width: 500, height: 640, seed: 1)], script: "resolution 50")
            let settings = ScanSettings.with {
                $0.resolution = 50
                $0.paper = "a5"
            }
            let page = try bench.grayPixels(#require(try bench.feed(settings).stored.first))
            #expect(page.width == 291 && page.height == 413)
        }

        @Test("duplex takes the files as fronts and backs in turn")
        func duplex() throws {
            let pages = (1...4).map { PortableMap(.bitonal, seed: $0) }
            let bench = try ScannerBench(pages: pages, script: "pairs")
            let log = try bench.feed(
                .with {
                    $0.mode = .bitonal
                    $0.source = .duplexFeeder
                })
            #expect(try log.stored.map { try bench.grayPixels($0).bytes } == pages.map(\.grayOfBits))
        }

        @Test("simplex leaves out the backs of a stack of pairs")
        func fronts() throws {
            let pages = (1...4).map { PortableMap(.bitonal, seed: $0) }
            let bench = try ScannerBench(pages: pages, script: "pairs")
            let log = try bench.feed(.with { $0.mode = .bitonal })
            #expect(try log.stored.map { try bench.grayPixels($0).bytes } == [0, 2].map { pages[$0].grayOfBits })
        }

        @Test("the flatbed gives one page")
        func flatbed() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1), PortableMap(.gray, seed: 2)])
            let log = try bench.feed(.with { $0.source = .flatbed })
            #expect(log.isComplete(pages: 1))
        }

        @Test("pages of a resumed batch go on counting")
        func firstPage() throws {
            let log = try ScannerBench(pages: [PortableMap(.gray, seed: 1)]).feed(firstPage: 17)
            #expect(log.stored.map(\.page) == [17] && log.stored.map(\.file) == ["0017/original.jpg"])
        }

        @Test("beside every page stands a small picture of it")
        func preview() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, width: 1400, height: 2000, seed: 1)])
            _ = try bench.feed()
            let preview = try Raster(
                decoding: bench.scratch.path("pages/0001/preview.jpg"), format: .jpeg, page: 0, limits: InputLimits())
            #expect(preview.height == 700 && preview.width == 490)
        }

        @Test("a page that is stored already is never written over")
        func noOverwriting() throws {
            let bench = try ScannerBench(pages: [PortableMap(.gray, seed: 1)])
            let first = try #require(try bench.feed().stored.first)
            let end = try #require(try bench.feed(.with { $0.quality = 10 }).end)
            #expect(end.reason == .failed && end.problem?.problem == "page-exists")
            #expect(try SHA256.of(file: bench.scratch.path("pages/" + first.file)).hex == first.sha256)
        }
    }
}
