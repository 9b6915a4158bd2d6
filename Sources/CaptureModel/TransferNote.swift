/// The transfer note (Transfervermerk) of TR-03138, A.NB.4: who made a document of paper or files, when, how, and what was
/// strange about it.
///
/// It holds what is known and nothing else; texts for people are German, as the format of its XML is.
package struct TransferNote: Sendable, Hashable, Codable {
    /// Where the pages come from.
    package enum Origin: String, Sendable, Codable {
        /// Sheets that went through a scanner of ours.
        case paper
        /// A file of images that somebody else made.
        case file
        /// A file that never was paper.
        case bornDigital
    }

    /// When the note was written, ISO 8601 with offset.
    package var created: String
    package var documentID: String
    package var origin: Origin
    package var pageCount: Int
    /// Pseudonym or name of the person who fed the paper or handed the files in; nil where none is known.
    package var operatedBy: String?
    /// The body the capture was done by.
    package var organization: Organization
    package var procedure: Procedure
    /// Id of the batch and when it was begun, ISO 8601 with offset.
    package var batch: String
    package var batchCreated: String
    /// The document's images among those of its batch, as `Abbild 5 bis 9 von 201`.
    package var position: String
    /// What was done, in order.
    package var steps: [Step]
    /// What a reader of the document must know (Auffälligkeiten).
    package var anomalies: [Attribute]
    /// The quality control that really took place.
    package var quality: Quality

    package init(
        created: String, documentID: String, origin: Origin, pageCount: Int, operatedBy: String?,
        organization: Organization, procedure: Procedure, batch: String, batchCreated: String, position: String,
        steps: [Step] = [], anomalies: [Attribute] = [], quality: Quality
    ) {
        self.created = created
        self.documentID = documentID
        self.origin = origin
        self.pageCount = pageCount
        self.operatedBy = operatedBy
        self.organization = organization
        self.procedure = procedure
        self.batch = batch
        self.batchCreated = batchCreated
        self.position = position
        self.steps = steps
        self.anomalies = anomalies
        self.quality = quality
    }
}

extension TransferNote {
    /// Something that was done to pages or the document.
    package struct Step: Sendable, Hashable, Codable {
        package var name: String
        /// ISO 8601 with offset.
        package var time: String
        /// A person's pseudonym, or the program.
        package var performedBy: String
        package var system: String
        package var attributes: [Attribute]

        package init(
            _ name: String, time: String, performedBy: String, system: String, attributes: [Attribute] = []
        ) {
            self.name = name
            self.time = time
            self.performedBy = performedBy
            self.system = system
            self.attributes = attributes
        }
    }

    package struct Attribute: Sendable, Hashable, Codable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What quality control (Sichtprüfung) a document went through.
    package struct Quality: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Codable {
            /// No person looked at this document.
            case automatic
            /// A person looked, because the document was drawn as a sample.
            case sample
            /// A person looked, because the machine doubted something.
            case doubt
        }

        package var kind: Kind
        package var result: String
        /// Who looked, and when (ISO 8601 with offset); nil where nobody did.
        package var checkedBy: String?
        package var checkedAt: String?

        package init(_ kind: Kind, result: String, checkedBy: String? = nil, checkedAt: String? = nil) {
            self.kind = kind
            self.result = result
            self.checkedBy = checkedBy
            self.checkedAt = checkedAt
        }
    }

    /// The statement that the document agrees with the paper in image and content; nil where no person has looked, or
    /// where there was no paper.
    package var agreement: String? {
        guard origin == .paper, quality.kind != .automatic else { return nil }
        return "bildlich und inhaltlich mit dem Papierdokument übereinstimmend"
    }
}

/// A body with the unit that does the work.
package struct Organization: Sendable, Hashable, Codable {
    package var name: String
    package var street: String?
    package var postalCode: String?
    package var place: String
    package var unit: String

    package init(name: String, street: String? = nil, postalCode: String? = nil, place: String, unit: String) {
        self.name = name
        self.street = street
        self.postalCode = postalCode
        self.place = place
        self.unit = unit
    }
}

/// Where the transfer note of a document stands.
package enum TransferNotePlace: String, Sendable, Codable, CaseIterable {
    /// As an XML file inside the PDF, which then is PDF/A-3u.
    case attached
    /// In the PDF's own metadata (XMP); the PDF stays PDF/A-2u.
    case metadata
    /// Nowhere.
    case none
}

/// What becomes of files that documents came in.
package struct OriginalSettings: Sendable, Hashable, Codable {
    package enum BornDigital: String, Sendable, Codable, CaseIterable {
        /// PDF/A is made of it; a signed file is attached besides, since its signature holds for its own bytes only.
        case convert
        /// PDF/A is made of it, and the file is attached to that as it came.
        case attach
        /// It is delivered as it came, bit for bit.
        case deliver
    }

    package enum InvoiceData: String, Sendable, Codable, CaseIterable {
        /// The XML of an electronic invoice is attached to the PDF/A again.
        case attach
        /// It stays in the file that came.
        case leave
    }

    package var bornDigital = BornDigital.convert
    package var invoiceData = InvoiceData.leave

    package init() {}
}
