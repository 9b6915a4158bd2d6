import CaptureModel

extension ProfileSection {
    /// The values of the sections that hold settings, by key.
    var settingsSchema: [String: SchemaValue] {
        switch self {
        case .profile:
            [
                "profile": .text("Name: small letters, digits, dashes.", pattern: "^[a-z0-9-]+$"),
                "title": .textOrSection("Title for people.", .text),
                "tenant": .text("The body (Mandant) whose mail it is; nothing on paper changes it."),
                "recipients": .textList(
                    "Names under which letters reach us; mail to others gets the finding `misdirected`."),
                "procedure": .section(.procedure),
                "protection": .section(.protection),
                "scan": .section(.scan),
                "pages": .section(.pages),
                "read": .section(.read),
                "registers": .list("Registers that are no CSV files.", of: .register),
                "separate": .list("Where documents begin; the first rule a page meets decides.", of: .separator),
                "types": .list("Document types.", of: .type),
                "index": .sections(
                    "Index fields by name, in the order people see them.", of: .field, names: "^[A-Za-z0-9]+$"),
                "checks": .list("What must fit together.", of: .check),
                "review": .section(.review),
                "route": .list("Where documents go.", of: .route),
                "deliver": .sections("Destinations by name.", of: .destination),
                "seal": .section(.seal),
                "transferNote": .choice(
                    "Where the transfer note stands: in the PDF's metadata (PDF/A-2u) or as XML inside it (PDF/A-3u).",
                    of: TransferNotePlace.self, default: "metadata"),
                "originals": .section(.originals),
            ]
        case .text:
            [
                "de": .text("German."),
                "en": .text("English."),
            ]
        case .procedure:
            [
                "name": .text("Name of the procedure."),
                "variant": .text("Its form where it has several."),
                "version": .text(#"Version of the profile; quote it, as "1.0"."#),
                "validFrom": .text("First day of validity, as 2026-01-31.", pattern: #"^\d{4}-\d{2}-\d{2}$"#),
                "organization": .section(.organization, "The body that captures."),
                "maintainer": .section(
                    .organization, "Who keeps the procedure documentation; `organization` where left out."),
            ]
        case .protection:
            [
                "integrity": .choice("Integrity.", of: ProtectionNeed.Level.self, default: "normal"),
                "confidentiality": .choice("Confidentiality.", of: ProtectionNeed.Level.self, default: "normal"),
                "availability": .choice("Availability.", of: ProtectionNeed.Level.self, default: "normal"),
            ]
        case .scan:
            [
                "source": .choice("Where paper comes from.", of: ScanSettings.Source.self, default: "adf-duplex"),
                "resolution": .integer("Dots per inch.", 75...1200, default: 300),
                "mode": .choice("How much color is scanned.", of: ModeName.self, default: "color"),
                "paper": .choice("Paper size.", of: PaperName.self, default: "a4"),
                "onDoubleFeed": .choice(
                    "What happens when two sheets are fed at once.", of: ScanSettings.DoubleFeedAction.self,
                    default: "stop"),
                "length": .choice(
                    "Where a page ends: as the paper size says, where the sheet ends, or as far down as the device can.",
                    of: PaperLength.self, default: "fixed"),
                "onStaple": .choice(
                    "What a staple leads to, where the device feels one.", of: ScanSettings.DoubleFeedAction.self),
                "onSkew": .choice(
                    "What a crooked sheet leads to, where the device feels one.", of: ScanSettings.DoubleFeedAction.self
                ),
                "brightness": .integer("Share of what the device offers; left to it where absent.", -100...100),
                "contrast": .integer("Share of what the device offers; left to it where absent.", -100...100),
                "threshold": .integer("Share of what the device offers, for bitonal pages.", 1...100),
                "dropout": .choice("The color that gray and bitonal pages leave out.", of: DropoutColor.self),
                "imprint": .text("What the device prints on each sheet, counters in its own notation, as %08ud."),
                "require": .choices(
                    "What the device must offer; without it nothing is scanned. The rest is only told.",
                    of: ScanFeature.self),
                "countFrom": .text(
                    "Name of a separator's value: how many sheets its batch has, separator sheets not counted."),
                "quality": .integer("JPEG quality of pages as stored.", 1...100, default: 85),
                "options": .values("Further SANE options by name, set last.", types: ["string", "number", "boolean"]),
            ]
        case .pages:
            [
                "orient": .flag("Turn pages upright.", default: true),
                "deskew": .flag("Level lines of text for reading.", default: true),
                "blank": .section(.blank, "When a page counts as blank."),
                "jpegQuality": .integer(
                    "JPEG quality of record images that do not come as JPEG.", 1...100, default: 75),
                "recordImage": .choice(
                    """
                    How page images go into the PDF: untouched as acquired, or layered (a tenth of the size) where \
                    text, codes, stamps and faint strokes are checked to be kept.
                    """, of: RecordStyle.self, default: "untouched"),
                "bitonal": .choice(
                    "How black and white images are coded in the PDF; both lose nothing, jbig2 is smaller.",
                    of: BitonalCoding.self, default: "g4"),
            ]
        case .blank:
            [
                "below": .number("Share of the page covered by character-like ink.", 0...1, default: 0.0007)
            ]
        case .read:
            [
                "languages": .texts("Tesseract language codes, as deu."),
                "barcodes": .choices("Symbologies to look for; all where left out.", of: Symbology.self),
            ]
        case .review:
            [
                "below": .number("Less sure than this: a person looks.", 0...1, default: 0.9),
                "sample": .section(.sample, "Sure documents that people look at all the same."),
            ]
        case .sample:
            [
                "percent": .number("Share of them.", 0...100, default: 0)
            ]
        case .route:
            [
                "when": .values(
                    "RE2 patterns over whole values, by field, `field.column` of its register, value of a separator, or one of type, finding, channel, tenant, integrity, confidentiality, availability.",
                    types: ["string", "number"]),
                "to": .text("Key in `deliver`."),
                "otherwise": .text("Key in `deliver` for all other documents; last rule."),
            ]
        case .destination:
            [
                "target": .text("Name of a target in the daemon's configuration."),
                "path": .text("Folder, as /Kämmerei/${fileReference}.", pattern: "^/"),
            ]
        case .seal:
            [
                "key": .text(
                    "Name of a seal in the daemon's configuration; left out, documents get a timestamp alone."),
                "timestamp": .text("Name of a timestamp service in the daemon's configuration."),
                "kind": .choice(
                    "What a timestamp stands over: each document's seal, or all ready documents of a batch together.",
                    of: SealSettings.Kind.self, default: "document"),
            ]
        case .organization:
            [
                "name": .text("Name of the body."), "street": .text("Street and number."),
                "postalCode": .text("Postal code; quote it."), "place": .text("Place."),
                "unit": .text("Unit that does the work, as 10.3 Zentrale Scanstelle."),
            ]
        case .originals:
            [
                "bornDigital": .choice(
                    "A PDF that never was paper: PDF/A is made of it, or besides it is attached as it came, or it is delivered as it came.",
                    of: OriginalSettings.BornDigital.self, default: "convert"),
                "invoiceData": .choice(
                    "The XML of an electronic invoice.", of: OriginalSettings.InvoiceData.self, default: "leave"),
            ]
        default: [:]
        }
    }
}
