import CaptureModel

/// The images of a PDF's page, as `pdfimages -list` tells them.
struct PageImages {
    struct Entry {
        /// Colors or gray; else a stencil, through which color is painted.
        let isImage: Bool
        let width: Int
        let height: Int
        let components: Int
        let bits: Int
        let coding: String
        /// Dots per inch as placed on the page, across and down.
        let across: Double
        let down: Double

        /// Square inches on the page.
        var area: Double { Double(width) / across * Double(height) / down }
    }

    /// What is painted on the page, in order; masks belong to images and are left out.
    let entries: [Entry]
    /// An image that lets the page shine through.
    let hasMask: Bool

    init(of page: PDFPage, in input: PDFInput) throws(CaptureError) {
        let outcome = try input.tool.run(.pdfimages, ["-list"] + page.range + [input.path])
        // Two lines of head, then: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
        let rows = outcome.output.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
        entries = rows.compactMap(Entry.init)
        hasMask = rows.contains { $0.count > 2 && ($0[2] == "smask" || $0[2] == "mask") }
    }

    /// Share of the page that images cover, as far as they do not overlap.
    func share(of page: PDFPage) -> Double { entries.reduce(0) { $0 + $1.area } / page.area }

    /// Dots per inch of the largest image.
    var finestLarge: Double { entries.max { $0.area < $1.area }.map { max($0.across, $0.down) } ?? 0 }
}

extension PageImages.Entry {
    fileprivate init?(row: [Substring]) {
        // An image without an object of its own has "[inline]" in place of its number and generation.
        let shift = row.contains("[inline]") ? -1 : 0
        guard row.count >= 14 + shift, ["image", "stencil"].contains(row[2]),
            let width = Int(row[3]), let height = Int(row[4]), let components = Int(row[6]), let bits = Int(row[7]),
            let across = Double(row[12 + shift]), let down = Double(row[13 + shift]), across > 0, down > 0
        else { return nil }
        self.init(
            isImage: row[2] == "image", width: width, height: height, components: components,
            bits: bits, coding: String(row[8]), across: across, down: down)
    }
}
