/// Everything the worker found out about one page image; the pure decisions stand on it alone.
package struct PageAnalysis: Sendable, Hashable, Codable {
    /// Size of the record image as acquired, before any turn, in pixels.
    package var width: Int
    package var height: Int
    /// Dots per inch of the record image.
    package var resolution: Int
    package var color: ColorMode
    /// The turn that makes the page upright.
    package var rotation: QuarterTurn
    /// The angle removed for reading, in degrees, clockwise positive.
    package var skewDegrees: Double
    package var isBlank: Bool
    package var patchCode: PatchCode?
    package var barcodes: [Barcode]
    /// Lines in reading order of the upright page.
    package var lines: [TextLine]
    /// Mean confidence of the words; 0 where there are none.
    package var confidence: Confidence
    package var findings: [Finding]
    /// The image as it goes into the PDF.
    package var record: RecordImage
    /// What was done to the image for reading, in order (TR-03138 A.NB.1: every step is recorded).
    package var steps: [ProcessingStep]
    /// The color of the bare sheet; nil where it was not measured.
    package var paper: SheetColor?
    /// Photos, stamps, logos and the like, in pixels of the record image.
    package var pictures: [Box]?
    /// Boxes to be ticked (Ankreuzfelder), where the profile asks for them.
    package var checkBoxes: [CheckBox]?
    /// The data of an electronic invoice that came inside the file; at its first page only.
    package var invoice: ElectronicInvoice?
    /// Where the text comes from; nil where there is none.
    package var textOrigin: TextOrigin?

    package init(
        width: Int, height: Int, resolution: Int, color: ColorMode, rotation: QuarterTurn = .none,
        skewDegrees: Double = 0, isBlank: Bool = false, patchCode: PatchCode? = nil, barcodes: [Barcode] = [],
        lines: [TextLine] = [], confidence: Confidence = .none, findings: [Finding] = [], record: RecordImage,
        steps: [ProcessingStep] = []
    ) {
        self.width = width
        self.height = height
        self.resolution = resolution
        self.color = color
        self.rotation = rotation
        self.skewDegrees = skewDegrees
        self.isBlank = isBlank
        self.patchCode = patchCode
        self.barcodes = barcodes
        self.lines = lines
        self.confidence = confidence
        self.findings = findings
        self.record = record
        self.steps = steps
    }

    /// The page's text, one line each, an empty line between blocks.
    package var text: String {
        var text = ""
        var block: Int?
        for line in lines {
            if let block, block != line.block { text += "\n" }
            text += line.text + "\n"
            block = line.block
        }
        return text
    }
}

/// How much color the content of a page needs.
package enum ColorMode: String, Sendable, Codable { case bitonal, gray, color }

/// Where the text of a page comes from.
package enum TextOrigin: String, Sendable, Codable {
    /// Read from the image.
    case recognized
    /// Carried by the file itself, as a born-digital PDF does.
    case embedded
}

/// The color of a sheet, 0...255 each.
package struct SheetColor: Sendable, Hashable, Codable {
    package var red: Int
    package var green: Int
    package var blue: Int

    package init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }
}

/// A box to be ticked (Ankreuzfeld).
package struct CheckBox: Sendable, Hashable, Codable {
    /// Its frame, in pixels of the record image.
    package var box: Box
    /// Share of the inside that is covered by ink, 0...1.
    package var ink: Double

    package init(box: Box, ink: Double) {
        self.box = box
        self.ink = ink
    }
}

/// What an electronic invoice (ZUGFeRD, Factur-X, XRechnung) says in its XML.
package struct ElectronicInvoice: Sendable, Hashable, Codable {
    /// The specification it claims to follow (EN 16931: BT-24), or the name of its syntax.
    package var specification: String
    /// Values by business term of EN 16931, as `BT-1` for the invoice number; dates as ISO 8601, amounts with a point.
    package var terms: [String: String]

    package init(specification: String, terms: [String: String]) {
        self.specification = specification
        self.terms = terms
    }
}

/// A word (Wort) as read, with its place.
package struct Word: Sendable, Hashable, Codable {
    package var text: String
    package var box: Box
    package var confidence: Confidence

    package init(text: String, box: Box, confidence: Confidence) {
        self.text = text
        self.box = box
        self.confidence = confidence
    }
}

/// A line of words, left to right.
package struct TextLine: Sendable, Hashable, Codable {
    package var words: [Word]
    /// Number of the paragraph or block the line stands in, counted from 0 in reading order.
    package var block: Int
    /// The last word goes on in the first word of the next line (Silbentrennung); nil where it does not.
    package var isHyphenated: Bool?

    package init(words: [Word], block: Int, isHyphenated: Bool? = nil) {
        self.words = words
        self.block = block
        self.isHyphenated = isHyphenated
    }

    package var text: String { words.map(\.text).joined(separator: " ") }
}

/// The patch codes of separator sheets.
package enum PatchCode: String, Sendable, Codable, CaseIterable {
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
    case six = "6"
    case transfer = "T"
}

/// A barcode read on a page; `text` is data from outside and never trusted.
package struct Barcode: Sendable, Hashable, Codable {
    /// What a code holds where that is no plain text.
    package enum Content: String, Sendable, Codable {
        /// GS1 elements, parted by U+001D where they have no fixed length.
        case gs1
        /// A message in an envelope of ISO 15434, parted by U+001C to U+001F.
        case envelope
        /// A franking mark (Frankiervermerk) of Deutsche Post: says nothing about the letter's content.
        case franking
        /// Bytes that are no text.
        case binary
    }

    package var symbology: Symbology
    /// Printable but for the separators of `gs1` and `envelope`, tabs and line ends; `franking` and `binary` in
    /// hexadecimal digits.
    package var text: String
    package var box: Box
    /// nil for plain text.
    package var content: Content?

    package init(symbology: Symbology, text: String, box: Box, content: Content? = nil) {
        self.symbology = symbology
        self.text = text
        self.box = box
        self.content = content
    }
}

/// The kinds of barcode that are read.
package enum Symbology: String, Sendable, Codable, CaseIterable {
    case code128, code39, code93, itf, ean13, ean8, upca, upce, codabar, qr, microqr, datamatrix, pdf417, aztec
}

/// The page image as it goes into the PDF, encoded once by the worker.
package struct RecordImage: Sendable, Hashable, Codable {
    package enum Coding: String, Sendable, Codable, CaseIterable {
        /// A JPEG file, baseline or progressive, of 1 or 3 components.
        case jpeg
        /// One strip of CCITT group 4 data, 0 is white, most significant bit first.
        case ccittG4
        /// A JBIG2 page of one generic region, as a PDF embeds it; 0 is white. Never any symbol coding.
        case jbig2

        /// Name of such an image in the page's folder.
        package var fileName: String {
            switch self {
            case .jpeg: "record.jpg"
            case .ccittG4: "record.g4"
            case .jbig2: "record.jb2"
            }
        }
    }

    /// File name inside the page's folder.
    package var file: String
    package var coding: Coding
    package var width: Int
    package var height: Int
    /// 1 gray or bitonal, 3 color.
    package var components: Int
    /// The same page in layers, which the PDF shows in place of this image; nil where it has none.
    package var layers: RecordLayers?

    package init(
        file: String, coding: Coding, width: Int, height: Int, components: Int, layers: RecordLayers? = nil
    ) {
        self.file = file
        self.coding = coding
        self.width = width
        self.height = height
        self.components = components
        self.layers = layers
    }
}

/// A page in layers (Schichten): the background, and over it the foreground where the mask is black.
///
/// Each layer is stretched over the whole page, whatever its size in pixels.
package struct RecordLayers: Sendable, Hashable, Codable {
    /// JPEG.
    package var background: LayerImage
    /// JPEG.
    package var foreground: LayerImage
    /// CCITT group 4 data, 0 is white.
    package var mask: LayerImage

    /// Names of the layers and of their files in the page's folder.
    package static let files = [
        ("background", "background.jpg"), ("foreground", "foreground.jpg"), ("mask", "mask.g4"),
    ]
    package static let fileNames = files.map(\.1)

    package init(background: LayerImage, foreground: LayerImage, mask: LayerImage) {
        self.background = background
        self.foreground = foreground
        self.mask = mask
    }
}

/// One layer of a page.
package struct LayerImage: Sendable, Hashable, Codable {
    /// File name inside the page's folder.
    package var file: String
    package var width: Int
    package var height: Int
    /// 1 gray or bitonal, 3 color.
    package var components: Int

    package init(file: String, width: Int, height: Int, components: Int) {
        self.file = file
        self.width = width
        self.height = height
        self.components = components
    }
}

/// How page images go into the PDF.
package enum RecordStyle: String, Sendable, Codable, CaseIterable {
    /// The image as acquired.
    case untouched
    /// In layers, a tenth of the size, where nothing of the page is lost by it.
    case layered
}

/// How bitonal images are coded; both lose nothing.
package enum BitonalCoding: String, Sendable, Codable, CaseIterable { case g4, jbig2 }

/// One named step done to an image, with its parameters.
package struct ProcessingStep: Sendable, Hashable, Codable {
    package var name: String
    package var parameters: [String: String]

    package init(_ name: String, _ parameters: [String: String] = [:]) {
        self.name = name
        self.parameters = parameters
    }
}

/// A finding (Befund): something a person must look at, with the reason.
package struct Finding: Sendable, Hashable, Codable {
    package var code: String
    package var message: LocalizedText
    /// Number of the page inside the batch, from 0, where it is about one page.
    package var page: Int?

    package init(_ code: String, _ message: LocalizedText, page: Int? = nil) {
        self.code = code
        self.message = message
        self.page = page
    }
}
