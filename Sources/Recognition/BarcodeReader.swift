// Three steps, each taken only where the one before read nothing:
//
// 1. the page as it is, which reads nearly every code of office mail and costs a twentieth of reading its text;
// 2. an image of few pixels, as a photo of one code: many looks (BarcodeEffort.swift), cheap at that size;
// 3. a page on which the profile waits for a code: many looks at each place that is dense enough to be one.

package import CaptureModel
package import Imaging

/// Reads barcodes (Strichcodes) in any direction.
package struct BarcodeReader: Sendable {
    /// Up to this size, in pixels, an image is tried inverted as well.
    ///
    /// On full pages it found nothing more and took a third as long again.
    private static let smallImage = 4_000_000
    /// Up to this size, in pixels, every effort is made: a photo of a code, a label, a page at 120 dpi.
    private static let tinyImage = 2_000_000
    /// Places of a page that are looked at again: stamps, logos and a photo leave room for the code.
    private static let mostPlaces = 8

    private let symbologies: [Symbology]

    /// Looks for `symbologies`, nil for all that are known.
    package init(symbologies: [Symbology]?) { self.symbologies = symbologies ?? Symbology.allCases }

    /// The codes of a page, boxes in its pixels.
    package func read(_ page: borrowing Raster) throws(CaptureError) -> [Barcode] {
        guard !symbologies.isEmpty else { return [] }
        let pixels = page.width * page.height
        // Fine images hold nothing a code needs: 300 dpi is four pixels for the thinnest bar offices print.
        let isFine = page.resolution >= 480 && pixels > Self.smallImage
        let scan = BarcodeScan(symbologies: symbologies, triesInverted: pixels <= Self.smallImage)
        let found =
            try isFine
            ? scan.read(page.scaled(x: 0.5, y: 0.5)).map { $0.moved(by: 2) } : scan.read(page)
        let codes = found.filter { pixels <= Self.tinyImage || $0.isTrustworthy }.map(\.barcode).merged()
        guard codes.isEmpty, pixels <= Self.tinyImage else { return codes }
        return try BarcodeEffort(symbologies: symbologies).read(page).merged()
    }

    /// What else a page holds where a code is waited for: `codes` are those `read` found on it.
    ///
    /// Nothing is tried where one was found already; a franking mark does not count.
    package func searched(
        _ page: borrowing Raster, _ sketch: borrowing PageSketch, after codes: [Barcode]
    ) throws(CaptureError) -> [Barcode] {
        let isSettled = symbologies.isEmpty || codes.contains { $0.content != .franking }
        guard !isSettled, page.width * page.height > Self.tinyImage else { return codes }
        var all = codes
        let margin = page.resolution / 6
        for place in try sketch.densePlaces(atMost: Self.mostPlaces) {
            let part = Box(
                x: max(0, place.x - margin), y: max(0, place.y - margin), width: place.width + 2 * margin,
                height: place.height + 2 * margin)
            guard !codes.contains(where: { $0.box.overlaps(place) }) else { continue }
            all += try BarcodeEffort(symbologies: symbologies).read(page.part(part)).map { $0.moved(to: part) }
        }
        return all.merged()
    }
}

extension BarcodeReading {
    /// Whether a page full of text and lines could not have looked like it by chance.
    ///
    /// Interleaved 2 of 5 has no check and can begin inside a longer code, short numbers of it stand in any table;
    /// the short article numbers have no more than a parity pattern.
    fileprivate var isTrustworthy: Bool {
        switch barcode.symbology {
        case .itf: barcode.text.utf8.count >= 6 && lines >= 3
        case .codabar: barcode.text.utf8.count >= 6 && lines >= 3
        case .code39: lines >= 3
        case .ean8, .upce: lines >= 4
        default: true
        }
    }

    fileprivate func moved(by factor: Int) -> BarcodeReading {
        var moved = self
        let box = barcode.box
        moved.barcode.box = Box(
            x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor)
        return moved
    }
}

extension Barcode {
    fileprivate func moved(to part: Box) -> Barcode {
        var moved = self
        moved.box.x += part.x
        moved.box.y += part.y
        return moved
    }
}

extension [Barcode] {
    /// Without what was read twice in one place, and without bars that were read inside of a matrix code.
    fileprivate func merged() -> [Barcode] {
        var merged: [Barcode] = []
        for code in self {
            if let twin = merged.firstIndex(where: { $0.isSame(as: code) }) {
                merged[twin].box = merged[twin].box.union(code.box)
            } else {
                merged.append(code)
            }
        }
        let matrices = merged.filter(\.symbology.isMatrix)
        return merged.filter { code in
            code.symbology.isMatrix || !matrices.contains { $0.box.union(code.box) == $0.box }
        }
    }
}

extension Barcode {
    fileprivate func isSame(as other: Barcode) -> Bool {
        symbology == other.symbology && text == other.text && box.overlaps(other.box)
    }
}

extension Symbology {
    fileprivate var isMatrix: Bool {
        switch self {
        case .qr, .microqr, .datamatrix, .pdf417, .aztec: true
        default: false
        }
    }
}

extension Box {
    fileprivate func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
