import CaptureModel

/// What a file says about one page before anything is decoded.
struct PageHeader {
    var width: Int
    var height: Int
    /// Bits of one pixel, all components together.
    var bitsPerPixel: Int
    /// Dots per inch across and down; nil where the file does not say.
    var resolution: (x: Double, y: Double)?
    /// How the stored rows lie on the page, as numbered by TIFF and EXIF; 1 is upright.
    var orientation = 1

    /// Shortest side of a page, in pixels: below it not even a barcode fits.
    static let shortestSide = 8
    /// Longest side to shortest: till receipts stay far below.
    static let greatestAspect = 50

    /// Refuses what would cost too much or cannot be a page.
    func check(_ limits: InputLimits) throws(CaptureError) {
        guard width > 0, height > 0 else { throw .damaged("\(width) x \(height)") }
        let (pixels, isOverflowing) = width.multipliedReportingOverflow(by: height)
        guard !isOverflowing, pixels <= limits.pixelsPerPage, max(width, height) <= limits.pixelsPerSide else {
            throw .tooManyPixels(width, height)
        }
        guard min(width, height) >= Self.shortestSide else { throw .tooSmall(width, height) }
        guard max(width, height) <= Self.greatestAspect * min(width, height) else { throw .aspectAbsurd(width, height) }
    }

    /// Dots per inch to work with, square or not, and whether the file's own word was believed.
    var workingResolution: (x: Double, y: Double, isStated: Bool) {
        if let resolution, isPlausible(resolution.x), isPlausible(resolution.y),
            max(resolution.x, resolution.y) <= 2.5 * min(resolution.x, resolution.y)
        {
            return (resolution.x, resolution.y, true)
        }
        let assumed = assumedResolution
        return (assumed, assumed, false)
    }

    /// Scanners and faxes give 75 to 1200 dpi on paper up to A1 (33.1 in long); cameras write 72 whatever they took.
    private func isPlausible(_ resolution: Double) -> Bool {
        guard (75...1200).contains(resolution) else { return false }
        // Up to 100 dpi are what programs write that know none (72, 96): believed up to A3, 11.7 in across.
        guard resolution > 100 || Double(min(width, height)) / resolution <= 12 else { return false }
        return Double(max(width, height)) / resolution <= 33.2
    }

    /// The resolution at which the short side measures that of A4, 8.27 in, where that gives 100 to 600 dpi; else 300.
    private var assumedResolution: Double {
        let fitting = (Double(min(width, height)) / 8.27).rounded()
        return (100...600).contains(fitting) ? fitting : 300
    }
}
