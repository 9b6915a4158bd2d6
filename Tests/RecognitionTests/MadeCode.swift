import CaptureModel
import Imaging
import TestSupport

/// A code made with zxing-cpp 3.1.1, as its modules: each row a hexadecimal number of `width` bits, 1 is dark.
struct MadeCode {
    var width: Int
    var rows: [UInt64]

    /// `rows` as text; a bar code has one row, of any length.
    init(width: Int, _ rows: String) {
        self.width = width
        self.rows = rows.split(separator: " ").map { UInt64($0, radix: 16) ?? 0 }
    }

    /// Invented content of the form a franking mark has: DEA, kind, version, customer, value, date, product.
    static let franking = MadeCode(
        width: 48,
        """
        aaaaaaaaaaaa cc1085811fc9 86f580a037ea b06611842505 9c640280de56 c74441911be9 94ed08828c22 c78e01c31637 \
        fa5c228848c6 84840589b7c1 89008cb78060 ac1011ef6d99 80021cea204c a84459820079 f149a88c0ab8 ffffffffffff
        """)
    /// Says `DEADLINE 2026-12-31 08:00`.
    static let deadline = MadeCode(
        width: 18,
        """
        2aaaa 2fa19 34d62 37d8f 2b914 2a6ff 2767a 35871 23d7e 34545 28c42 3bf7f 302ce 2f667 3a544 219c9 2b542 3ffff
        """)
    /// Says `00 01 02 FF FE 80 07 09`.
    static let bytes = MadeCode(
        width: 26,
        """
        2aaaaaa 33182b1 203640a 2c784f7 2124d66 30e5059 363f112 24a9197 3ee8a5a 2085951 24c466c 3ffffff
        """)
    /// Says `Müller, Straße 5 äöüß`.
    static let umlauts = MadeCode(
        width: 25,
        """
        1fd2c7f 1048641 175775d 1744c5d 174995d 1054d41 1fd557f 0000900 1469225 1714eed 1bdbb4d 069d808 1459b58 \
        0f3deef 1ac52fc 07b754a 19d8ff8 0018918 1fd6155 1044b1a 1743bf1 1741392 175dcbb 1047600 1fd0c49
        """)
    /// Says `A, NUL, B, ESC, [2J, right-to-left override, gnp, tab, C`.
    static let controls = MadeCode(
        width: 21,
        """
        1fcf7f 105f41 17575d 17465d 17515d 105841 1fd57f 001d00 1a6576 0e8f31 0f76c4 1d3993 05431d 001dc8 1fdd4e \
        104b8b 174fa6 175999 174645 10571b 1fd21a
        """)

    /// The modules of one row, without the quiet zone.
    var modules: [[Bool]] { rows.map { row in (0..<width).map { row >> UInt64(width - 1 - $0) & 1 == 1 } } }
}

/// The bars of a bar code as one line of modules.
enum MadeBars {
    /// Says `UPC-A 725272730706`.
    static let upca = line("5764d893764d51217289ca85", width: 95)
    /// Says `EAN-13 4006381333931`.
    static let ean13 = line("51a9d7bd12cd50a142e90b35", width: 95)
    /// Says `Code 128 AZ:31.21-2026/0042`.
    static let code128 = line("348518ec5c9b2e4e699d9ca734dcbbd93b935eeb9977b665b89918eb", width: 222)

    private static func line(_ digits: String, width: Int) -> [Bool] {
        let bits = digits.flatMap { digit in
            let value = digit.hexDigitValue ?? 0
            return (0..<4).map { value >> (3 - $0) & 1 == 1 }
        }
        return Array(bits.suffix(width))
    }
}

/// A gray page to paste codes on.
struct Paper {
    let width: Int
    let height: Int
    var levels: [UInt8]

    init(width: Int, height: Int, level: UInt8 = 255) {
        self.width = width
        self.height = height
        levels = [UInt8](repeating: level, count: width * height)
    }

    /// Fills the rectangle where `isInk` says so of a place in it.
    mutating func paste(
        x: Int, y: Int, width: Int, height: Int, level: UInt8 = 0, where isInk: (_ x: Int, _ y: Int) -> Bool
    ) {
        for row in 0..<height {
            for column in 0..<width where isInk(column, row) { levels[(y + row) * self.width + x + column] = level }
        }
    }

    mutating func paste(_ modules: [[Bool]], x: Int, y: Int, size: Int, level: UInt8 = 0) {
        paste(x: x, y: y, width: modules[0].count * size, height: modules.count * size, level: level) {
            modules[$1 / size][$0 / size]
        }
    }

    mutating func paste(_ bars: [Bool], x: Int, y: Int, size: Int, height: Int, level: UInt8 = 0) {
        paste(x: x, y: y, width: bars.count * size, height: height, level: level) { column, _ in bars[column / size] }
    }

    func raster(resolution: Int = 300) throws -> Raster {
        try Raster(
            levels, width: width, height: height, bytesPerLine: width, layout: .gray, resolution: resolution)
    }
}
