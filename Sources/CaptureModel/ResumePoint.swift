/// Where a feed that broke off goes on (Wiederaufsetzpunkt): what is stored, and from which sheet to load again.
package struct ResumePoint: Sendable, Hashable, Codable {
    /// Sheets of the batch stored with all their sides; also the number of the last of them.
    package var storedSheets: Int
    /// Of the sheet after them only the front is stored; it is fed again as a whole.
    package var hasHalfSheet: Bool

    package init(storedSheets: Int, hasHalfSheet: Bool = false) {
        self.storedSheets = storedSheets
        self.hasHalfSheet = hasHalfSheet
    }

    /// The number of the sheet to load first.
    package var nextSheet: Int { storedSheets + 1 }

    /// The error with the last stored sheet and the one to load again, for the clerk at the scanner.
    package func told(with error: CaptureError) -> CaptureError {
        CaptureError(
            error.code, error.problem, error.message + " " + stored, remedy: error.remedy + " " + loading,
            cause: error.cause)
    }

    /// What is stored, in words.
    package var stored: LocalizedText {
        let message =
            storedSheets == 0
            ? LocalizedText(de: "Es ist noch kein Blatt gespeichert.", en: "No sheet is stored yet.")
            : LocalizedText(
                de: "Blatt \(storedSheets) ist das letzte gespeicherte.",
                en: "Sheet \(storedSheets) is the last stored."
            )
        guard hasHalfSheet else { return message }
        let half = LocalizedText(
            de: "Von Blatt \(nextSheet) ist nur die Vorderseite gespeichert.",
            en: "Of sheet \(nextSheet) only the front is stored.")
        return message + " " + half
    }

    /// What to load, in words.
    package var loading: LocalizedText {
        LocalizedText(
            de: "Zum Fortsetzen ab Blatt \(nextSheet) neu einlegen.",
            en: "To go on, load again from sheet \(nextSheet).")
    }
}

extension FeedRequest {
    /// Where the batch goes on once `stored` pages of this feed are stored.
    package func resumePoint(stored: Int) -> ResumePoint {
        let sides = settings.source == .duplexFeeder ? 2 : 1
        let before = sheetsBefore ?? (firstPage - 1) / sides
        return ResumePoint(storedSheets: before + stored / sides, hasHalfSheet: stored % sides != 0)
    }
}
