// Separator sheets as PDF, A4.
//
// Bars stand along all four edges, each to be read from its edge inward (Kodak publication A-61599), so that a sheet may
// be fed any way round. Texts and codes stand in the middle, well away from the bars. Everything is drawn as shapes and
// in a font every reader has: sheets are printed and thrown away, never archived.

package import CaptureModel
import Foundation

/// Draws separator sheets.
package enum SheetComposer {
    /// Writes a page for each sheet to `path`, which is replaced; `codes` are those of the sheets, in their order.
    package static func compose(
        _ sheets: [(sheet: SeparatorSheet, bars: CodeModules?, squares: CodeModules?)], created: String,
        to path: String
    ) throws(CaptureError) -> Int {
        do throws(CaptureError) {
            var file = try PDFFile(path: path)
            let catalog = file.reserve()
            let tree = file.reserve()
            let fonts = try font("Helvetica", &file)
            let bold = try font("Helvetica-Bold", &file)
            var pages: [ObjectNumber] = []
            for (sheet, bars, squares) in sheets {
                let content = try file.add("", deflating: SheetDrawing(sheet, bars: bars, squares: squares).bytes)
                pages.append(
                    try file.add(
                        """
                        << /Type /Page /Parent \(tree) /MediaBox [ 0 0 \(PDFSyntax.number(SheetDrawing.width.points)) \
                        \(PDFSyntax.number(SheetDrawing.height.points)) ] /Contents \(content) \
                        /Resources << /Font << /F1 \(fonts) /F2 \(bold) >> >> >>
                        """))
            }
            let kids = pages.map(\.description).joined(separator: "\n")
            try file.write("<< /Type /Pages /Kids [ \(kids) ] /Count \(pages.count) >>", as: tree)
            try file.write(
                "<< /Type /Catalog /Pages \(tree) /Lang (de-DE) /ViewerPreferences << /PrintScaling /None >> >>",
                as: catalog)
            return try file.finish(root: catalog, identifier: identifier(created))
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func font(_ name: String, _ file: inout PDFFile) throws(CaptureError) -> ObjectNumber {
        try file.add("<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding >>")
    }

    /// 32 hexadecimal digits, as the trailer wants them.
    private static func identifier(_ created: String) -> String {
        let digits = created.utf8.map { PDFSyntax.hex($0, digits: 2) }.joined()
        return String((digits + String(repeating: "0", count: 32)).prefix(32))
    }
}

extension Length {
    /// Points of PDF, 72 an inch.
    var points: Double { millimeters / 25.4 * 72 }

    static func inches(_ inches: Double) -> Length { Length(millimeters: inches * 25.4) }
    static func mm(_ millimeters: Double) -> Length { Length(millimeters: millimeters) }
}
