/// A request to a worker, one JSON object a line on its standard input.
///
/// All file names are relative to the worker's job folder, which holds `in/` (read only) and `out/` (empty at the start
/// of each job). The worker writes below `out/` only; the daemon checks and moves what it finds there.
package struct WorkerRequest: Sendable, Codable {
    package var id: Int
    package var job: WorkerJob

    package init(id: Int, job: WorkerJob) {
        self.id = id
        self.job = job
    }
}

package enum WorkerJob: Sendable, Codable {
    /// Look at a file of unknown kind: what is it, may it be taken, how many pages has it.
    case inspect(InspectionRequest)
    /// Take an e-mail message apart.
    case openMessage(MessageRequest)
    /// Read one page: `out/record.jpg`, `out/record.g4` or `out/record.jb2`, layers where they are asked for, and
    /// `out/preview.jpg` are written, the analysis is the reply.
    case analyze(AnalysisRequest)
    /// Write `out/document.pdf`.
    case compose(CompositionRequest)
    /// Write `out/sheets.pdf`.
    case printSheets(SheetRequest)
}

/// A worker's answer, one JSON object a line on its standard output.
package struct WorkerReply: Sendable, Codable {
    package var id: Int
    package var result: WorkerResult

    package init(id: Int, result: WorkerResult) {
        self.id = id
        self.result = result
    }
}

package enum WorkerResult: Sendable, Codable {
    case inspected(InputInspection)
    case opened(MessageContents)
    case analyzed(PageAnalysis)
    case composed(CompositionResult)
    /// Of separator sheets.
    case printed(CompositionResult)
    case failed(CaptureError)
}

/// The kinds of file that are taken in, told by content, never by name.
package enum InputFormat: String, Sendable, Codable { case tiff, jpeg, png, pdf }

package struct InspectionRequest: Sendable, Codable {
    package var file: String
    package var limits: InputLimits
    /// A file with the sender's values that came along; nil where none came.
    package var sidecar: String?

    package init(file: String, limits: InputLimits = InputLimits(), sidecar: String? = nil) {
        self.file = file
        self.limits = limits
        self.sidecar = sidecar
    }
}

/// What a file may be at most; beyond it is refused before anything is decoded.
///
/// The defaults hold an A3 page at 600 dpi (70 megapixels) with room to spare.
package struct InputLimits: Sendable, Hashable, Codable {
    package var fileSizeInBytes = 200_000_000
    package var pages = 2_000
    package var pixelsPerPage = 100_000_000
    package var pixelsPerSide = 32_000

    package init() {}
}

package struct InputInspection: Sendable, Hashable, Codable {
    package var format: InputFormat
    package var pageCount: Int
    /// What a person should know though the file is taken, as JavaScript in a PDF.
    package var findings: [Finding]
    /// What the sidecar says, by name; nil where none came or none could be read.
    package var values: [String: String]?

    package init(format: InputFormat, pageCount: Int, findings: [Finding] = []) {
        self.format = format
        self.pageCount = pageCount
        self.findings = findings
    }
}

package struct AnalysisRequest: Sendable, Codable {
    package var file: String
    package var format: InputFormat
    /// Page inside the file, from 0.
    package var page: Int
    package var settings: AnalysisSettings
    package var limits: InputLimits

    package init(
        file: String, format: InputFormat, page: Int, settings: AnalysisSettings, limits: InputLimits = InputLimits()
    ) {
        self.file = file
        self.format = format
        self.page = page
        self.settings = settings
        self.limits = limits
    }
}

/// What a profile says about reading pages.
package struct AnalysisSettings: Sendable, Hashable, Codable {
    package var orient = true
    package var deskew = true
    /// Share of the page covered by character-like ink below which it counts as blank.
    package var blankBelow = 0.0007
    /// Tesseract language codes, as `deu`.
    package var languages = ["deu"]
    /// Symbologies to look for; nil means all.
    package var symbologies: [Symbology]?
    package var readsText = true
    /// The profile waits for codes: a page on which none was found is looked at once more, with more effort.
    package var expectsBarcodes = false
    /// The profile asks for boxes to be ticked.
    package var findsCheckBoxes = false
    /// JPEG quality of gray and color record images that do not come as JPEG, 1...100.
    package var jpegQuality = 75
    /// How page images go into the PDF; nil means untouched.
    package var recordStyle: RecordStyle?
    /// How bitonal record images are coded; nil means group 4.
    package var bitonalCoding: BitonalCoding?

    package init() {}
}

package struct CompositionRequest: Sendable, Codable {
    package var pages: [CompositionPage]
    package var metadata: PDFMetadata
    /// Files to put inside; with any the document is PDF/A-3u, without it is PDF/A-2u.
    package var attachments: [CompositionAttachment]?
    /// PDF files below `in/` whose electronic invoice is taken out and attached again, if they have one.
    package var invoicesFrom: [String]?
    /// Room for a seal that is put in later; nil where the document gets none.
    package var seal: SealPreparation?

    package init(
        pages: [CompositionPage], metadata: PDFMetadata, attachments: [CompositionAttachment]? = nil,
        invoicesFrom: [String]? = nil, seal: SealPreparation? = nil
    ) {
        self.pages = pages
        self.metadata = metadata
        self.attachments = attachments
        self.invoicesFrom = invoicesFrom
        self.seal = seal
    }
}

/// A file to put inside the PDF, as it is.
package struct CompositionAttachment: Sendable, Hashable, Codable {
    /// How the file is related to the document (ISO 19005-3, 6.8).
    package enum Relationship: String, Sendable, Codable {
        /// The document was made of it.
        case source = "Source"
        /// It says the same in another form, as the data of an invoice.
        case alternative = "Alternative"
        /// Facts about the document.
        case data = "Data"
    }

    /// Below the job folder.
    package var file: String
    /// What readers show and save it as; data from outside, so the writer makes it safe.
    package var name: String
    /// As `text/xml`.
    package var mediaType: String
    package var relationship: Relationship
    package var description: String
    /// ISO 8601 with offset.
    package var modified: String
    /// The specification an invoice's data claim to follow (EN 16931: BT-24); nil for other files.
    package var invoiceSpecification: String?

    package init(
        file: String, name: String, mediaType: String, relationship: Relationship, description: String, modified: String
    ) {
        self.file = file
        self.name = name
        self.mediaType = mediaType
        self.relationship = relationship
        self.description = description
        self.modified = modified
    }
}

/// A page to compose: its record image and its analysis, both below `in/`.
package struct CompositionPage: Sendable, Codable {
    package var image: String
    /// A `PageAnalysis` as JSON; read page by page, so that a thousand pages need the memory of one.
    package var analysis: String
    package var label: String
    /// Files of the layers, if the page was stored in layers; whether they are used the analysis says.
    package var layers: LayerFiles?
    /// Title of the part that begins at this page, as an attachment (Anlage); nil where the part before goes on.
    package var part: String?

    package init(
        image: String, analysis: String, label: String, layers: LayerFiles? = nil, part: String? = nil
    ) {
        self.image = image
        self.analysis = analysis
        self.label = label
        self.layers = layers
        self.part = part
    }
}

/// The files of a page's layers.
package struct LayerFiles: Sendable, Hashable, Codable {
    package var background: String
    package var foreground: String
    package var mask: String

    package init(background: String, foreground: String, mask: String) {
        self.background = background
        self.foreground = foreground
        self.mask = mask
    }
}

/// What the PDF says about itself.
package struct PDFMetadata: Sendable, Hashable, Codable {
    package var title: String
    /// BCP 47 tag, as `de-DE`.
    package var language: String
    /// ISO 8601 with offset.
    ///
    /// Given, not asked from the clock, so that the same input gives the same bytes.
    package var created: String
    package var producer: String
    /// Identifies the document in XMP and the trailer, as a UUID.
    package var documentID: String
    /// Index fields for XMP, name and value, in the profile's order.
    package var fields: [PDFField]
    /// The transfer note, where it is to stand in the metadata.
    package var note: TransferNote?

    package init(
        title: String, language: String, created: String, producer: String, documentID: String, fields: [PDFField]
    ) {
        self.title = title
        self.language = language
        self.created = created
        self.producer = producer
        self.documentID = documentID
        self.fields = fields
    }
}

package struct PDFField: Sendable, Hashable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

package struct CompositionResult: Sendable, Hashable, Codable {
    package var file: String
    package var sizeInBytes: Int
    package var pageCount: Int
    /// Where the room for the seal is, where one was asked for.
    package var seal: SealSlot?

    package init(file: String, sizeInBytes: Int, pageCount: Int) {
        self.file = file
        self.sizeInBytes = sizeInBytes
        self.pageCount = pageCount
    }
}
