package import CaptureModel
import CLeptonica

extension PageSketch {
    /// Share of colored pixels, 0...1, that makes a page one in color: a stamp of 3 cm with a fifth of ink has 0.001.
    private static let coloredShare = 0.0003

    /// How much color the content needs; `page` is the raster the sketch was made of.
    ///
    /// Bitonal only where every pixel is black or white already: nothing is lost by storing it so.
    package borrowing func colorMode(of page: borrowing Raster) -> ColorMode {
        if page.depth == 1 { return .bitonal }
        if isColored { return .color }
        return page.isBlackAndWhite ? .bitonal : .gray
    }

    private var isColored: Bool {
        guard small.depth == 32 else { return false }
        var (counted, colored): (Float, Float) = (0, 0)
        // Left out are pixels with all components under 30 or over 235. Colored are those whose components differ by 40:
        // the fringes of scanned black print stay below once reduced, ball pens and stamps do not.
        guard pixColorFraction(small.pix, 30, 235, 40, 1, &counted, &colored) == 0 else { return false }
        return Double(counted) * Double(colored) >= Self.coloredShare
    }

    /// What a person should know about the exposure of a page that is not blank and not bitonal.
    package borrowing func exposureFindings() -> [Finding] {
        var findings: [Finding] = []
        // Most of a page is paper: darker than 70 of 255 it hides what is printed.
        if let paper = gray.levels(step: 4)?.quantile(0.5), paper < 70 {
            findings.append(
                Finding("page-too-dark", LocalizedText(de: "Die Seite ist sehr dunkel.", en: "The page is very dark.")))
        }
        // Print measures 20 to 130, pencil up to 170.
        var writing: Float = 0
        if pixGetAverageMasked(gray.pix, ink.pix, 0, 0, 1, Int32(L_MEAN_ABSVAL), &writing) == 0, writing > 180 {
            findings.append(
                Finding(
                    "page-too-light", LocalizedText(de: "Die Schrift ist sehr blass.", en: "The print is very faint.")))
        }
        return findings
    }
}

/// Counts of gray levels 0...255.
private struct GrayLevels {
    let counts: [Double]

    var isBlackAndWhite: Bool { counts.dropFirst().dropLast().allSatisfy { $0 == 0 } }

    /// The level below which `share` of the pixels lie.
    func quantile(_ share: Double) -> Int {
        let wanted = share * counts.reduce(0, +)
        var sum = 0.0
        for (level, count) in counts.enumerated() {
            sum += count
            if sum >= wanted { return level }
        }
        return counts.count - 1
    }
}

extension Raster {
    /// Counts of the gray levels of every `step`th pixel in every `step`th row; 8 bit only.
    fileprivate borrowing func levels(step: Int) -> GrayLevels? {
        guard let histogram = pixGetGrayHistogram(pix, Int32(step)) else { return nil }
        var numbers: UnsafeMutablePointer<NUMA>? = histogram
        defer { numaDestroy(&numbers) }
        var counts: [Double] = []
        for index in 0..<numaGetCount(histogram) {
            var count: Float = 0
            numaGetFValue(histogram, index, &count)
            counts.append(Double(count))
        }
        return GrayLevels(counts: counts)
    }

    /// Every pixel is black or white; a sparse look comes first, as most pages fail it.
    fileprivate var isBlackAndWhite: Bool { isBlackAndWhite(step: 16) && isBlackAndWhite(step: 1) }

    private borrowing func isBlackAndWhite(step: Int) -> Bool {
        guard depth == 8 else { return (try? gray())?.isBlackAndWhite(step: step) ?? false }
        return levels(step: step)?.isBlackAndWhite ?? false
    }
}
