/// A capture profile (Erfassungsprofil): everything an admin tunes, one version of it.
///
/// Patterns are RE2 expressions, checked when the profile was loaded; `${name}` in templates stands for an index field,
/// a named group or a value given by a separator.
package struct Profile: Sendable, Hashable, Codable {
    package var name: String
    package var title: LocalizedText
    package var procedure: Procedure
    package var protection: ProtectionNeed
    package var scan: ScanSettings
    package var pages: PageSettings
    package var read: ReadSettings
    package var separate: [SeparationRule]
    package var types: [TypeRule]
    package var index: [FieldRule]
    /// What must fit together; nil asks nothing.
    package var checks: [CheckRule]?
    package var review: ReviewSettings
    package var route: [RouteRule]
    package var deliver: [String: Destination]
    /// The body (Mandant) whose mail it is; nil where there is but one.
    ///
    /// It comes with the channel the mail came by, and nothing on paper changes it.
    package var tenant: String?
    /// Names under which letters reach us; mail to anybody else is misdirected (Irrläufer).
    ///
    /// nil or empty: addresses are not looked at.
    package var recipients: [String]?
    /// Registers that are no CSV files; nil where all are.
    package var registers: [RegisterSource]?
    /// How documents are sealed; nil where they are not.
    package var seal: SealSettings?
    /// Where the transfer note stands; nil means in the metadata.
    package var transferNote: TransferNotePlace?
    /// What becomes of files that documents came in; nil means the defaults.
    package var originals: OriginalSettings?

    package init(
        name: String, title: LocalizedText, procedure: Procedure, protection: ProtectionNeed = ProtectionNeed(),
        scan: ScanSettings = ScanSettings(), pages: PageSettings = PageSettings(), read: ReadSettings = ReadSettings(),
        separate: [SeparationRule] = [], types: [TypeRule] = [], index: [FieldRule] = [],
        review: ReviewSettings = ReviewSettings(), route: [RouteRule] = [], deliver: [String: Destination] = [:]
    ) {
        self.name = name
        self.title = title
        self.procedure = procedure
        self.protection = protection
        self.scan = scan
        self.pages = pages
        self.read = read
        self.separate = separate
        self.types = types
        self.index = index
        self.review = review
        self.route = route
        self.deliver = deliver
    }

    /// What the worker is told about reading the profile's pages.
    package var analysisSettings: AnalysisSettings {
        var settings = AnalysisSettings()
        settings.orient = pages.orient
        settings.deskew = pages.deskew
        settings.blankBelow = pages.blankBelow
        settings.jpegQuality = pages.jpegQuality
        settings.recordStyle = pages.recordImage
        settings.bitonalCoding = pages.bitonal
        settings.languages = read.languages
        settings.symbologies = read.symbologies
        settings.expectsBarcodes = namesBarcode
        return settings
    }

    /// Whether a document is separated, typed or indexed by a barcode.
    private var namesBarcode: Bool {
        separate.contains { if case .barcode = $0.condition { true } else { false } }
            || types.contains { ($0.any + $0.all).contains { if case .barcode = $0 { true } else { false } } }
            || index.contains { $0.find.contains { if case .barcode = $0 { true } else { false } } }
    }
}

/// The scan procedure (Verfahren) as the procedure documentation names it; goes into every transfer note.
package struct Procedure: Sendable, Hashable, Codable {
    package var name: String
    package var version: String
    /// ISO 8601 date.
    package var validFrom: String
    /// The form of the procedure where it has several (Ausprägung), as `Farbe`.
    package var variant: String?
    /// The body that captures; nil where the profile does not name it.
    package var organization: Organization?
    /// Who keeps the procedure documentation; nil where it is `organization`.
    package var maintainer: Organization?

    package init(name: String, version: String, validFrom: String) {
        self.name = name
        self.version = version
        self.validFrom = validFrom
    }
}

/// The protection need (Schutzbedarf) of TR-03138 in its three goals.
package struct ProtectionNeed: Sendable, Hashable, Codable {
    package enum Level: String, Sendable, Codable, CaseIterable {
        case normal
        case high
        case veryHigh = "very-high"
    }

    package var integrity = Level.normal
    package var confidentiality = Level.normal
    package var availability = Level.normal

    package init() {}
}

package struct PageSettings: Sendable, Hashable, Codable {
    package var orient = true
    package var deskew = true
    /// Share of character-like ink below which a page is blank.
    package var blankBelow = 0.0007
    package var jpegQuality = 75
    /// How page images go into the PDF; nil means untouched.
    package var recordImage: RecordStyle?
    /// How bitonal images are coded; nil means group 4.
    package var bitonal: BitonalCoding?

    package init() {}
}

package struct ReadSettings: Sendable, Hashable, Codable {
    package var languages = ["deu"]
    /// nil means all symbologies.
    package var symbologies: [Symbology]?

    package init() {}
}

/// How a document type (Dokumentart) is recognized.
package struct TypeRule: Sendable, Hashable, Codable {
    package enum Condition: Sendable, Hashable, Codable {
        /// The words stand on the page, upper and lower case and OCR line breaks ignored.
        case text(String)
        /// The words stand in a line of their own in the upper half of the first page.
        case heading(String)
        /// RE2 over the page's text.
        case pattern(String)
        case barcode(Symbology?, matches: String)
        /// The words stand where a letter says who wrote it: return address, letterhead or foot of the first page.
        case sender(String)
        /// Something stands in a place on paper; the pattern in it where one is given.
        case zone(Zone, matches: String?)
        /// The first sheet has this color; never met where the color was not measured.
        case paper(PaperColor)
        /// The document has as many pages.
        case pages(ClosedRange<Int>)
        /// The file carries the data of an electronic invoice.
        case invoice
    }

    package var type: String
    /// One of these is enough.
    package var any: [Condition]
    /// All of these must hold.
    package var all: [Condition]
    /// None of these may hold.
    package var none: [Condition]
    /// The type is learned from confirmed documents as well; nil means no.
    package var learned: Bool?
    /// The more general type that this one is a kind of; where both fit, this one is meant.
    package var kindOf: String?

    package init(
        type: String, any: [Condition] = [], all: [Condition] = [], none: [Condition] = [], learned: Bool? = nil,
        kindOf: String? = nil
    ) {
        self.type = type
        self.any = any
        self.all = all
        self.none = none
        self.learned = learned
        self.kindOf = kindOf
    }

    package var isLearned: Bool { learned ?? false }
}

/// How the value of an index field (Indexfeld) is found.
package struct FieldRule: Sendable, Hashable, Codable {
    package enum Finder: Sendable, Hashable, Codable {
        /// The first group of the pattern, or all of it where it has none, in a barcode's whole text.
        case barcode(Symbology?, matches: String)
        /// The pattern right of or below one of the labels.
        case near(labels: [String], matches: String)
        /// The pattern anywhere in the document's text.
        case pattern(String)
        /// A value that a separator gave, by its name.
        case given(String)
        /// What stands in a place on paper; the pattern in it where one is given.
        case zone(Zone, matches: String?)
        /// A part of a business letter; the pattern in it where one is given.
        case letter(LetterPart, matches: String?)
        /// A business term of EN 16931 from the data of an electronic invoice, as `BT-1`.
        case invoice(term: String)
        /// A ticked box: with one label or a zone `yes` or `no`, with several labels that of the ticked one.
        case checkBox(labels: [String], zone: Zone?)
    }

    package enum Format: String, Sendable, Codable, CaseIterable {
        case text, date, amount, fileReference, iban
        /// Steuerliche Identifikationsnummer of a person, 11 digits.
        case taxId
        /// Steuernummer of a tax office, in the form of a state or of the Länder together (13 digits).
        case taxNumber
        /// Umsatzsteuer-Identifikationsnummer.
        case vatId
        /// Versicherungsnummer of the pension insurance (Rentenversicherung).
        case pensionNumber
        /// Kfz-Kennzeichen.
        case licensePlate
        /// Leitweg-ID of public buyers.
        case leitwegId
        /// Aktenzeichen of a court, as `14 K 1542/15` or `S 4 SO 12/26`.
        case courtReference
        /// The number somebody else gave, as of an invoice: like text, but a day or an amount is none.
        case number
    }

    package var name: String
    package var label: LocalizedText
    package var find: [Finder]
    package var format: Format
    /// Name of the register (Verzeichnis) the value must stand in.
    package var register: String?
    /// Columns of the register that tell an entry as surely as its key does, as `iban` tells a supplier.
    package var lookUp: [String]
    package var required: Bool
    /// Document types the field is asked of; empty means all.
    package var types: [String]
    /// Days a date may be; others are told to a person.
    package var dates: DateLimits?

    package init(
        name: String, label: LocalizedText, find: [Finder], format: Format = .text, register: String? = nil,
        lookUp: [String] = [], required: Bool = false, types: [String] = []
    ) {
        self.name = name
        self.label = label
        self.find = find
        self.format = format
        self.register = register
        self.lookUp = lookUp
        self.required = required
        self.types = types
    }
}

package struct ReviewSettings: Sendable, Hashable, Codable {
    /// Below this confidence of the type or of a required field a person looks.
    package var below = Confidence(0.9)
    /// Share of sure documents that a person looks at all the same, 0...100.
    package var samplePercent = 0.0

    package init() {}
}

/// Where documents go; the first rule that matches decides.
package struct RouteRule: Sendable, Hashable, Codable {
    /// RE2 over the whole value, by field name; names that are no fields are those of `RouteRule.Subject`.
    ///
    /// Empty means every document (`otherwise`).
    package var when: [String: String]
    /// Key in the profile's `deliver` section.
    package var to: String

    package init(when: [String: String] = [:], to: String) {
        self.when = when
        self.to = to
    }

    /// What a route may ask about besides fields; no field may be called so.
    package enum Subject: String, Sendable, CaseIterable {
        /// The document type.
        case type
        /// The code of any finding, as `misdirected` or `confidential`.
        case finding
        /// How the batch came: `scanner`, `folder`, `upload`, `command`.
        case channel
        /// The body whose mail it is.
        case tenant
        /// The protection need in its three goals.
        case integrity, confidentiality, availability
    }
}

package struct Destination: Sendable, Hashable, Codable {
    /// Name of a target in the daemon's configuration.
    package var target: String
    /// Template of the folder path, as `/Kämmerei/${fileReference}`.
    package var path: String

    package init(target: String, path: String) {
        self.target = target
        self.path = path
    }
}

/// A register (Verzeichnis): the valid values of a field with what belongs to them.
package struct Register: Sendable, Hashable, Codable {
    package var name: String
    /// By normalized key: the key as written and its other columns.
    package var entries: [String: Entry]
    /// Normalized keys a service was asked for and answered, with an entry or without; nil where `entries` is all there is.
    package var answered: Set<String>?

    package struct Entry: Sendable, Hashable, Codable {
        package var value: String
        package var columns: [String: String]

        package init(value: String, columns: [String: String] = [:]) {
            self.value = value
            self.columns = columns
        }
    }

    package init(name: String, entries: [String: Entry], answered: Set<String>? = nil) {
        self.name = name
        self.entries = entries
        self.answered = answered
    }
}

/// A profile with its registers, as loaded from files: what a batch is worked with.
package struct LoadedProfile: Sendable {
    package var profile: Profile
    package var registers: [String: Register]
    /// The YAML text, kept with each batch that begins with it.
    package var source: String
    /// What was learned of its types; nil where none is learned, or nothing was learned yet.
    package var typeModel: TypeModel?
    /// What does not keep the profile from use but should be known, as types that were not learned yet.
    package var notices: [Finding]

    package init(
        profile: Profile, registers: [String: Register], source: String, typeModel: TypeModel? = nil,
        notices: [Finding] = []
    ) {
        self.profile = profile
        self.registers = registers
        self.source = source
        self.typeModel = typeModel
        self.notices = notices
    }

    package var version: String { profile.procedure.version }

    /// The profile, where the place that mail comes from is the tenant's whose profile it is.
    /// - Parameter tenant: of the place; nil where it tells none.
    package func checked(against tenant: String?) throws(CaptureError) -> LoadedProfile {
        if let tenant, profile.tenant != tenant { throw .tenantMismatch(profile: profile.name) }
        return self
    }
}

extension CaptureError {
    fileprivate static func tenantMismatch(profile: String) -> CaptureError {
        CaptureError(
            .badProfile, "tenant-mismatch",
            LocalizedText(
                de: "Das Profil \(profile) gehört nicht dem Mandanten, von dem die Post kommt.",
                en: "The profile \(profile) does not belong to the tenant that the mail comes from."),
            remedy: LocalizedText(
                de: "Bitte „profile“ oder „context“ der Quelle oder den Namen des Unterordners berichtigen.",
                en: "Please correct “profile” or “context” of the source, or the name of the sub-folder."))
    }
}
