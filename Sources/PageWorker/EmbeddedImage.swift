/// The one image that a scanned page consists of.
struct EmbeddedImage {
    /// Image and page may differ by this share of a side; scanners round to whole points or millimeters.
    private static let tolerance = 0.02
    /// Dots per inch of real scans; others are pictures on a page or a fault.
    private static let resolutions = 70.0...1300.0

    /// A JPEG that a PDF can hold as it is.
    let isJPEG: Bool
    /// Dots per inch, the same across and down.
    let resolution: Int
    /// Its sides are the other way round than the page's, which turns it by a quarter.
    let isSideways: Bool

    /// The page's image; nil where there is none, more than one, or it is not all of the page.
    init?(of page: PDFPage, _ images: PageImages) {
        guard images.entries.count == 1, let image = images.entries.first, image.isImage, !images.hasMask else {
            return nil
        }
        let (across, down) = (image.across, image.down)
        guard Self.resolutions.contains(across), abs(across - down) <= 1 + Self.tolerance * across,
            let isSideways = Self.fit(Double(image.width) / across, Double(image.height) / down, page)
        else { return nil }
        self.isSideways = isSideways
        isJPEG = image.coding == "jpeg" && image.bits == 8 && (image.components == 1 || image.components == 3)
        resolution = Int(((across + down) / 2).rounded())
    }

    /// Whether an image of these inches is turned to fit the page; nil where it does not fit.
    private static func fit(_ width: Double, _ height: Double, _ page: PDFPage) -> Bool? {
        func isLike(_ side: Double, _ other: Double) -> Bool { abs(side / other - 1) <= tolerance }
        if isLike(width, page.width), isLike(height, page.height) { return false }
        return isLike(width, page.height) && isLike(height, page.width) ? true : nil
    }
}
