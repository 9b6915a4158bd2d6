import CaptureModel
import Foundation
import Imaging
import TestSupport
import Testing

@testable import Recognition

@Suite("Barcodes")
struct BarcodeReaderTests {
    private let reader = BarcodeReader(symbologies: nil)

    private func read(_ code: MadeCode) throws -> [Barcode] {
        let side = max(code.width, code.rows.count) * 6 + 80
        var paper = Paper(width: side, height: side)
        paper.paste(code.modules, x: 40, y: 40, size: 6)
        return try reader.read(paper.raster())
    }

    @Test("a franking mark is told as such, its bytes in hexadecimal digits")
    func franking() throws {
        let codes = try read(.franking)
        #expect(codes.map(\.content) == [.franking])
        #expect(codes.first?.text.hasPrefix("44454112240130A5") == true)
    }

    @Test("text that begins like a franking mark stays text")
    func deadline() throws {
        let codes = try read(.deadline)
        #expect(codes.map(\.text) == ["DEADLINE 2026-12-31 08:00"] && codes.first?.content == nil)
    }

    @Test("bytes that are no text come as hexadecimal digits")
    func bytes() throws {
        let codes = try read(.bytes)
        #expect(codes.map(\.text) == ["000102FFFE800709"] && codes.first?.content == .binary)
    }

    @Test("umlauts are read as they are meant")
    func umlauts() throws {
        #expect(try read(.umlauts).map(\.text) == ["Müller, Straße 5 äöüß"])
    }

    @Test("text with control characters, or with signs that turn the direction of writing, comes as digits")
    func controls() throws {
        let codes = try read(.controls)
        #expect(codes.map(\.text) == ["4100421B5B324AE280AE676E700943"] && codes.first?.content == .binary)
    }

    @Test("UPC-A is told from EAN-13, and counts as EAN-13 where only that was asked for")
    func articleNumbers() throws {
        var paper = Paper(width: 700, height: 500)
        paper.paste(MadeBars.upca, x: 60, y: 40, size: 4, height: 150)
        paper.paste(MadeBars.ean13, x: 60, y: 290, size: 4, height: 150)
        let page = try paper.raster()
        let all = try reader.read(page).sorted { $0.box.y < $1.box.y }
        #expect(all.map(\.symbology) == [.upca, .ean13] && all.map(\.text) == ["725272730706", "4006381333931"])
        let asked = try BarcodeReader(symbologies: [.ean13]).read(page).sorted { $0.box.y < $1.box.y }
        #expect(asked.map(\.text) == ["0725272730706", "4006381333931"])
    }

    @Test("all codes of a page are read whichever way it lies", arguments: QuarterTurn.allCases)
    func several(_ turn: QuarterTurn) throws {
        var paper = Paper(width: 1000, height: 900)
        paper.paste(MadeBars.code128, x: 80, y: 60, size: 3, height: 120)
        paper.paste(MadeCode.umlauts.modules, x: 80, y: 300, size: 5)
        paper.paste(MadeCode.franking.modules, x: 400, y: 300, size: 5)
        let codes = try reader.read(paper.raster().rotated(turn))
        #expect(Set(codes.map(\.symbology)) == [.code128, .qr, .datamatrix] && codes.count == 3)
    }

    @Test("one code printed twice counts twice")
    func twins() throws {
        // Farther apart than half their length: zxing-cpp takes lines nearer than that for one code.
        var paper = Paper(width: 900, height: 900)
        paper.paste(MadeBars.code128, x: 80, y: 60, size: 3, height: 120)
        paper.paste(MadeBars.code128, x: 80, y: 660, size: 3, height: 120)
        #expect(try reader.read(paper.raster()).map(\.text) == ["AZ:31.21-2026/0042", "AZ:31.21-2026/0042"])
    }

    @Test("a small image of white bars on black is read")
    func inverse() throws {
        var paper = Paper(width: 800, height: 240, level: 20)
        paper.paste(MadeBars.code128, x: 60, y: 60, size: 3, height: 120, level: 235)
        let codes = try reader.read(paper.raster())
        #expect(codes.map(\.text) == ["AZ:31.21-2026/0042"])
        let place = try #require(codes.first?.box)
        #expect(abs(place.x - 60) < 10 && abs(place.width - 666) < 20)
    }

    /// A page of A4 at 200 dpi: too large for every effort at once.
    private func page(turned degrees: Double) throws -> Raster {
        var paper = Paper(width: 1654, height: 2339)
        paper.paste(MadeBars.code128, x: 494, y: 1110, size: 3, height: 120)
        return try paper.raster(resolution: 200).rotated(degrees: degrees)
    }

    @Test("where a code is waited for, one that lies at an angle is found in its place", arguments: [-40.0, 25, 52])
    func angle(_ degrees: Double) throws {
        let page = try page(turned: degrees)
        #expect(try reader.read(page).isEmpty)
        let codes = try reader.searched(page, PageSketch(of: page), after: [])
        #expect(codes.map(\.text) == ["AZ:31.21-2026/0042"])
        let place = try #require(codes.first?.box)
        #expect(abs(place.x + place.width / 2 - 827) < 60 && abs(place.y + place.height / 2 - 1170) < 60)
    }

    @Test("where a code is waited for, worn bars are read along their length")
    func worn() throws {
        var random = SplitMix(state: 7)
        var paper = Paper(width: 1654, height: 2339)
        paper.paste(MadeBars.code128, x: 494, y: 1110, size: 3, height: 120)
        for place in paper.levels.indices where random.next() % 100 < 55 { paper.levels[place] = 255 }
        let page = try paper.raster(resolution: 300)
        #expect(try reader.read(page).isEmpty)
        let codes = try reader.searched(page, PageSketch(of: page), after: [])
        #expect(codes.map(\.text) == ["AZ:31.21-2026/0042"])
    }

    @Test("no search begins where a code was found already, but a franking mark is none")
    func settled() throws {
        let page = try page(turned: 25)
        let sketch = try PageSketch(of: page)
        let corner = Box(x: 0, y: 0, width: 100, height: 100)
        let found = [Barcode(symbology: .qr, text: "found", box: corner)]
        #expect(try reader.searched(page, sketch, after: found) == found)
        let franked = [Barcode(symbology: .datamatrix, text: "444541", box: corner, content: .franking)]
        #expect(try reader.searched(page, sketch, after: franked).count == 2)
    }

    @Test("nothing is searched on a page of text-like lines and rules")
    func lines() throws {
        var paper = Paper(width: 1654, height: 2339)
        paper.paste(x: 150, y: 150, width: 1300, height: 2000) { x, y in y % 33 < 16 && (x / 3 + y / 33) % 3 == 0 }
        let page = try paper.raster(resolution: 200)
        #expect(try reader.searched(page, PageSketch(of: page), after: reader.read(page)).isEmpty)
    }
}

/// The same numbers each time (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Content of barcodes")
struct BarcodePayloadTests {
    @Test("whatever a code holds, its text is printable or separators, and bounded")
    func fuzz() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let kinds: [BarcodePayload.Kind] = [.text, .gs1, .envelope, .bytes]
            let payload = BarcodePayload(
                text: String(decoding: bytes, as: UTF8.self), bytes: bytes,
                kind: kinds.randomElement(using: &random) ?? .text, symbology: .datamatrix)
            let allowed: Set<UInt32> = [0x04, 0x09, 0x0A, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F]
            for scalar in (payload?.text ?? "").unicodeScalars where scalar.properties.generalCategory == .control {
                #expect(allowed.contains(scalar.value))
            }
        }
    }

    @Test("a code with nothing in it is none, nor is one with more than a code can hold")
    func bounds() {
        #expect(BarcodePayload(text: "", bytes: [], kind: .text, symbology: .qr) == nil)
        let long = String(repeating: "9", count: 30_000)
        #expect(BarcodePayload(text: long, bytes: Array(long.utf8), kind: .text, symbology: .qr) == nil)
    }

    @Test("a text is never cut off at a zero byte") func zeroByte() {
        let payload = BarcodePayload(text: "A", bytes: [0x41, 0, 0x42], kind: .text, symbology: .qr)
        #expect(payload?.text == "410042" && payload?.content == .binary)
    }

    @Test("GS1 elements keep the separators between them")
    func gs1() {
        let text = "0104012345678901\u{1D}10ABC"
        let payload = BarcodePayload(text: text, bytes: Array(text.utf8), kind: .gs1, symbology: .datamatrix)
        #expect(payload?.text == text && payload?.content == .gs1)
    }

    @Test("a code written before codes told their kind of content is still read")
    func oldRecord() throws {
        let old = Data(#"{"symbology": "qr", "text": "A", "box": [1, 2, 3, 4]}"#.utf8)
        let code = try JSONDecoder().decode(Barcode.self, from: old)
        #expect(code == Barcode(symbology: .qr, text: "A", box: Box(x: 1, y: 2, width: 3, height: 4)))
    }
}
