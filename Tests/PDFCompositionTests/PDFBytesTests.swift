import CaptureModel
import Foundation
import TestSupport
import Testing

/// The clauses of PDF/A that a validator behind a tolerant parser cannot see.
@Suite("the bytes of the file")
struct PDFBytesTests {
    private let bytes: [UInt8]
    /// The file with one character a byte.
    private let text: String

    init() throws {
        var sample = try Sample()
        try sample.addPage(Sample.letter)
        try sample.addBarPage()
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample.compose())))
        text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// The cross-reference table's lines after its head, found by the offset at the end of the file.
    private func entries() throws -> [Substring] {
        let tail = try #require(text.firstMatch(of: /\nstartxref\n(\d+)\n%%EOF\n$/))
        let start = try #require(Int(tail.1))
        let table = text.unicodeScalars.dropFirst(start)
        let head = try #require(Substring(table).prefixMatch(of: /xref\n0 (\d+)\n/))
        let count = try #require(Int(head.1))
        let body = table.dropFirst(head.0.unicodeScalars.count)
        return (0..<count).map { Substring(body.dropFirst(20 * $0).prefix(20)) }
    }

    @Test("the header is the first line and the second has four bytes above 127")
    func header() {
        #expect(text.hasPrefix("%PDF-1.7\n%"))
        #expect(bytes[10..<14].allSatisfy { $0 > 127 } && bytes[14] == 0x0A)
    }

    @Test("every cross-reference entry has 20 bytes and points at its object")
    func crossReferences() throws {
        let entries = try entries()
        #expect(entries[0] == "0000000000 65535 f \n")
        for (number, entry) in entries.enumerated().dropFirst() {
            let match = try #require(entry.wholeMatch(of: /(\d{10}) 00000 n \n/))
            let offset = try #require(Int(match.1))
            #expect(bytes[offset...].starts(with: Array("\(number) 0 obj\n".utf8)))
        }
    }

    @Test("the table is followed by a trailer with two equal identifiers")
    func trailer() throws {
        let match = try #require(
            text.firstMatch(of: /\n\n?trailer\n<< \/Size (\d+) \/Root 1 0 R \/ID \[ <(\w+)> <(\w+)> \] >>\n/))
        #expect(try Int(match.1) == entries().count)
        #expect(match.2 == "6F0D3C1E2B4A4C5D8E9F0123456789AB" && match.3 == match.2)
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
