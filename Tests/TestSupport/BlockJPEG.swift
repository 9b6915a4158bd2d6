// JPEG images made of flat blocks of 8 by 8 pixels: the smallest baseline files with pixels known in advance.
//
// Only the mean of a block is coded (ITU-T T.81): all codes of means are 4 bits long, the code for "no detail" is 1 bit.

package import Foundation

/// A gray or color image of flat blocks.
package struct BlockJPEG {
    /// Blocks across and down.
    package let columns: Int
    package let rows: Int
    /// By component (luma first), the level 0...255 of each block, row by row.
    package let levels: [[UInt8]]

    package init(columns: Int, rows: Int, levels: [[UInt8]]) {
        self.columns = columns
        self.rows = rows
        self.levels = levels
    }

    /// A gray image whose block at (column, row) has the level that `level` gives.
    package init(columns: Int, rows: Int, level: (Int, Int) -> UInt8) {
        let luma = (0..<rows).flatMap { row in (0..<columns).map { level($0, row) } }
        self.init(columns: columns, rows: rows, levels: [luma])
    }

    package var width: Int { 8 * columns }
    package var height: Int { 8 * rows }

    package var data: Data {
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))  // every step is 8, so a mean's step is 1
        let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        bytes += segment(0xC0, [8] + size + [UInt8(levels.count)] + components { [$0, 0x11, 0] })
        bytes += segment(0xC4, [0x00, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0..<12))
        bytes += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
        bytes += segment(0xDA, [UInt8(levels.count)] + components { [$0, 0x00] } + [0, 63, 0])
        return Data(bytes + scan + [0xFF, 0xD9])
    }

    private func components(_ entry: (UInt8) -> [UInt8]) -> [UInt8] {
        levels.indices.flatMap { entry(UInt8($0 + 1)) }
    }

    private func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
    }

    private var scan: [UInt8] {
        var bits = BitWriter()
        var previous = [Int](repeating: 0, count: levels.count)
        for block in 0..<columns * rows {
            for component in levels.indices {
                let mean = Int(levels[component][block]) - 128
                let difference = mean - previous[component]
                previous[component] = mean
                let category = Int.bitWidth - difference.magnitude.leadingZeroBitCount
                bits.add(category, count: 4)
                bits.add(difference < 0 ? difference + (1 << category) - 1 : difference, count: category)
                bits.add(0, count: 1)
            }
        }
        return bits.finished(with: 1).flatMap { $0 == 0xFF ? [0xFF, 0x00] : [$0] }
    }
}

/// Bits gathered most significant first.
package struct BitWriter {
    private var bytes: [UInt8] = []
    private var used = 0

    package init() {}

    package mutating func add(_ value: Int, count: Int) {
        for position in stride(from: count - 1, through: 0, by: -1) {
            if used % 8 == 0 { bytes.append(0) }
            if value >> position & 1 == 1 { bytes[used / 8] |= 0x80 >> UInt8(used % 8) }
            used += 1
        }
    }

    /// Adds digits of "0" and "1"; other characters are there for the eye.
    package mutating func add(_ digits: String) {
        for digit in digits where digit == "0" || digit == "1" { add(digit == "1" ? 1 : 0, count: 1) }
    }

    /// The bytes, the last one filled with `bit`.
    package func finished(with bit: Int) -> [UInt8] {
        var copy = self
        while copy.used % 8 != 0 { copy.add(bit, count: 1) }
        return copy.bytes
    }
}
