import Foundation
import TestSupport
import Testing

@testable import Acquisition

@Suite("The end of a file") struct FileEndingTests {
    private static func judge(_ bytes: some Collection<UInt8>) -> FileEnding {
        let bytes = Array(bytes)
        return FileEnding.judge(size: bytes.count) { offset, count in
            offset >= 0 && offset < bytes.count ? Array(bytes[offset...].prefix(count)) : []
        }
    }

    static let whole: [Data] = [
        BarFax.tiff(pages: 3), BlockJPEG(columns: 60, rows: 60) { column, _ in UInt8(column) }.data,
        Data("%PDF-1.7\n…\n%%EOF\n".utf8),
        Data([0x89, 0x50, 0x4E, 0x47]) + Data("........................IEND....".utf8),
        Data("junk before %PDF-1.4 and %%EOF\r\n".utf8) + Data(repeating: 0, count: 2000),
    ]

    @Test("is found in whole files", arguments: whole)
    func complete(_ bytes: Data) { #expect(Self.judge(bytes) == .complete) }

    @Test("is missed in files that are cut off", arguments: whole[..<4])
    func cut(_ bytes: Data) {
        #expect(Self.judge(bytes.dropLast(12)) == .incomplete)
        #expect(Self.judge(bytes.prefix(9)) == .incomplete)
    }

    @Test("is not known of other files", arguments: [Data(), Data("Guten Tag".utf8), Data([0x49, 0x49, 1, 2])])
    func unknown(_ bytes: Data) { #expect(Self.judge(bytes) == .unknown) }

    @Test("of a ring of directories is left to the worker")
    func ring() { #expect(Self.judge(BarFax.tiff(pages: 2, isRing: true)) == .unknown) }

    @Test("is missed in a TIFF whose writer has not set the first directory yet")
    func unset() {
        #expect(Self.judge([0x49, 0x49, 42, 0, 0, 0, 0, 0] + Array(repeating: 7, count: 500)) == .incomplete)
    }

    @Test("is judged of any bytes without a fault")
    func mutations() {
        var random = SeededGenerator(seed: 26_11)
        for round in 0..<20_000 {
            var bytes = Array(Self.whole[round % Self.whole.count].prefix(600))
            for _ in 0...Int.random(in: 0...8, using: &random) {
                bytes[Int.random(in: 0..<min(bytes.count, 64), using: &random)] = .random(in: 0...255, using: &random)
            }
            _ = Self.judge(bytes.prefix(.random(in: 0...bytes.count, using: &random)))
        }
    }
}
