/// Why a decision was taken: the rule, the evidence on the page and how sure it makes us.
package struct Reason: Sendable, Hashable, Codable {
    /// Id of the profile's rule, as `separate[0]` or `index.fileReference.find[1]`.
    package var rule: String
    package var text: LocalizedText
    /// Number of the page inside the batch, from 0.
    package var page: Int?
    package var box: Box?
    package var score: Confidence?

    package init(rule: String, text: LocalizedText, page: Int? = nil, box: Box? = nil, score: Confidence? = nil) {
        self.rule = rule
        self.text = text
        self.page = page
        self.box = box
        self.score = score
    }
}

/// What a page is for in its batch.
package enum PageRole: String, Sendable, Codable { case content, separator, blank }

/// What separation needs to know of a page; small, so that a thousand-page batch fits in memory.
package struct PageSummary: Sendable, Hashable, Codable {
    /// Number of the page inside the batch, from 0.
    package var number: Int
    package var isBlank: Bool
    package var patchCode: PatchCode?
    package var barcodes: [Barcode]
    /// The page is the back of a sheet fed in duplex.
    package var isBack: Bool
    /// Number of the imported file the page came from, from 1; nil for scanned pages.
    ///
    /// A new file starts a new document.
    package var input: Int?
    /// What the worker found strange about the page.
    package var findings: [Finding]
    /// What tells first pages from others; nil for pages that were read before it was looked for.
    package var signs: PageSigns?
    /// The color of the bare sheet; nil where it was not measured.
    package var paper: SheetColor?

    package init(
        number: Int, isBlank: Bool, patchCode: PatchCode?, barcodes: [Barcode], isBack: Bool = false,
        input: Int? = nil, findings: [Finding] = [], signs: PageSigns? = nil, paper: SheetColor? = nil
    ) {
        self.number = number
        self.isBlank = isBlank
        self.patchCode = patchCode
        self.barcodes = barcodes
        self.isBack = isBack
        self.input = input
        self.findings = findings
        self.signs = signs
        self.paper = paper
    }
}

/// The result of separating a batch: every page has a role, every content page a document.
package struct Separation: Sendable, Hashable, Codable {
    /// One for each page, in order.
    package var roles: [PageRole]
    package var documents: [DocumentDraft]
    /// Numbers from 0 of the documents that begin a new batch, where separators say so; nil where none does.
    package var batches: [Int]?

    package init(roles: [PageRole], documents: [DocumentDraft]) {
        self.roles = roles
        self.documents = documents
    }
}

/// Consecutive pages that belong together, before anything is known about them.
package struct DocumentDraft: Sendable, Hashable, Codable {
    /// Page numbers inside the batch, from 0.
    package var pages: [Int]
    /// Values a separator sheet gave to its documents, as `office`.
    package var given: [String: String]
    /// Why the document begins here.
    package var why: [Reason]
    /// First pages of its attachments (Anlagen), where separators mark them.
    package var attachments: [Int]?
    /// What a person should know about its borders.
    package var findings: [Finding]?

    package init(
        pages: [Int], given: [String: String] = [:], why: [Reason] = [], attachments: [Int]? = nil,
        findings: [Finding]? = nil
    ) {
        self.pages = pages
        self.given = given
        self.why = why
        self.attachments = attachments
        self.findings = findings
    }
}

/// A value (Indexfeld) that the machine or a person gave a document.
package struct IndexValue: Sendable, Hashable, Codable {
    package var value: String
    package var confidence: Confidence
    /// Number of the page inside the batch, from 0; nil where the value does not stand on a page.
    package var page: Int?
    package var box: Box?
    package var why: Reason
    /// Other values that came into question, best first; nil where there were none.
    package var alternatives: [IndexAlternative]?

    package init(value: String, confidence: Confidence, page: Int? = nil, box: Box? = nil, why: Reason) {
        self.value = value
        self.confidence = confidence
        self.page = page
        self.box = box
        self.why = why
    }
}

/// A document (Schriftstück) with everything decided about it.
package struct IndexedDocument: Sendable, Hashable, Codable {
    package var pages: [Int]
    /// Name of the document type (Dokumentart); nil where none was recognized.
    package var type: String?
    package var typeConfidence: Confidence
    package var why: [Reason]
    package var fields: [String: IndexValue]
    package var findings: [Finding]
    /// A person must look before it may go.
    package var needsReview: Bool
    /// Key in the profile's `deliver` section; nil where no rule matched.
    package var route: String?
    /// First pages of its attachments (Anlagen), where separators mark them.
    package var attachments: [Int]?

    package init(
        pages: [Int], type: String? = nil, typeConfidence: Confidence = .none, why: [Reason] = [],
        fields: [String: IndexValue] = [:], findings: [Finding] = [], needsReview: Bool = false, route: String? = nil
    ) {
        self.pages = pages
        self.type = type
        self.typeConfidence = typeConfidence
        self.why = why
        self.fields = fields
        self.findings = findings
        self.needsReview = needsReview
        self.route = route
    }
}
