import CaptureModel
import Foundation

/// The content stream of a separator sheet; y counts in millimeters from the top, as people measure.
struct SheetDrawing {
    static let width = Length.mm(210)
    static let height = Length.mm(297)

    /// White margin outside the outermost bar; Kodak asks for 0.25 in at least.
    private static let margin = 8.0
    private static let wide = Length.inches(0.20).millimeters
    private static let narrow = Length.inches(0.08).millimeters
    /// Bars end this far from the corners, so that those of one edge never cross those of the next.
    private static let cornerAcross = 36.0
    private static let cornerDown = 52.0
    /// The width that texts and codes may take between the bars of the left and right edges.
    private static let innerWidth = 134.0

    private var operators = ""

    init(_ sheet: SeparatorSheet, bars: CodeModules?, squares: CodeModules?) {
        if let patch = sheet.patch { add(patch) }
        text("TRENNBLATT", size: 30, at: 52, isBold: true)
        text(sheet.title, size: 30, at: 74, isBold: true)
        var y = 86.0
        for line in sheet.lines {
            text(line, size: 14, at: y)
            y += 8
        }
        // At least 0.33 mm a module: three pixels at 200 dpi, the least zxing-cpp reads when a sheet lies askew.
        if let squares { code(squares, module: min(1.6, 48 / Double(squares.width)), top: 140, height: nil) }
        if let bars {
            code(bars, module: min(0.6, Self.innerWidth / Double(bars.width + 20)), top: 204, height: 24)
        }
        if let code = sheet.code { text(code, size: 11, at: 236) }
    }

    var bytes: [UInt8] { Array(operators.utf8) }

    // MARK: Shapes

    private mutating func box(x: Double, y: Double, width: Double, height: Double) {
        let numbers = [x, Self.height.millimeters - y - height, width, height]
        operators += numbers.map { PDFSyntax.number(Length.mm($0).points) }.joined(separator: " ") + " re f\n"
    }

    /// The bars of a patch code along all four edges, the first one outermost.
    private mutating func add(_ patch: PatchCode) {
        var offset = Self.margin
        let (width, height) = (Self.width.millimeters, Self.height.millimeters)
        for isWide in patch.isWide {
            let depth = isWide ? Self.wide : Self.narrow
            for y in [offset, height - offset - depth] {
                box(x: Self.cornerAcross, y: y, width: width - 2 * Self.cornerAcross, height: depth)
            }
            for x in [offset, width - offset - depth] {
                box(x: x, y: Self.cornerDown, width: depth, height: height - 2 * Self.cornerDown)
            }
            offset += depth + Self.narrow
        }
    }

    /// A code in the middle of the sheet; bars get the height given, squares their own.
    private mutating func code(_ code: CodeModules, module: Double, top: Double, height: Double?) {
        let left = (Self.width.millimeters - Double(code.width) * module) / 2
        for row in 0..<code.height {
            var column = 0
            while column < code.width {
                let run = code.isDark[(row * code.width + column)..<((row + 1) * code.width)].prefix { $0 }.count
                if run > 0 {
                    box(
                        x: left + Double(column) * module, y: top + Double(row) * module,
                        width: Double(run) * module, height: height ?? module)
                }
                column += max(run, 1)
            }
        }
    }

    // MARK: Text

    /// A line in the middle, smaller where it would not fit; `y` is its baseline.
    private mutating func text(_ text: String, size: Double, at y: Double, isBold: Bool = false) {
        let codes = WinAnsi.codes(of: text)
        let width = codes.reduce(0.0) { $0 + Helvetica.width(of: $1) } * (isBold ? 1.06 : 1)
        let inner = Length.mm(Self.innerWidth).points
        let size = min(size, width > 0 ? inner / width : size)
        let x = (Self.width.points - width * size) / 2
        let baseline = Self.height.points - Length.mm(y).points
        let hex = codes.map { PDFSyntax.hex($0, digits: 2) }.joined()
        operators += "BT \(isBold ? "/F2" : "/F1") \(PDFSyntax.number(size)) Tf "
        operators += "\(PDFSyntax.number(x)) \(PDFSyntax.number(baseline)) Td <\(hex)> Tj ET\n"
    }
}

/// Windows-1252, which PDF calls WinAnsiEncoding; what it lacks becomes a question mark.
private enum WinAnsi {
    static func codes(of text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0xFF: UInt8(scalar.value)
            case 0x2013: 0x96
            case 0x2014: 0x97
            case 0x2018, 0x201A: 0x91
            case 0x2019: 0x92
            case 0x201C: 0x93
            case 0x201D: 0x94
            case 0x201E: 0x84
            case 0x20AC: 0x80
            default: UInt8(ascii: "?")
            }
        }
    }
}

/// Widths of Helvetica in ems, by kinds of letters (Adobe's font metrics, rounded): enough to center a line.
private enum Helvetica {
    static func width(of code: UInt8) -> Double {
        switch code {
        case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "'"), UInt8(ascii: "|"): 0.22
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "f"), UInt8(ascii: "t"),
            UInt8(ascii: "I"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "!"):
            0.28
        case UInt8(ascii: "r"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): 0.33
        case UInt8(ascii: "m"), UInt8(ascii: "M"), 0x97: 0.83
        case UInt8(ascii: "W"): 0.94
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC0...0xDE: 0.69
        default: 0.55
        }
    }
}

extension PatchCode {
    /// The four bars from the edge inward (Kodak publication A-61599).
    fileprivate var isWide: [Bool] {
        switch self {
        case .one: [true, true, false, false]
        case .two: [true, false, false, true]
        case .three: [true, false, true, false]
        case .four: [false, true, true, false]
        case .six: [false, false, true, true]
        case .transfer: [false, true, false, true]
        }
    }
}
