import CaptureModel

/// The one image that a scanned page consists of, as `pdfimages -list` tells it.
struct EmbeddedImage {
    /// Image and page may differ by this share of a side; scanners round to whole points or millimeters.
    private static let tolerance = 0.02
    /// Dots per inch of real scans; others are pictures on a page or a fault.
    private static let resolutions = 70.0...1300.0

    let isJPEG: Bool
    /// Dots per inch, the same across and down.
    let resolution: Int

    /// The page's image; nil where there is none, more than one, or it is not all of the page.
    init?(of page: PDFPage, in input: PDFInput) throws(CaptureError) {
        let range = ["-f", "\(page.number + 1)", "-l", "\(page.number + 1)"]
        let outcome = try input.tool.run(.pdfimages, ["-list"] + range + [input.path])
        // Two lines of head, then: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
        let rows = outcome.output.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
        guard outcome.status == 0, rows.count == 1, let row = rows.first, row.count >= 14, row[2] == "image",
            let width = Double(row[3]), let height = Double(row[4]), let components = Int(row[6]),
            let bits = Int(row[7]),
            let across = Double(row[12]), let down = Double(row[13])
        else { return nil }
        guard Self.resolutions.contains(across), abs(across - down) <= 1 + Self.tolerance * across,
            abs(width / across / page.width - 1) <= Self.tolerance,
            abs(height / down / page.height - 1) <= Self.tolerance
        else { return nil }
        isJPEG = row[8] == "jpeg" && bits == 8 && (components == 1 || components == 3)
        resolution = Int(((across + down) / 2).rounded())
    }
}
