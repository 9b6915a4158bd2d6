package import CaptureModel

extension SheetBalance {
    /// The balance in one line, for screens.
    package var text: LocalizedText {
        let expected = expectedSheets.map { LocalizedText(de: " (erwartet \($0))", en: " (\($0) expected)") }
        let replaced = LocalizedText(de: ", davon \(pagesReplaced) ersetzt", en: ", \(pagesReplaced) of them replaced")
        let nothing = LocalizedText(de: "", en: "")
        let open = differences.reduce(nothing) { $0 + " " + $1.text }
        return LocalizedText(de: "Bilanz: \(sheets) Blatt", en: "Balance: \(sheets) sheets") + (expected ?? nothing)
            + LocalizedText(de: " · \(pagesStored) Seiten gespeichert", en: " · \(pagesStored) pages stored")
            + (pagesReplaced > 0 ? replaced : nothing)
            + LocalizedText(
                de: " · \(separators) Trennseiten · \(blanks) leer · \(pagesInDocuments) in Schriftstücken"
                    + " · \(pagesDelivered) abgelegt · Differenz \(differences.count).",
                en: " · \(separators) separators · \(blanks) blank · \(pagesInDocuments) in documents"
                    + " · \(pagesDelivered) delivered · \(differences.count) differences.")
            + open
    }
}
