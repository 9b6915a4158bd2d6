import CaptureModel

/// What is known about a document before anything on its pages is looked for.
struct KnownValues: Sendable {
    /// Values of separators, and of the folder the file was put into where no separator says otherwise.
    let given: [String: String]
    /// What the sender's system gave beside the file, by name; candidates for fields of that name.
    let sidecar: [String: String]
    /// The given values as fields, so that routes and folders may use them.
    let fields: [String: IndexValue]

    init(_ draft: DocumentDraft, _ context: InputContext? = nil) {
        let place = context?.place ?? [:]
        given = place.merging(draft.given) { $1 }
        sidecar = context?.values ?? [:]
        fields = place.mapValues { Self.field($0, rule: "folder", .place) }
            .merging(draft.given.mapValues { Self.field($0, rule: "separate", .separator) }) { $1 }
    }

    private static func field(_ value: String, rule: String, _ text: LocalizedText) -> IndexValue {
        IndexValue(value: value, confidence: .certain, why: Reason(rule: rule, text: text, score: .certain))
    }
}

extension LocalizedText {
    fileprivate static let separator = LocalizedText(de: "Vom Trennblatt.", en: "From the separator sheet.")
    fileprivate static let place = LocalizedText(
        de: "Vom Ordner oder Postfach, aus dem die Datei kam.", en: "From the folder or mailbox the file came from.")
}
