import Foundation
import TestSupport

/// PDF files written by hand, as small as a case needs them.
struct HandPDF {
    /// Bodies of the objects, from number 1, which is the catalog.
    var objects: [Data]

    init(_ objects: [String]) { self.objects = objects.map { Data($0.utf8) } }

    /// One page of this size in points, drawn by `content`; `extra` goes into the catalog, `page` into the page.
    init(width: Int, height: Int, content: String, catalog: String = "", page: String = "") {
        self.init([
            "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
            "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 \(width) \(height) ] /Contents 4 0 R \(page) /Resources << \
            /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /I 5 0 R >> >> >>
            """,
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        ])
    }

    /// A page of which this image is all, at 100 dots per inch; `over` is drawn over it.
    init(scan: BlockJPEG, page: String = "", over: String = "") {
        let (width, height) = (scan.width * 72 / 200, scan.height * 72 / 200)
        self.init(width: width, height: height, content: "q \(width) 0 0 \(height) 0 0 cm /I Do Q \(over)", page: page)
        let head = """
            << /Type /XObject /Subtype /Image /Width \(scan.width) /Height \(scan.height) /ColorSpace /DeviceGray \
            /BitsPerComponent 8 /Filter /DCTDecode /Length \(scan.data.count) >>
            stream

            """
        objects.append(Data(head.utf8) + scan.data + Data("\nendstream".utf8))
    }

    static let empty = HandPDF(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ ] /Count 0 >>"])

    var data: Data {
        var file = Data("%PDF-1.4\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += String(format: "%010d 00000 n \n", file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let start = file.count
        return file
            + Data("\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
}

extension BlockJPEG {
    /// A letter of 1,600 by 2,000 pixels as far as a machine can see: dark "words" in lines on light paper.
    static let letter = BlockJPEG(columns: 200, rows: 250) { column, row in
        let isText = (20..<180).contains(column) && (30..<220).contains(row) && row % 8 < 2 && column % 14 > 1
        return isText ? 40 : 235
    }
}
