// Three steps, each taken only where the one before read nothing:
//
// 1. the places of the page that are dense enough for a code, and all of it at a size at which only large codes can be
//    read; full of such places, the page as it is;
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
    /// Finer images hold nothing a code needs: 300 dpi is four pixels for the thinnest bar offices print.
    private static let fine = 480
    /// At so many dots per inch and up to twice as many, codes with modules of 0.4 mm and more are read; these may be too
    /// loose to be dense.
    private static let largeCodeResolution = 100
    /// Share of the page from which on its places are not looked at one by one.
    private static let mostArea = 0.6
    /// Places of a page that are looked at again: stamps, logos and a photo leave room for the code.
    private static let mostPlaces = 8

    /// How far edges of bars keep to one direction at least; text stays below 0.3.
    private static let leastCoherence = 0.35
    /// No matrix code on office mail is larger and no bars are higher; photos and drawings mostly are.
    private static let largest = Length(millimeters: 75)
    /// Degrees by which a place may be turned without its corners being cut off.
    private static let leastTilt = 4.0

    private let symbologies: [Symbology]

    /// Looks for `symbologies`, nil for all that are known.
    package init(symbologies: [Symbology]?) { self.symbologies = symbologies ?? Symbology.allCases }

    /// The codes of a page, boxes in its pixels.
    ///
    /// A page full of text is looked at once, however small it is.
    func read(_ page: borrowing Raster, _ sketch: borrowing PageSketch) throws(CaptureError) -> [Barcode] {
        guard !symbologies.isEmpty else { return [] }
        let pixels = page.width * page.height
        if pixels <= Self.tinyImage { return try read(page, isText: sketch.isText) }
        let places = try sketch.codePlaces()
        let area = places.reduce(0) { $0 + $1.width * $1.height }
        guard Double(area) < Self.mostArea * Double(pixels) else { return try read(page, isText: true) }
        return try (large(sketch) + read(page, at: places)).filter(\.isTrustworthy).map(\.barcode).merged()
    }

    /// The large codes of a page, boxes in its pixels.
    private func large(_ sketch: borrowing PageSketch) throws(CaptureError) -> [BarcodeReading] {
        let factor = sketch.resolution >= 2 * Self.largeCodeResolution ? 2 : 1
        let scan = BarcodeScan(symbologies: symbologies, triesInverted: false)
        let found = try factor > 1 ? scan.read(sketch.gray.reduced(by: factor)) : scan.read(sketch.gray)
        return found.map { $0.moved(by: factor * sketch.scale) }
    }

    /// The codes at some places of a page, boxes in its pixels.
    private func read(_ page: borrowing Raster, at places: [Box]) throws(CaptureError) -> [BarcodeReading] {
        let scan = BarcodeScan(symbologies: symbologies)
        let isFine = page.resolution >= Self.fine
        var found: [BarcodeReading] = []
        for place in places {
            let part = try page.part(place)
            let codes = try isFine ? scan.read(part.scaled(x: 0.5, y: 0.5)).map { $0.moved(by: 2) } : scan.read(part)
            found += codes.map { $0.moved(x: place.x, y: place.y) }
        }
        return found
    }

    /// The same where it is known whether the page is full of text.
    package func read(_ page: borrowing Raster, isText: Bool = false) throws(CaptureError) -> [Barcode] {
        guard !symbologies.isEmpty else { return [] }
        let pixels = page.width * page.height
        let isFine = page.resolution >= Self.fine && pixels > Self.smallImage
        let scan = BarcodeScan(symbologies: symbologies, triesInverted: pixels <= Self.smallImage)
        let found =
            try isFine
            ? scan.read(page.scaled(x: 0.5, y: 0.5)).map { $0.moved(by: 2) } : scan.read(page)
        let codes = found.filter { pixels <= Self.tinyImage || $0.isTrustworthy }.map(\.barcode).merged()
        guard codes.isEmpty, !isText, pixels <= Self.tinyImage else { return codes }
        let effort = BarcodeEffort(symbologies: symbologies)
        let others = try effort.read(page)
        return try (others.isEmpty ? effort.readTurned(page) : others).merged()
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
        let places = try sketch.densePlaces(atMost: Self.mostPlaces)
        for place in places where !codes.contains(where: { $0.box.meets(place.box) }) {
            all += try search(page, place)
        }
        return all.merged()
    }

    private func search(_ page: borrowing Raster, _ place: DensePlace) throws(CaptureError) -> [Barcode] {
        let hasBars = place.coherence >= Self.leastCoherence
        let largest = Self.largest.pixels(at: page.resolution)
        let (shorter, longer) = (min(place.box.width, place.box.height), max(place.box.width, place.box.height))
        guard (hasBars ? shorter : longer) <= largest, place.edges >= leastEdges(place) else { return [] }
        let effort = BarcodeEffort(symbologies: symbologies)
        let part = place.box.padded(x: page.resolution / 6, y: page.resolution / 6)
        guard hasBars else { return try effort.read(page.part(part)).map { $0.moved(to: part) } }
        if abs(place.degrees) < Self.leastTilt {
            return try effort.read(page.part(part), turnedBy: -place.degrees).map { $0.moved(to: part) }
        }
        // A square that holds the place however it is turned.
        let side = Int(Double(part.width * part.width + part.height * part.height).squareRoot())
        let square = part.padded(x: (side - part.width) / 2, y: (side - part.height) / 2)
        return try effort.read(page.part(square), turnedBy: -place.degrees).map { $0.moved(to: square) }
    }
}

extension BarcodeReader {
    /// Share of a code's place that is edges at least: made codes in all states of wear have 0.2 and more, bars 0.38;
    /// where bars lie at an angle, they fill but a third of their place.
    private func leastEdges(_ place: DensePlace) -> Double {
        guard place.coherence >= Self.leastCoherence else { return 0.12 }
        let tilt = place.degrees - 90 * (place.degrees / 90).rounded()
        return abs(tilt) < Self.leastTilt ? 0.2 : 0.09
    }
}

extension BarcodeReading {
    /// Whether a page full of text and lines could not have looked like it by chance.
    ///
    /// Interleaved 2 of 5 has no check and can begin inside a longer code, short numbers of it stand in any table;
    /// the short article numbers have no more than a parity pattern.
    fileprivate var isTrustworthy: Bool {
        switch barcode.symbology {
        case .itf: !barcode.isFragment && lines >= 3
        case .codabar: barcode.text.utf8.count >= 6 && lines >= 3
        case .code39: lines >= 3
        case .ean8, .upce: lines >= 4
        default: true
        }
    }

    fileprivate func moved(x across: Int, y down: Int) -> BarcodeReading {
        var moved = self
        moved.barcode.box = barcode.box.moved(x: across, y: down)
        return moved
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
            code.symbology.isMatrix || !matrices.contains { $0.box.contains(code.box) }
        }
    }
}

extension Barcode {
    fileprivate func isSame(as other: Barcode) -> Bool {
        symbology == other.symbology && text == other.text && box.meets(other.box)
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
    /// Larger on every side, but not beyond the upper and left edges of the page.
    fileprivate func padded(x margin: Int, y height: Int) -> Box {
        let (left, top) = (max(0, x - margin), max(0, y - height))
        return Box(x: left, y: top, width: right + margin - left, height: bottom + height - top)
    }
}
