/// A sentence for people, in the two languages every screen and reason file speaks.
package struct LocalizedText: Sendable, Hashable, Codable {
    package var de: String
    package var en: String

    package init(de: String, en: String) {
        self.de = de
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .german: de
        case .english: en
        }
    }
}

/// A language of the people who use Scanstelle.
package enum Language: String, Sendable, Codable, CaseIterable {
    case german = "de"
    case english = "en"
}

extension LocalizedText {
    package static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
        LocalizedText(de: left.de + right.de, en: left.en + right.en)
    }

    package static func + (left: LocalizedText, right: String) -> LocalizedText {
        LocalizedText(de: left.de + right, en: left.en + right)
    }
}
