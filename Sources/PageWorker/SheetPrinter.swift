import CaptureModel
import PDFComposition
import Recognition

/// Separator sheets: codes from the reader's library, drawn by the room that draws PDF.
enum SheetPrinter {
    static func print(_ request: SheetRequest, in folder: JobFolder) throws(CaptureError) -> CompositionResult {
        guard !request.sheets.isEmpty else { throw .fault("SheetPrinter.print", "no sheets") }
        var sheets: [(sheet: SeparatorSheet, bars: CodeModules?, squares: CodeModules?)] = []
        for sheet in request.sheets {
            var (bars, squares): (CodeModules?, CodeModules?)
            if let code = sheet.code {
                bars = try BarcodeWriter.modules(of: code, .code128)
                squares = try BarcodeWriter.modules(of: code, .qr)
            }
            sheets.append((sheet, bars, squares))
        }
        let path = "out/sheets.pdf"
        let size = try SheetComposer.compose(sheets, created: request.created, to: folder.file(path))
        return CompositionResult(file: path, sizeInBytes: size, pageCount: sheets.count)
    }
}
