/// A rectangle on paper where something is expected, whatever stands there.
///
/// Millimeters on the upright page, from its top left corner, or from that of the anchor's first word.
package struct Zone: Sendable, Hashable, Codable {
    package enum Page: String, Sendable, Codable, CaseIterable { case first, last, any }

    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
    /// Page of the document.
    package var page: Page
    /// Printed words that the zone moves with, where a form is not always scanned or printed at one place.
    package var anchor: String?

    package init(
        x: Double, y: Double, width: Double, height: Double, page: Page = .first, anchor: String? = nil
    ) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.page = page
        self.anchor = anchor
    }
}

/// The parts of a business letter (DIN 5008) that have their place on the first page.
package enum LetterPart: String, Sendable, Codable, CaseIterable {
    /// The lines of the address field (Anschriftfeld).
    case recipient
    /// Who wrote: the return address (Rücksendeangabe), or the letterhead.
    case sender
    /// The day the letter was written (Briefdatum).
    case letterDate
    /// What the letter is about (Betreff).
    case subject
}

/// Which days a date may be, counted from the day of receipt.
package struct DateLimits: Sendable, Hashable, Codable {
    /// Days before receipt at most; nil for any.
    package var pastDays: Int?
    /// Days after receipt at most; nil for any.
    package var futureDays: Int?

    package init(pastDays: Int? = nil, futureDays: Int? = nil) {
        self.pastDays = pastDays
        self.futureDays = futureDays
    }
}

/// A value that was considered and not taken: shown to the person who decides.
package struct IndexAlternative: Sendable, Hashable, Codable {
    package var value: String
    package var confidence: Confidence
    package var page: Int?
    package var box: Box?

    package init(value: String, confidence: Confidence, page: Int? = nil, box: Box? = nil) {
        self.value = value
        self.confidence = confidence
        self.page = page
        self.box = box
    }
}
