/// The image that a scanned page consists of; some scanners cut it into strips.
struct EmbeddedImage {
    /// Image and page may differ by this share of a side; scanners round to whole points or millimeters.
    private static let tolerance = 0.02
    /// Dots per inch of real scans; others are pictures on a page or a fault.
    private static let resolutions = 70.0...1300.0
    /// Strips of more than a page's rows by the hundred are no scan.
    private static let mostStrips = 400

    /// A JPEG that a PDF can hold as it is.
    let isJPEG: Bool
    /// Parts of the page's width, one below the other.
    let strips: [PageImages.Entry]
    /// Dots per inch, the same across and down.
    let resolution: Int
    /// Its sides are the other way round than the page's, which turns it by a quarter.
    let isSideways: Bool

    /// The page's image; nil where there is none, or it is not all of the page.
    init?(of page: PDFPage, _ images: PageImages) {
        let strips = images.entries
        guard let first = strips.first, !images.hasMask, strips.count <= Self.mostStrips,
            strips.allSatisfy({ $0.isImage && $0.isLike(first) })
        else { return nil }
        let (across, down) = (first.across, first.down)
        let height = strips.reduce(0) { $0 + $1.height }
        guard Self.resolutions.contains(across), abs(across - down) <= 1 + Self.tolerance * across,
            let isSideways = Self.fit(Double(first.width) / across, Double(height) / down, page)
        else { return nil }
        self.isSideways = isSideways
        self.strips = strips
        isJPEG =
            strips.count == 1 && first.coding == "jpeg" && first.bits == 8
            && (first.components == 1 || first.components == 3)
        resolution = Int(((across + down) / 2).rounded())
    }

    /// Whether an image of these inches is turned to fit the page; nil where it does not fit.
    private static func fit(_ width: Double, _ height: Double, _ page: PDFPage) -> Bool? {
        func isLike(_ side: Double, _ other: Double) -> Bool { abs(side / other - 1) <= tolerance }
        if isLike(width, page.width), isLike(height, page.height) { return false }
        return isLike(width, page.height) && isLike(height, page.width) ? true : nil
    }
}

extension PageImages.Entry {
    /// Of the same scan: as wide, as fine and in the same colors.
    fileprivate func isLike(_ other: PageImages.Entry) -> Bool {
        width == other.width && components == other.components && bits == other.bits && abs(across - other.across) <= 1
            && abs(down - other.down) <= 2
    }
}
