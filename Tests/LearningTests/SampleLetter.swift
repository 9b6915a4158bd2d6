import CaptureModel
import Learning

/// Letters of invented kinds, each a little different from the others of its kind.
struct SampleLetter {
    static let kinds = ["kuendigung", "rechnung", "antrag", "bewerbung"]

    let id: String
    let kind: String
    let lines: [String]

    /// The `number`-th letter of a kind.
    init(_ kind: String, _ number: Int) {
        self.kind = kind
        id = "\(kind)-\(number)"
        let town = ["Musterstadt", "Beispielberg", "Probehausen", "Andernorts", "Neudorf"][number % 5]
        let body = Self.sentences[kind] ?? Self.strange
        lines =
            ["Erika Muster \(number)", "Ringstraße \(number + 3), \(town)", "", body[0], ""]
            + (0..<3).map { body[1 + (number + $0) % (body.count - 1)] } + ["", "Mit freundlichen Grüßen"]
    }

    private static let strange = [
        "Speisekarte der Woche", "Montag gibt es Linsensuppe mit Brötchen", "Dienstag Kartoffelauflauf",
        "Mittwoch Fischfilet mit Reis und Salat", "Donnerstag Nudelpfanne", "Freitag Milchreis mit Kirschen",
    ]

    private static let sentences = [
        "kuendigung": [
            "Kündigung meines Vertrages", "hiermit kündige ich den Vertrag fristgerecht zum Jahresende",
            "bitte bestätigen Sie mir die Kündigung schriftlich", "die Abbuchungen enden mit der Kündigung",
            "ich kündige zum nächstmöglichen Termin",
        ],
        "rechnung": [
            "Rechnung Nr. 4711", "Rechnungsbetrag 123,45 EUR zahlbar binnen 14 Tagen",
            "wir berechnen Ihnen die Lieferung von Papier", "Umsatzsteuer 19 % ist enthalten",
            "bitte überweisen Sie den Betrag auf unser Konto",
        ],
        "antrag": [
            "Antrag auf Wohngeld", "hiermit beantrage ich Wohngeld für meinen Haushalt",
            "die Nachweise über mein Einkommen liegen dem Antrag bei",
            "mein Antrag betrifft die Wohnung im Erdgeschoss",
            "über den Antrag bitte ich bald zu entscheiden",
        ],
        "bewerbung": [
            "Bewerbung als Sachbearbeiterin", "mit großem Interesse habe ich Ihre Ausschreibung gelesen",
            "meine Ausbildung habe ich in der Verwaltung gemacht", "über ein Vorstellungsgespräch freue ich mich",
            "Zeugnisse und Lebenslauf liegen der Bewerbung bei",
        ],
    ]

    var pages: [(number: Int, analysis: PageAnalysis)] { [(0, PageAnalysis(text: lines))] }
    var example: TypeExample { TypeExample(id: id, type: kind, pages: pages) }

    static func examples(_ count: Int) -> [TypeExample] {
        kinds.flatMap { kind in (0..<count).map { SampleLetter(kind, $0).example } }
    }
}

extension PageAnalysis {
    /// One character is 20 pixels wide, a line 80 high, at 300 dpi on A4; an empty line parts blocks.
    init(text: [String], rotation: QuarterTurn = .none) {
        var block = 0
        var lines: [TextLine] = []
        for (row, line) in text.enumerated() {
            if line.isEmpty { block += 1 }
            var column = 0
            let words = line.split(separator: " ").map { part in
                defer { column += part.count + 1 }
                let box = Box(x: 200 + column * 20, y: 300 + row * 80, width: part.count * 20, height: 60)
                return Word(text: String(part), box: box, confidence: Confidence(0.95))
            }
            if !words.isEmpty { lines.append(TextLine(words: words, block: block)) }
        }
        self.init(
            width: 2_480, height: 3_508, resolution: 300, color: .gray, rotation: rotation, lines: lines,
            record: RecordImage(file: "record.jpg", coding: .jpeg, width: 2_480, height: 3_508, components: 1))
    }
}
