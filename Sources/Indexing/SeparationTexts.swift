import CaptureModel

extension LocalizedText {
    static let firstPage = LocalizedText(de: "Erste Seite des Stapels.", en: "First page of the batch.")
    static let newFile = LocalizedText(de: "Hier beginnt eine neue Datei.", en: "A new file begins here.")
    static let blankSheet = LocalizedText(de: "Nach einem leeren Blatt.", en: "After a blank sheet.")
    static let separatorBarcode = LocalizedText(de: "Barcode eines Trennblatts.", en: "Barcode of a separator sheet.")
    static let separatorWords = LocalizedText(
        de: "Der Text eines Trennblatts steht auf der Seite.", en: "The page has the words of a separator sheet.")
    static let otherValue = LocalizedText(
        de: "Der Wert ist ein anderer als auf den Seiten davor.", en: "The value differs from that of the pages before."
    )

    static func patchCode(_ code: PatchCode) -> LocalizedText {
        LocalizedText(de: "Patchcode \(code.rawValue).", en: "Patch code \(code.rawValue).")
    }

    static func pageCount(_ pages: Int) -> LocalizedText {
        LocalizedText(de: "Nach je \(pages) Seiten.", en: "After every \(pages) pages.")
    }

    static func paper(_ color: PaperColor) -> LocalizedText {
        LocalizedText(de: "Blatt in \(color.german).", en: "A \(color.rawValue) sheet.")
    }
}

extension PaperColor {
    fileprivate var german: String {
        switch self {
        case .white: "Weiß"
        case .gray: "Grau"
        case .yellow: "Gelb"
        case .orange: "Orange"
        case .red: "Rot"
        case .purple: "Violett"
        case .blue: "Blau"
        case .green: "Grün"
        }
    }
}

extension Finding {
    static func writtenBack(_ page: Int) -> Finding {
        Finding(
            "written-separator",
            LocalizedText(
                de: "Die andere Seite eines Trennblatts ist beschrieben. Bitte prüfen, wohin sie gehört.",
                en: "The other side of a separator sheet is written on. Please check where it belongs."), page: page)
    }

    static func wordySeparator(_ page: Int) -> Finding {
        Finding(
            "written-separator",
            LocalizedText(
                de: "Die Seite sieht nach Trennblatt aus, hat aber viel Text. Sie bleibt erhalten; bitte prüfen.",
                en: "The page looks like a separator sheet but has much text. It is kept; please check."), page: page)
    }

    static func unsignedSeparator(_ page: Int) -> Finding {
        Finding(
            "unsigned-separator",
            LocalizedText(
                de: """
                    Auf der Seite steht ein Trennblatt-Code, der nicht von uns stammt. Er wurde nicht befolgt; bitte \
                    prüfen und Trennblätter bei Bedarf neu drucken.
                    """,
                en: """
                    The page has a separator code that is not ours. It was not followed; please check, and print new \
                    separator sheets if needed.
                    """), page: page)
    }

    static func doubtfulBoundary(_ page: Int, _ border: PageBorder) -> Finding {
        Finding("doubtful-boundary", border.question, page: page)
    }

    /// Findings of separation after which a person looks at the document.
    static let doubtfulSeparation: Set<String> = ["doubtful-boundary", "written-separator", "unsigned-separator"]
}
