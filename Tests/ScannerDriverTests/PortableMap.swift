import Foundation

/// A page made by a test, as a binary portable map; the pixels follow from the seed, so that pages can be told apart.
struct PortableMap {
    enum Kind: String { case bitonal = "P4", gray = "P5", color = "P6" }

    let kind: Kind
    let width: Int
    let height: Int
    let bytes: [UInt8]

    init(_ kind: Kind, width: Int = 64, height: Int = 40, seed: Int) {
        self.kind = kind
        self.width = width
        self.height = height
        let count = height * (kind == .bitonal ? (width + 7) / 8 : kind == .gray ? width : 3 * width)
        bytes = (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ seed &* 101) ^ ($0 >> 3)) }
    }

    /// A page of one color.
    init(width: Int = 64, height: Int = 40, red: UInt8, green: UInt8, blue: UInt8) {
        kind = .color
        self.width = width
        self.height = height
        bytes = (0..<width * height).flatMap { _ in [red, green, blue] }
    }

    var file: Data {
        let depth = kind == .bitonal ? "" : "255\n"
        return Data("\(kind.rawValue)\n\(width) \(height)\n\(depth)".utf8) + Data(bytes)
    }

    /// Gray values of a one-bit page, 0 is black.
    var grayOfBits: [UInt8] {
        (0..<width * height).map { index in
            let (y, x) = index.quotientAndRemainder(dividingBy: width)
            return bytes[y * ((width + 7) / 8) + x / 8] >> UInt8(7 - x % 8) & 1 == 1 ? 0 : 255
        }
    }
}
