import CaptureModel

extension ProfileSection {
    /// The values of the sections that hold rules, by key.
    var rulesSchema: [String: SchemaValue] {
        switch self {
        case .separator:
            Self.sheet.rulesSchema.merging([
                "sheet": .choice(
                    "drop: the sheet separates only; keep: it is the new document's first page.",
                    of: SeparationRule.Sheet.self, default: "drop"),
                "set": .values(#"Values for the documents that follow, as {office: "${office}"}."#, types: ["string"]),
                "begins": .choice(
                    "What begins here; an attachment belongs to the document before, a batch ends all values.",
                    of: SeparationRule.Action.self, default: "document"),
                "reset": .flag("Values of earlier separators end here.", default: false),
                "signed": .flag(
                    "The barcode counts only with the check part of sheets printed by `scanstelle separators print`.",
                    default: false),
                "unseparated": .flag(
                    "For rules about content: only in feeds and files without any separator sheet.", default: false),
            ]) { _, own in own }
        case .sheet:
            [
                "patch": .patchCode("Patch code."),
                "barcode": .choice("Symbology, or any.", of: Symbology.self, besides: ["any"]),
                "matches": .text(
                    "Pattern of the barcode's whole text; named groups serve `set`. RE2 syntax: no backreferences, no look-around."
                ),
                "blank": .constant("A sheet with nothing on either side.", .boolean(true)),
                "count": .integer("A new document after this many content pages.", 1...10000),
                "text": .text("Words anywhere on the page; case and line breaks do not matter."),
                "heading": .text("Words in a line of their own in the upper half of the page."),
                "pattern": .text(
                    "Pattern anywhere in the page's text; named groups serve `set`. RE2 syntax: no backreferences, no look-around."
                ),
                "paper": .choice("Color of the sheet.", of: PaperColor.self),
                "change": .section(.change),
                "content": .constant("The page looks like the first one of a document.", .string("first-page")),
                "above": .number("How sure `content` must be without asking a person.", 0.5...1, default: 0.8),
                "all": .list("All of these must hold.", of: .sheet, atLeast: 1),
                "any": .list("One of these is enough.", of: .sheet, atLeast: 1),
            ]
        case .change:
            [
                "barcode": .choice("Symbology, or any.", of: Symbology.self, besides: ["any"]),
                "matches": .text(
                    "Pattern of the barcode's whole text; named groups serve `set`. RE2 syntax: no backreferences, no look-around."
                ),
                "pattern": .text(
                    "Pattern in the page's text; its first group, or all of it, is the value. RE2 syntax."),
            ]
        case .type:
            [
                "type": .text("Name of the type."),
                "any": .list("One of these is enough.", of: .condition),
                "all": .list("All of these must hold.", of: .condition),
                "none": .list("None of these may hold.", of: .condition),
                "learned": .flag("Also learned from confirmed documents; rules go before it.", default: false),
                "kindOf": .text("The more general type that this one is a kind of; where both fit, this one is meant."),
            ]
        case .condition:
            [
                "text": .text("Words anywhere; case and line breaks do not matter."),
                "heading": .text(
                    "Words in a line of their own, or that begin a subject line, in the upper half of the first page."),
                "sender": .text("Words of the letterhead, return address or foot of the first page."),
                "zone": .section(.zone),
                "pattern": .text("Pattern anywhere in a page's text. RE2 syntax: no backreferences, no look-around."),
                "barcode": .choice("Symbology, or any.", of: Symbology.self, besides: ["any"]),
                "paper": .choice("Color of the first sheet; never met where it was not measured.", of: PaperColor.self),
                "pages": .numberOrText(
                    "Number of pages: 3, a range as 2-5, or 2- for two and more.", pattern: #"^\d+\s*(-\s*\d*)?$"#),
                "invoice": .constant("The file carries the data of an electronic invoice.", .boolean(true)),
                "matches": .text(
                    "Pattern of the barcode's whole text, or of what stands in the zone. RE2 syntax: no backreferences, no look-around."
                ),
            ]
        case .check:
            [
                "same": .textList(
                    "All are the same. Fields, or columns of their registers as supplier.iban.", atLeast: 2),
                "sum": .textList("Amounts that add up to `of`.", atLeast: 1),
                "of": .text("The sum."),
                "notAfter": .textList("Each date is not after the next.", atLeast: 2),
            ]
        case .field:
            [
                "label": .textOrSection("What people call it.", .text),
                "find": .list("Ways to the value, the best first.", of: .finder),
                "format": .choice(
                    "Normal form of the value; formats with check digits verify them.", of: FieldRule.Format.self,
                    default: "text"),
                "dates": .section(.dates),
                "register": .text(
                    "Name of the register the value must stand in: one of `registers`, else registers/<name>.csv."),
                "lookUp": .texts("Columns of the register that tell an entry as surely as its key."),
                "required": .flag("Without it a person looks.", default: false),
                "types": .texts("Document types the field is asked of; all where left out."),
            ]
        case .finder:
            [
                "barcode": .choice("Symbology, or any.", of: Symbology.self, besides: ["any"]),
                "near": .texts("Labels; the value stands right of one or below it."),
                "pattern": .text("Pattern anywhere in the document. RE2 syntax: no backreferences, no look-around."),
                "given": .text("Name of a value that a separator gave."),
                "zone": .section(.zone),
                "letter": .choice("Part of a business letter (DIN 5008).", of: LetterPart.self),
                "invoice": .text(
                    "Business term of EN 16931 from the data of an electronic invoice, as BT-1 for its number.",
                    pattern: "^BT-[0-9]{1,3}$"),
                "checkBox": .textsOrSection(
                    "A ticked box. One label or a zone: yes or no; several labels: that of the ticked box.", .zone),
                "matches": .text(
                    "Pattern of the value; its first group where it has groups. May be left out beside `near` for formats with forms of their own, beside `zone` and `letter` always. RE2 syntax: no backreferences, no look-around."
                ),
            ]
        case .zone:
            [
                "x": .number("From the left; negative behind an anchor only.", -1000...1000),
                "y": .number("From the top; negative behind an anchor only.", -1000...1000),
                "width": .number("Millimeters.", 0.1...1000),
                "height": .number("Millimeters.", 0.1...1000),
                "page": .choice("Page of the document.", of: Zone.Page.self, default: "first"),
                "anchor": .text("Printed words the zone moves with."),
            ]
        case .dates:
            [
                "pastDays": .integer("Days before receipt at most.", 0...100000),
                "futureDays": .integer("Days after receipt at most.", 0...100000),
            ]
        case .register:
            [
                "name": .text("Name by which fields call it.", pattern: "^[A-Za-z0-9-]+$"),
                "database": .text(
                    "File in the folder of registers, as akten.sqlite; read only.", pattern: #"^[^/\\]+$"#),
                "table": .text("Table or view."),
                "url": .text(
                    "Address that answers JSON, with {key} where the value stands; https, or http on this machine.",
                    pattern: #"^https?://.*\{key\}"#),
                "timeoutSeconds": .number("How long an answer is waited for.", 0.1...30, default: 3),
                "maxAgeSeconds": .number("How long an answer is used again.", 0...86400, default: 300),
                "key": .text("Column or member that holds the key."),
                "columns": .textsOrValues(
                    "Columns or members beside the key; as {office: AMT_KUERZEL} where they are called otherwise."),
            ]
        default: [:]
        }
    }
}
