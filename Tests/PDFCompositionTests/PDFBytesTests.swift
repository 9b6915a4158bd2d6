import CaptureModel
import Foundation
import TestSupport
import Testing

/// The clauses of PDF/A that a validator behind a tolerant parser cannot see.
@Suite("the bytes of the file")
struct PDFBytesTests {
    private let sample: Sample
    private let path: String
    private let bytes: [UInt8]
    /// The file with one character a byte.
    private let text: String

    init() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        try sample.addBarPage()
        path = try sample.compose()
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        self.sample = sample
        text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// Where objects are, by number, as qpdf reads it from the cross-references.
    private func places() throws -> [Int: String] {
        let lines = try Tool.run("qpdf", ["--show-xref", path]).text.split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: try lines.map { line in
                let match = try #require(line.wholeMatch(of: /(\d+)\/0: (.+)/), "\(line)")
                return (try #require(Int(match.1)), String(match.2))
            })
    }

    /// Where the last cross-references begin.
    private func start() throws -> Int {
        let tail = try #require(text.firstMatch(of: /\nstartxref\n(\d+)\n%%EOF\n$/))
        return try #require(Int(tail.1))
    }

    @Test("the header is the first line and the second has four bytes above 127")
    func header() {
        #expect(text.hasPrefix("%PDF-1.7\n%"))
        #expect(bytes[10..<14].allSatisfy { $0 > 127 } && bytes[14] == 0x0A)
    }

    @Test("every object is where the cross-references say, streams by themselves and all else packed")
    func crossReferences() throws {
        let places = try places()
        #expect(places.keys.sorted() == Array(1...places.count))
        for (number, place) in places {
            guard let match = place.wholeMatch(of: /uncompressed; offset = (\d+)/) else {
                let packed = try #require(place.firstMatch(of: /compressed; stream = (\d+)/))
                #expect(Int(packed.1).flatMap { places[$0] }?.hasPrefix("uncompressed") == true)
                continue
            }
            let offset = try #require(Int(match.1))
            #expect(bytes[offset...].starts(with: Array("\(number) 0 obj\n<< ".utf8)))
        }
    }

    @Test("more objects than one stream holds are all found again, and so is each page's place")
    func manyObjects() throws {
        var sample = try Sample()
        for _ in 0..<120 { try sample.addPage(Sample.letter) }
        let path = try sample.compose()
        let checked = try Tool.run("qpdf", ["--check", path])
        #expect(checked.status == 0 && checked.errors.isEmpty, "\(checked.text) \(checked.errorText)")
        let streams = try Tool.run("qpdf", ["--show-xref", path]).text.matches(of: /; stream = (\d+), index = 0/)
        #expect(streams.count == 3)
        #expect(try Tool.run("pdftotext", [path, "-"]).text.matches(of: /Damen/).count == 120)
    }

    @Test("the cross-references name the root, the number of objects and two equal identifiers")
    func trailer() throws {
        let dictionary = Substring(text.unicodeScalars.dropFirst(try start()))
        let match = try #require(
            dictionary.prefixMatch(
                of: #/(\d+) 0 obj\n<< /Type /XRef /Size (\d+) /Root 1 0 R /ID \[ <(\w+)> <(\w+)> \] /#))
        #expect(try Int(match.2) == places().count + 1 && Int(match.1) == places().count)
        #expect(match.3 == "6F0D3C1E2B4A4C5D8E9F0123456789AB" && match.4 == match.3)
    }

    @Test("every stream has the length it tells and ends with a line end of its own")
    func streams() throws {
        let streams = text.matches(of: /\/Length (\d+) >>\nstream\n/)
        #expect(streams.count > 8)
        for stream in streams {
            let length = try #require(Int(stream.1))
            let start = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: stream.range.upperBound)
            #expect(bytes[(start + length)...].starts(with: Array("\nendstream\nendobj\n".utf8)))
        }
    }

    @Test("it is not encrypted and runs nothing")
    func harmless() {
        for name in ["/Encrypt", "/JavaScript", "/OpenAction", "/AA", "/Launch"] { #expect(!text.contains(name + " ")) }
    }

    @Test("the group 4 data is in the file as it was given")
    func passThrough() { #expect(Data(bytes).range(of: BarFax.strip) != nil) }
}
