// A second revision of the document that holds an empty signature field (ISO 32000-1, 7.5.6 and 12.8; PAdES, ETSI EN
// 319 142-1). The first revision stays byte for byte what it is without a seal.
//
// The field's widget is not seen: a rectangle without area needs no appearance (ISO 19005-2, 6.3.3) and counts as outside
// the page (PDF/UA-1, 7.18.4). Whoever signs puts the signature over the zeros of /Contents and the time over that of /M;
// everything else is final. A file whose /Contents is still empty is no PDF/A and must not leave the house.

import CaptureModel

/// The bytes of the revision, and where in the file its room for a signature is.
struct SealRevision {
    /// What the first revision ended with.
    struct Base {
        var sizeInBytes: Int
        var crossReferenceOffset: Int
        /// Numbers given out, 0 among them.
        var objectCount: Int
        var catalog: (number: ObjectNumber, body: String)
        var page: (number: ObjectNumber, body: String)
        var identifier: String
    }

    private(set) var bytes: [UInt8] = []
    private(set) var slot = SealSlot(
        contentsOffset: 0, contentsLength: 0, byteRangeOffset: 0, timeOffset: 0, sizeInBytes: 0)
    private let base: Base
    private var offsets: [(number: Int, offset: Int)] = []

    init(_ preparation: SealPreparation, after base: Base) {
        self.base = base
        let signature = ObjectNumber(value: base.objectCount)
        let widget = ObjectNumber(value: base.objectCount + 1)
        add(
            base.catalog.number, Self.adding("/AcroForm << /Fields [ \(widget) ] /SigFlags 3 >>", to: base.catalog.body)
        )
        add(base.page.number, Self.adding("/Annots [ \(widget) ]", to: base.page.body))
        addSignature(preparation, as: signature)
        add(
            widget,
            """
            << /Type /Annot /Subtype /Widget /FT /Sig /T (Siegel) /TU (Siegel) /F 132 /Rect [ 0 0 0 0 ] \
            /V \(signature) /P \(base.page.number) >>
            """)
        addCrossReferences()
        slot.sizeInBytes = base.sizeInBytes + bytes.count
        let range = Array(slot.byteRange.utf8)
        let start = slot.byteRangeOffset - base.sizeInBytes
        bytes.replaceSubrange(start..<(start + range.count), with: range)
    }

    private var position: Int { base.sizeInBytes + bytes.count }

    private mutating func put(_ text: String) { bytes += Array(text.utf8) }

    private mutating func add(_ number: ObjectNumber, _ body: String) {
        offsets.append((number.value, position))
        put("\(number.value) 0 obj\n\(body)\nendobj\n")
    }

    private mutating func addSignature(_ preparation: SealPreparation, as number: ObjectNumber) {
        offsets.append((number.value, position))
        put("\(number.value) 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ")
        slot.byteRangeOffset = position
        put(slot.byteRange)
        put(" /Contents ")
        slot.contentsOffset = position
        slot.contentsLength = 2 * preparation.reservedBytes + 2
        put("<" + String(repeating: "0", count: 2 * preparation.reservedBytes) + ">")
        put(" /Reason \(PDFSyntax.text(preparation.reason)) /M (")
        slot.timeOffset = position
        put("\(preparation.time)) >>\nendobj\n")
    }

    /// The cross-references of the revision, a stream as those before it; not compressed, as it is so short.
    private mutating func addCrossReferences() {
        let start = position
        let number = base.objectCount + 2
        let rows = (offsets + [(number, start)]).sorted { $0.number < $1.number }
        var table = BigEndian()
        for row in rows {
            table.add(UInt8(1))
            table.add(UInt64(row.offset))
            table.add(UInt8(0))
        }
        let index = rows.map { "\($0.number) 1" }.joined(separator: " ")
        // The second identifier names the revision (ISO 32000-1, 14.4); any other one than the first will do.
        let revision = String(base.identifier.reversed())
        put(
            """
            \(number) 0 obj
            << /Type /XRef /Size \(number + 1) /Index [ \(index) ] /W [ 1 8 1 ] /Root \(base.catalog.number) \
            /Prev \(base.crossReferenceOffset) /ID [ <\(base.identifier)> <\(revision)> ] /Length \(table.bytes.count) >>
            stream

            """)
        bytes += table.bytes
        put("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n")
    }

    /// A dictionary with one entry more.
    private static func adding(_ entry: String, to dictionary: String) -> String {
        dictionary.dropLast(">>".count) + entry + " >>"
    }
}
