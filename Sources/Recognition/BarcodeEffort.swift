// A second, third, ... look at what holds a code that could not be read.
//
// Each look changes the image in another way: contrast, size, sharpness, threshold. The looks and their order come from
// 304 photos of damaged, blurred and badly lit codes, of which the first look reads 266: they add 15. Nearly all codes
// gained so are bar codes too blurred for one look, and a look that gains some reads others wrong. So a code with a weak
// check counts only when two looks agree or many lines do.

import CaptureModel
import Imaging

/// One way to look at an image.
private struct Look {
    /// Times the size, across and down.
    var x = 1.0
    var y = 1.0
    /// Turned clockwise by so many degrees.
    var degrees = 0.0
    var isStretched = false
    var isInverted = false
    /// Pixels to each side, and times the difference.
    var sharpness: (halfWidth: Int, amount: Double)?
    /// Pixels along upright bars that are taken together.
    var barLength = 0
    var usesHistogram = false
    var leastLines = 2

    /// The most telling first.
    static let all = [
        Look(isStretched: true),
        Look(x: 2, y: 2, sharpness: (4, 2)),
        Look(sharpness: (3, 2)),
        Look(usesHistogram: true),
        Look(x: 3, y: 3, sharpness: (5, 4)),
        Look(x: 3, y: 1),
        Look(isInverted: true),
        Look(x: 2, y: 2, leastLines: 1),
        Look(x: 2, y: 2, sharpness: (4, 4), leastLines: 1),
        Look(x: 3, y: 3, sharpness: (6, 8)),
    ]

    /// Bars are read along rows and columns, so a code of the usual form may lie askew by some 10 degrees; these turns
    /// leave no angle farther away.
    static let turned = [18.0, 36, 54, 72].map { Look(degrees: -$0) }

    /// For bars that stand upright: worn, faint or scratched, but alike along their length.
    static let upright = [Look(), Look(barLength: 41), Look(barLength: 81)]

    func image(of original: borrowing Raster) throws(CaptureError) -> Raster {
        let image = try x == 1 && y == 1 ? original.gray() : original.gray().scaled(x: x, y: y)
        if barLength > 0 { return try image.smoothedDown(barLength).contrastStretched() }
        if degrees != 0 { return try image.rotated(degrees: degrees) }
        if isInverted { return try image.inverted() }
        if isStretched { return try image.contrastStretched() }
        guard let sharpness else { return image }
        return try image.sharpened(halfWidth: sharpness.halfWidth, amount: sharpness.amount)
    }
}

/// Looks at an image in many ways until a code is read.
struct BarcodeEffort {
    let symbologies: [Symbology]

    /// Pixels of an enlarged image; beyond them a look costs more than a page's text.
    private static let largestLook = 6_000_000

    /// A bar code read alike along so many lines needs no second look: misreads came to 3 lines at most.
    private static let manyLines = 4

    /// The codes of an image of which nothing could be read as it is, boxes in its pixels.
    func read(_ image: borrowing Raster) throws(CaptureError) -> [Barcode] { try read(image, by: Look.all) }

    /// The codes that lie at an angle in an image; what is cut off when it is turned is not seen.
    func readTurned(_ image: borrowing Raster) throws(CaptureError) -> [Barcode] { try read(image, by: Look.turned) }

    /// The codes of an image whose bars stand upright once it is turned clockwise by `degrees`.
    func read(_ image: borrowing Raster, turnedBy degrees: Double) throws(CaptureError) -> [Barcode] {
        let upright = try image.rotated(degrees: degrees)
        let way = ReadingTransform(width: image.width, height: image.height, pose: PagePose(skewDegrees: -degrees))
        return try read(upright, by: Look.upright + Look.all).map { code in
            var moved = code
            moved.box = way.original(code.box)
            return moved
        }
    }

    private func read(_ image: borrowing Raster, by looks: [Look]) throws(CaptureError) -> [Barcode] {
        let pixels = Double(image.width * image.height)
        var votes: [CodeKey: Int] = [:]
        for look in looks where pixels * look.x * look.y <= Double(Self.largestLook) {
            let scan = BarcodeScan(
                symbologies: symbologies, usesHistogram: look.usesHistogram, leastLines: look.leastLines)
            let found = try scan.read(look.image(of: image)).filter { !$0.barcode.isFragment }
            for reading in found { votes[reading.key, default: 0] += reading.lines >= Self.manyLines ? 2 : 1 }
            let sure = found.filter { $0.barcode.symbology.isSure || votes[$0.key, default: 0] >= 2 }
            if !sure.isEmpty { return sure.map { original($0.barcode, of: image, as: look) } }
        }
        return []
    }

    /// The code with its box in pixels of the image before the look.
    private func original(_ code: Barcode, of image: borrowing Raster, as look: Look) -> Barcode {
        var moved = code
        let box = code.box
        if look.degrees != 0 {
            let way = ReadingTransform(
                width: image.width, height: image.height, pose: PagePose(skewDegrees: -look.degrees))
            moved.box = way.original(box)
        } else {
            moved.box = Box(
                x: Int(Double(box.x) / look.x), y: Int(Double(box.y) / look.y),
                width: max(1, Int(Double(box.width) / look.x)), height: max(1, Int(Double(box.height) / look.y)))
        }
        return moved
    }
}

/// What a code says, wherever it stands.
private struct CodeKey: Hashable {
    let symbology: Symbology
    let text: String
}

extension BarcodeReading {
    fileprivate var key: CodeKey { CodeKey(symbology: barcode.symbology, text: barcode.text) }
}

extension Barcode {
    /// Interleaved 2 of 5 has no check, and a line that leaves a code through its side may find a short one in it.
    var isFragment: Bool { symbology == .itf && text.utf8.count < 6 }
}

extension Symbology {
    /// Whether a misread symbol is as good as never taken for another: error correction, or a check over all characters
    /// besides the form of each.
    ///
    /// PDF417 is not among them: its lowest level of correction lets wrong text through.
    fileprivate var isSure: Bool {
        switch self {
        case .qr, .microqr, .datamatrix, .aztec, .code128, .code93: true
        case .pdf417, .code39, .itf, .codabar, .ean13, .ean8, .upca, .upce: false
        }
    }
}
