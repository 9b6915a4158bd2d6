/// The pixels of a page as a scanner sees them.
///
/// One bit: rows padded to whole bytes, 1 is black; else 8 bits a sample, rows without padding.
struct Pixels {
    enum Layout: Int32 {
        case bitonal = 0
        case gray = 1
        case rgb = 3
    }

    var layout: Layout
    var width: Int
    var height: Int
    var bytes: [UInt8]

    var bytesPerLine: Int { layout == .bitonal ? (width + 7) / 8 : width * Int(layout.rawValue) }
}

extension Pixels {
    /// Reads a binary PBM, PGM or PPM file (P4, P5, P6) with 8 bits a sample; nil where it is no such file.
    init?(portableMap path: String) {
        guard let file = FileBytes.read(path) else { return nil }
        var header = PortableMapHeader(file)
        guard let layout = header.magic(), let width = header.number(), let height = header.number(),
            layout == .bitonal || header.number() == 255
        else { return nil }
        self.init(layout: layout, width: width, height: height, bytes: [])
        bytes = Array(file.dropFirst(header.offset + 1))
        guard width > 0, height > 0, bytes.count == bytesPerLine * height else { return nil }
    }
}

/// The words at the head of a portable map, between them spaces and comments.
private struct PortableMapHeader {
    private let file: [UInt8]
    private(set) var offset = 0

    init(_ file: [UInt8]) { self.file = file }

    mutating func magic() -> Pixels.Layout? {
        switch word() {
        case "P4": .bitonal
        case "P5": .gray
        case "P6": .rgb
        default: nil
        }
    }

    mutating func number() -> Int? {
        guard let number = Int(word()), number <= 100_000 else { return nil }
        return number
    }

    private mutating func word() -> String {
        while offset < file.count, file[offset] <= 32 || file[offset] == UInt8(ascii: "#") {
            if file[offset] > 32 { while offset < file.count, file[offset] != 10 { offset += 1 } } else { offset += 1 }
        }
        let start = offset
        while offset < file.count, file[offset] > 32 { offset += 1 }
        return String(decoding: file[start..<offset], as: UTF8.self)
    }
}
