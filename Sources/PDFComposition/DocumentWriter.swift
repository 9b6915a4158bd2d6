import CaptureModel

/// A PDF document being written: pages as they come, then what holds them together.
struct DocumentWriter: ~Copyable {
    private var file: PDFFile
    private let catalog: ObjectNumber
    private let pageTree: ObjectNumber
    private var structure: StructureTree
    private var outline = Outline()
    private var codes = CharacterCodes()
    private var fonts = LayerFonts()
    private var pages: [ObjectNumber] = []
    /// As written; a seal adds to both in a revision of its own.
    private var firstPageBody = ""
    private var catalogBody = ""
    private var attached = AttachedFiles()
    private var invoice: InvoiceProperties?

    init(path: String) throws(CaptureError) {
        file = try PDFFile(path: path)
        catalog = file.reserve()
        pageTree = file.reserve()
        structure = StructureTree(in: &file)
    }

    /// Adds a page; `image` is the path of its record image, `layers` those of its layers where the job names them, and
    /// `part` the title of what begins with it.
    mutating func add(
        _ analysis: PageAnalysis, image: String, layers: LayerFiles? = nil, part: String? = nil
    ) throws(CaptureError) {
        let frame = PageFrame(
            width: analysis.record.width, height: analysis.record.height, resolution: analysis.resolution,
            rotation: analysis.rotation)
        let picture = try picture(of: analysis.record, image: image, layers: layers)
        var content = PageContent(frame, imageCount: picture.images.count)
        content.add(analysis.lines, codes: &codes)
        let operators = try file.add("", deflating: content.bytes)
        let page = file.reserve()
        if let part {
            structure.beginSection(part, in: &file)
            outline.add(part, at: page)
        }
        let key = try structure.add(paragraphs: content.paragraphCount, of: page, to: &file)
        let fonts = fonts.resources(content.fonts, in: &file)
        let body = pageObject(frame, content: operators, picture: picture, fonts, structureKey: key)
        try file.write(body, as: page)
        if pages.isEmpty { firstPageBody = body }
        pages.append(page)
    }

    /// Puts a file inside; `path` is where it lies now.
    mutating func attach(_ attachment: CompositionAttachment, at path: String) throws(CaptureError) {
        try attached.add(attachment, at: path, to: &file)
        invoice = invoice ?? InvoiceProperties(attachment)
    }

    private mutating func picture(
        of record: RecordImage, image: String, layers files: LayerFiles?
    ) throws(CaptureError) -> PagePicture {
        if let layers = record.layers, let files { return try file.add(layers, files: files) }
        return PagePicture(images: [try file.add(record, file: SourceFile(path: image))])
    }

    /// Writes the rest; answers the size of the file in bytes.
    mutating func finish(_ metadata: PDFMetadata, labels: [String]) throws(CaptureError) -> Int {
        try fonts.write(codes, to: &file)
        try structure.write(to: &file)
        let kids = pages.map(\.description).joined(separator: "\n")
        try file.write("<< /Type /Pages /Kids [ \(kids) ] /Count \(pages.count) >>", as: pageTree)
        // Not compressed, so that it can be read without a PDF library (ISO 19005-2, 6.6.2.1 allows both).
        let description = try file.add("/Type /Metadata /Subtype /XML", stream: packet(metadata).bytes)
        let intent = try writeOutputIntent()
        let labelTree = try file.add("<< /Nums [ \(Self.labelEntries(labels)) ] >>")
        let contents = try outline.write(to: &file)
        catalogBody = """
            << /Type /Catalog /Pages \(pageTree) /Metadata \(description) /OutputIntents [ \(intent) ] \
            /PageLabels \(labelTree) /MarkInfo << /Marked true >> \(structure.entry) \
            /Lang \(PDFSyntax.text(metadata.language)) /ViewerPreferences << /DisplayDocTitle true >>\(contents)\(attached.catalogEntries) >>
            """
        try file.write(catalogBody, as: catalog)
        return try file.finish(root: catalog, identifier: Self.identifier(metadata.documentID))
    }

    private func packet(_ metadata: PDFMetadata) -> XMPPacket {
        XMPPacket(metadata: metadata, part: attached.isEmpty ? 2 : 3, invoice: invoice)
    }

    /// Adds room for a seal to the finished document, which has at least one page; answers where it is.
    mutating func reserveSeal(
        _ preparation: SealPreparation, sizeInBytes: Int, documentID: String
    ) throws(CaptureError) -> SealSlot {
        let revision = SealRevision(
            preparation,
            after: SealRevision.Base(
                sizeInBytes: sizeInBytes, crossReferenceOffset: file.crossReferenceOffset,
                objectCount: file.objectCount,
                catalog: (catalog, catalogBody), page: (pages[0], firstPageBody),
                identifier: Self.identifier(documentID)))
        _ = try file.append(revision: revision.bytes)
        return revision.slot
    }

    private func pageObject(
        _ frame: PageFrame, content: ObjectNumber, picture: PagePicture, _ fonts: String, structureKey: Int?
    ) -> String {
        let fonts = fonts.isEmpty ? "" : " /Font << \(fonts) >>"
        let tags = structureKey.map { " /StructParents \($0)" } ?? ""
        return """
            << /Type /Page /Parent \(pageTree) /MediaBox [ 0 0 \(PDFSyntax.number(frame.width)) \
            \(PDFSyntax.number(frame.height)) ] /Rotate \(frame.rotation.rawValue) /Contents \(content) \
            /Resources << /XObject << \(picture.resources) >>\(fonts) >>\(tags) /Tabs /S >>
            """
    }

    private mutating func writeOutputIntent() throws(CaptureError) -> ObjectNumber {
        let profile = try file.add("/N 3", deflating: SRGBProfile.profile)
        return try file.add(
            """
            << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (\(SRGBProfile.name)) \
            /RegistryName (http://www.color.org) /Info (\(SRGBProfile.name)) /DestOutputProfile \(profile) >>
            """)
    }

    /// A label for each page: a range of one page with the label as its prefix and no number.
    private static func labelEntries(_ labels: [String]) -> String {
        labels.enumerated().map { "\($0) << /P \(PDFSyntax.text($1)) >>" }.joined(separator: "\n")
    }

    /// The digits of a UUID, or the bytes of whatever else identifies the document.
    private static func identifier(_ documentID: String) -> String {
        let digits = documentID.filter { $0 != "-" }
        if digits.count == 32, digits.allSatisfy(\.isHexDigit) { return digits.uppercased() }
        return documentID.utf8.map { PDFSyntax.hex($0, digits: 2) }.joined()
    }
}
