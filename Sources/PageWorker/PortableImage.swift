import CaptureModel
import Imaging

/// An image in one of the netpbm formats (PBM, PGM, PPM; raw), as poppler's tools write them: a short head, then rows.
struct PortableImage: ~Copyable {
    let width: Int
    let height: Int
    private let layout: Raster.Layout
    private let file: MappedFile
    private let rows: UnsafeRawBufferPointer

    init(path: String, limits: InputLimits) throws(CaptureError) {
        let file = try MappedFile(path: path)
        var head = Head(rest: file.bytes[...])
        let layout = try head.layout()
        let width = Int(head.word()) ?? 0
        let height = Int(head.word()) ?? 0
        if layout != .bitonal, head.word() != "255" { throw .fault("PortableImage", "not 8 bits") }
        let rows = UnsafeRawBufferPointer(rebasing: head.rest)
        let sides = 1...limits.pixelsPerSide
        guard sides.contains(width), sides.contains(height), width * height <= limits.pixelsPerPage,
            rows.count >= layout.bytes(of: width) * height
        else { throw .fault("PortableImage", "size \(width) x \(height)") }
        self.width = width
        self.height = height
        self.layout = layout
        self.rows = rows
        self.file = file
    }

    func raster(resolution: Int) throws(CaptureError) -> Raster {
        try Raster(
            rows: rows, width: width, height: height, bytesPerLine: layout.bytes(of: width), layout: layout,
            resolution: resolution)
    }

    /// The gray level at a pixel of a PGM.
    func level(x: Int, y: Int) -> UInt8 { rows[y * width + x] }

    var isGray: Bool { layout == .gray }

    /// The head: words of ASCII, each followed by one blank; poppler writes no comments.
    private struct Head {
        var rest: Slice<UnsafeRawBufferPointer>

        mutating func layout() throws(CaptureError) -> Raster.Layout {
            switch word() {
            case "P4": .bitonal
            case "P5": .gray
            case "P6": .rgb
            default: throw .fault("PortableImage", "unknown kind")
            }
        }

        mutating func word() -> String {
            let word = rest.prefix(20).prefix { $0 > 0x20 }
            rest = rest.dropFirst(word.count + 1)
            return String(decoding: word, as: UTF8.self)
        }
    }
}

extension Raster.Layout {
    /// Bytes of a row of `width` pixels, without a gap behind it.
    fileprivate func bytes(of width: Int) -> Int {
        switch self {
        case .bitonal: (width + 7) / 8
        case .gray: width
        case .rgb: 3 * width
        }
    }
}
