/// The sections of a profile with the keys each knows; `profiles/profile.schema.json` tells editors the same.
package enum ProfileSection: String, Sendable, CaseIterable {
    case profile, text, procedure, protection, scan, pages, blank, read, separator, sheet, change, type, condition,
        field, finder, zone, dates, check, register
    case review, sample, route, destination, seal, organization, originals

    /// The known keys, in the order people write them.
    package var keys: [String] {
        switch self {
        case .profile:
            [
                "profile", "title", "tenant", "recipients", "procedure", "protection", "scan", "pages", "read",
                "registers", "separate", "types", "index", "checks", "review", "route", "deliver", "seal",
                "transferNote", "originals",
            ]
        case .text: ["de", "en"]
        case .procedure: ["name", "variant", "version", "validFrom", "organization", "maintainer"]
        case .protection: ["integrity", "confidentiality", "availability"]
        case .scan:
            [
                "source", "resolution", "mode", "paper", "length", "onDoubleFeed", "onStaple", "onSkew", "brightness",
                "contrast", "threshold", "dropout", "imprint", "require", "countFrom", "quality", "options",
            ]
        case .pages: ["orient", "deskew", "blank", "jpegQuality", "recordImage", "bitonal"]
        case .blank: ["below"]
        case .read: ["languages", "barcodes"]
        case .separator: Self.sheet.keys + ["sheet", "set", "begins", "reset", "signed", "unseparated"]
        case .sheet:
            [
                "patch", "barcode", "matches", "blank", "count", "text", "heading", "pattern", "paper", "change",
                "content", "above", "all", "any",
            ]
        case .change: ["barcode", "matches", "pattern"]
        case .type: ["type", "any", "all", "none", "learned", "kindOf"]
        case .condition:
            ["text", "heading", "sender", "zone", "pattern", "barcode", "paper", "pages", "invoice", "matches"]
        case .field: ["label", "find", "format", "dates", "register", "lookUp", "required", "types"]
        case .finder: ["barcode", "near", "pattern", "given", "zone", "letter", "invoice", "checkBox", "matches"]
        case .zone: ["x", "y", "width", "height", "page", "anchor"]
        case .dates: ["pastDays", "futureDays"]
        case .check: ["same", "sum", "of", "notAfter"]
        case .register: ["name", "database", "table", "url", "timeoutSeconds", "maxAgeSeconds", "key", "columns"]
        case .review: ["below", "sample"]
        case .sample: ["percent"]
        case .route: ["when", "to", "otherwise"]
        case .destination: ["target", "path"]
        case .seal: ["key", "timestamp", "kind"]
        case .organization: ["name", "street", "postalCode", "place", "unit"]
        case .originals: ["bornDigital", "invoiceData"]
        }
    }

    /// What the section must have.
    package var required: [String] {
        switch self {
        case .profile: ["profile", "title", "procedure", "route", "deliver"]
        case .text: ["de"]
        case .procedure: ["name", "version", "validFrom"]
        case .type: ["type"]
        case .field: ["find"]
        case .zone: ["x", "y", "width", "height"]
        case .destination: ["target", "path"]
        case .register: ["name", "key"]
        case .organization: ["name", "place", "unit"]
        default: []
        }
    }
}
