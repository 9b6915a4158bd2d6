/// Something document scanners can do and others cannot.
package enum ScanFeature: String, Sendable, Codable, CaseIterable {
    case doubleFeed, staples, skew, autoLength, longPaper, brightness, contrast, threshold, dropout, imprint
    case pageSensor, sheetCounter

    /// What people call it.
    package var title: LocalizedText {
        switch self {
        case .doubleFeed: LocalizedText(de: "Doppeleinzugserkennung", en: "double feed detection")
        case .staples: LocalizedText(de: "Klammererkennung", en: "staple detection")
        case .skew: LocalizedText(de: "Schieflagenerkennung beim Einzug", en: "detection of crooked sheets")
        case .autoLength:
            LocalizedText(de: "Blattlänge von selbst (gemischte Formate)", en: "automatic length (mixed sizes)")
        case .longPaper: LocalizedText(de: "überlanges Papier", en: "long paper")
        case .brightness: LocalizedText(de: "Helligkeit", en: "brightness")
        case .contrast: LocalizedText(de: "Kontrast", en: "contrast")
        case .threshold: LocalizedText(de: "Schwarzschwelle", en: "threshold")
        case .dropout: LocalizedText(de: "Blindfarbe", en: "dropout color")
        case .imprint: LocalizedText(de: "Aufdruck (Imprinter)", en: "imprinter")
        case .pageSensor: LocalizedText(de: "Fühler für eingelegtes Papier", en: "sensor for loaded paper")
        case .sheetCounter: LocalizedText(de: "Blattzähler", en: "sheet counter")
        }
    }
}

/// What a scanner can do, in the words of profiles and people.
package struct ScannerCapabilities: Sendable, Hashable, Codable {
    package var sources: [ScanSettings.Source]
    package var modes: [ColorMode]
    /// Dots per inch: all there are, or the smallest and the largest.
    package var resolutions: [Int]
    /// The widest and longest page, in millimeters; nil where the device does not tell.
    package var maxWidthMillimeters: Int?
    package var maxLengthMillimeters: Int?
    package var features: [OfferedFeature]
    /// Names of the buttons that the configuration may give a profile.
    package var buttons: [String]

    package init(
        sources: [ScanSettings.Source], modes: [ColorMode], resolutions: [Int], features: [OfferedFeature],
        buttons: [String]
    ) {
        self.sources = sources
        self.modes = modes
        self.resolutions = resolutions
        self.features = features
        self.buttons = buttons
    }
}

package struct OfferedFeature: Sendable, Hashable, Codable {
    package var feature: ScanFeature
    package var title: LocalizedText
    package var isOffered: Bool
    /// SANE's name of the option; nil where there is none.
    package var option: String?

    package init(_ feature: ScanFeature, option: String?) {
        self.feature = feature
        title = feature.title
        isOffered = option != nil
        self.option = option
    }
}
