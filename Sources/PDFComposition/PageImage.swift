import CaptureModel

/// What a page shows, painted in this order: one image, or a background and over it a foreground with its mask.
struct PagePicture {
    let images: [ObjectNumber]

    /// The entries of the page's image resources.
    var resources: String {
        images.enumerated().map { "\(PageContent.imageName($0)) \($1)" }.joined(separator: " ")
    }
}

extension PDFFile {
    /// Writes the record image as it lies on disk: a JPEG is its own PDF stream, and so are group 4 and JBIG2 data.
    mutating func add(_ image: RecordImage, file source: borrowing SourceFile) throws(CaptureError) -> ObjectNumber {
        switch image.coding {
        case .jpeg:
            return try add(LayerImage(image), jpeg: source)
        case .ccittG4:
            return try add(
                Self.size(LayerImage(image)) + " /ColorSpace /DeviceGray /BitsPerComponent 1 "
                    + Self.group4(image.width, image.height),
                contentsOf: source)
        case .jbig2:
            // The data are checked: one page and one generic region, no symbols (TR-03138 A.SC.12).
            try JBIG2Header.check(source, against: image)
            return try add(
                Self.size(LayerImage(image)) + " /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode",
                contentsOf: source)
        }
    }

    /// Writes the layers of a page.
    ///
    /// The mask is an explicit one (ISO 32000-1, 8.9.6.3): where it is black the foreground is painted. So nothing is
    /// transparent, and the simplest readers show it.
    mutating func add(_ layers: RecordLayers, files: LayerFiles) throws(CaptureError) -> PagePicture {
        let background = try add(layers.background, jpeg: SourceFile(path: files.background))
        let mask = try add(
            Self.size(layers.mask) + " /ImageMask true /BitsPerComponent 1 "
                + Self.group4(layers.mask.width, layers.mask.height),
            contentsOf: SourceFile(path: files.mask))
        let foreground = try add(layers.foreground, jpeg: SourceFile(path: files.foreground), " /Mask \(mask)")
        return PagePicture(images: [background, foreground])
    }

    private mutating func add(
        _ image: LayerImage, jpeg source: borrowing SourceFile, _ entries: String = ""
    ) throws(CaptureError) -> ObjectNumber {
        try JPEGHeader(source).check(against: image)
        let space = image.components == 1 ? "/DeviceGray" : "/DeviceRGB"
        return try add(
            "\(Self.size(image)) /ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode\(entries)",
            contentsOf: source)
    }

    private static func size(_ image: LayerImage) -> String {
        "/Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height)"
    }

    /// White runs become 1, which is white in DeviceGray and unpainted in a mask: `/BlackIs1 false`.
    private static func group4(_ width: Int, _ height: Int) -> String {
        "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns \(width) /Rows \(height) /BlackIs1 false >>"
    }
}

extension LayerImage {
    fileprivate init(_ image: RecordImage) {
        self.init(file: image.file, width: image.width, height: image.height, components: image.components)
    }
}
