package import CaptureModel

/// The balance of a batch (Bilanz): every sheet and page that came in, and where each of them is.
///
/// Nothing goes out before all differences are gone or a person has accepted them with a reason.
package struct SheetBalance: Sendable, Hashable, Codable {
    package var expectedSheets: Int?
    package var expectedFrom: ExpectedSheets.Source?
    /// By the devices' own counters; nil where one of them has none.
    package var fedSheets: Int?
    /// Sheets that count in the batch.
    package var sheets: Int
    package var pagesStarted: Int
    package var pagesStored: Int
    /// Stored pages that count no more, with the image kept.
    package var pagesReplaced: Int
    package var separators: Int
    package var blanks: Int
    /// Pages that belong to documents.
    package var pagesInDocuments: Int
    package var pagesDelivered: Int
    /// What does not agree and nobody has accepted.
    package var differences: [SheetDifference]
    package var accepted: AcceptedBalance?

    package var isSettled: Bool { differences.isEmpty }
    /// Without a reason in words the batch may not go on as it is.
    package var needsReason: Bool { differences.contains { $0.kind != .moreToCome } }
}

/// Two numbers of a balance that do not agree.
package struct SheetDifference: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// Nothing is stored.
        case empty
        /// The last feed never told its end: the program or the computer stopped.
        case unknownEnd
        /// The last feed stopped before the feeder was empty.
        case stopped
        /// A page moved and was not stored.
        case notStored
        /// A side of a sheet is missing.
        case oddSides
        /// Two pages, before and after a stop, look as if one sheet was fed twice; their numbers.
        case sameSheet
        /// Fronts and backs that were scanned one after the other are not equally many.
        case backs
        /// The sheets counted are not those expected.
        case sheetCount
        /// The sheets counted are not those the device counted.
        case deviceCount
        /// Pages that neither belong to a document nor are blank or separators.
        case withoutDocument
        /// The person said that more sheets follow.
        case moreToCome
    }

    package var kind: Kind
    package var wanted: Int
    package var found: Int

    package init(_ kind: Kind, wanted: Int = 0, found: Int = 0) {
        self.kind = kind
        self.wanted = wanted
        self.found = found
    }
}

extension SheetDifference {
    /// What does not agree, for a clerk.
    package var text: LocalizedText {
        switch kind {
        case .empty: LocalizedText(de: "Es ist keine Seite gespeichert.", en: "No page is stored.")
        case .unknownEnd:
            LocalizedText(
                de: "Wie der letzte Einzug endete, ist nicht bekannt; das letzte Blatt ist unklar.",
                en: "How the last feed ended is not known; the last sheet is uncertain.")
        case .stopped:
            LocalizedText(
                de: "Der Einzug hielt an, bevor er leer war.", en: "The feed stopped before the feeder was empty.")
        case .notStored:
            LocalizedText(
                de: "Eingezogen wurden \(wanted) Seiten, gespeichert sind \(found).",
                en: "\(wanted) pages were fed, \(found) are stored.")
        case .oddSides:
            LocalizedText(
                de: "Beidseitig gescannt wurden \(found) Seiten, eine ungerade Zahl: Eine Seite fehlt.",
                en: "\(found) pages were scanned on both sides, an odd number: one side is missing.")
        case .sameSheet:
            LocalizedText(
                de: "Seite \(found) sieht aus wie Seite \(wanted): Vielleicht wurde dasselbe Blatt zweimal eingelegt.",
                en: "Page \(found) looks like page \(wanted): maybe the same sheet was fed twice.")
        case .backs:
            LocalizedText(
                de: "Zu \(wanted) Vorderseiten gibt es \(found) Rückseiten.",
                en: "There are \(found) backs for \(wanted) fronts.")
        case .sheetCount:
            LocalizedText(
                de: "Erwartet sind \(wanted) Blatt, gezählt \(found).",
                en: "\(wanted) sheets expected, \(found) counted.")
        case .deviceCount:
            LocalizedText(
                de: "Der Scanner zählte \(wanted) Blatt, gespeichert sind \(found).",
                en: "The scanner counted \(wanted) sheets, \(found) are stored.")
        case .withoutDocument:
            LocalizedText(
                de: "\(wanted - found) Seiten gehören zu keinem Schriftstück.",
                en: "\(wanted - found) pages belong to no document.")
        case .moreToCome: LocalizedText(de: "Es folgen noch Blätter.", en: "More sheets will follow.")
        }
    }

    /// A stable name for programs and tests.
    package var problem: String {
        switch kind {
        case .empty: "feeder-empty"
        case .unknownEnd: "feed-broke-off"
        case .stopped: "feed-stopped"
        case .notStored: "page-not-stored"
        case .oddSides: "odd-sides"
        case .sameSheet: "sheet-maybe-twice"
        case .backs: "backs-differ"
        case .sheetCount: "sheet-count-differs"
        case .deviceCount: "device-count-differs"
        case .withoutDocument: "pages-without-document"
        case .moreToCome: "batch-open"
        }
    }
}
