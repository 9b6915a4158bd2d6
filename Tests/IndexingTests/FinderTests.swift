import CaptureModel
import Indexing
import Testing

/// Pages of `PaperPage`: a character is 1.7 mm wide, a line 6.8 mm high; text begins at 17 mm from the left and top.
@Suite("Ways to a value") struct FinderTests {
    private func value(
        _ finder: FieldRule.Finder, _ lines: [String], format: FieldRule.Format = .text,
        _ change: (inout PageAnalysis) -> Void = { _ in }
    ) throws -> IndexedDocument {
        let rule = FieldRule(name: "v", label: LocalizedText(de: "Wert", en: "Value"), find: [finder], format: format)
        var page = PaperPage(lines: lines).analysis
        change(&page)
        let indexer = try DocumentIndexer(profile: .plain(index: [rule]), registers: [:])
        return indexer.index(DocumentDraft(pages: [0]), pages: [(0, page)])
    }

    private static let letter = [
        "", "", "", "Muster & Söhne GbR · Weg 1 · 12345 Neustadt", "Landkreis Musterland", "Sozialamt", "Postfach 12",
        "54321 Altstadt", "", "Ihr Zeichen        Unser Zeichen          Datum",
        "50.20-2026/0123    MS/26                  03.03.2026", "", "", "Widerspruch gegen den Bescheid vom 1.2.2026",
        "und weitere Punkte", "", "Sehr geehrte Damen und Herren,", "wir schreiben Ihnen.",
    ]

    @Test(
        "the parts of a business letter are told by place and marks",
        arguments: [
            (LetterPart.recipient, "Landkreis Musterland, Sozialamt, Postfach 12, 54321 Altstadt"),
            (.sender, "Muster & Söhne GbR · Weg 1 · 12345 Neustadt"), (.letterDate, "03.03.2026"),
            (.subject, "Widerspruch gegen den Bescheid vom 1.2.2026 und weitere Punkte"),
        ])
    func letter(_ part: LetterPart, _ expected: String) throws {
        #expect(try value(.letter(part, matches: nil), Self.letter).fields["v"]?.value == expected)
    }

    @Test(
        "a place and a comma before a date make it the letter's",
        arguments: [
            "Altstadt, den 3. März 2026", "Altstadt, 03.03.2026", "Datum: 03.03.2026", "3. März 2026",
            "z. Hd. Frau Beispiel Altstadt, den 03.03.2026",
        ])
    func dated(_ line: String) throws {
        let lines = ["Ihr Schreiben vom 01.02.2026 liegt mir vor", "", line, "", "Guten Tag"]
        let found = try value(
            .letter(.letterDate, matches: #"\d{1,2}\.\s?(?:\d{2}\.|\pL+ )\d{4}"#), lines, format: .date)
        #expect(found.fields["v"]?.value == "2026-03-03")
    }

    @Test(
        "a date that another label owns, or a day of the week, is not the letter's",
        arguments: [
            "Lieferdatum:        03.03.2026", "am Montag, den 03.03.2026",
            "wie besprochen komme ich Montag, den 03.03.2026",
        ])
    func owned(_ line: String) throws {
        let finder = FieldRule.Finder.letter(.letterDate, matches: #"\d{2}\.\d{2}\.\d{4}"#)
        #expect(try value(finder, [line]).fields.isEmpty)
        #expect(try value(finder, ["Altstadt, den        03.03.2026", line]).fields["v"]?.value == "03.03.2026")
    }

    @Test("a subject label is left out") func labeled() throws {
        #expect(
            try value(.letter(.subject, matches: nil), ["Betreff: Mein Antrag"]).fields["v"]?.value == "Mein Antrag")
    }

    @Test("a zone takes what stands there, wherever its anchor went") func zone() throws {
        let lines = ["", "Name:    Muster", "Ort:     Neustadt"]
        let fixed = Zone(x: 30, y: 22, width: 50, height: 6)
        #expect(try value(.zone(fixed, matches: nil), lines).fields["v"]?.value == "Muster")
        let anchored = Zone(x: 14, y: -1, width: 50, height: 6, anchor: "Ort")
        for shift in [[], ["", ""]] {
            #expect(try value(.zone(anchored, matches: nil), shift + lines).fields["v"]?.value == "Neustadt")
        }
        #expect(
            try value(.zone(Zone(x: 14, y: 0, width: 9, height: 9, anchor: "Land"), matches: nil), lines).fields.isEmpty
        )
    }

    @Test("an electronic invoice speaks for itself") func invoice() throws {
        let found = try value(.invoice(term: "BT-112"), [], format: .amount) {
            $0.invoice = ElectronicInvoice(specification: "urn:cen.eu:en16931:2017", terms: ["BT-112": "529.87"])
        }
        #expect(found.fields["v"]?.value == "529.87" && found.fields["v"]?.page == 0)
    }

    private func ticked(_ labels: [String], _ inks: [Double]) throws -> IndexedDocument {
        try value(.checkBox(labels: labels, zone: nil), ["  ja   nein"]) { page in
            // Left of the two words, 4 mm wide.
            page.checkBoxes = zip([200, 310], inks).map {
                CheckBox(box: Box(x: $0, y: 205, width: 34, height: 48), ink: $1)
            }
        }
    }

    @Test("the ticked box of a group gives its label; two, or a faint one, go to a person") func group() throws {
        #expect(try ticked(["ja", "nein"], [0.01, 0.2]).fields["v"]?.value == "nein")
        #expect(try ticked(["ja", "nein"], [0, 0]).fields.isEmpty)
        #expect(try ticked(["ja", "nein"], [0.2, 0.2]).findings.map(\.code) == ["ambiguous"])
        #expect(try ticked(["ja"], [0.05, 0]).fields["v"].map { $0.confidence < Confidence(0.9) } == true)
    }

    @Test("a single box says yes or no", arguments: [(0.2, "yes"), (0.01, "no")])
    func single(_ ink: Double, _ expected: String) throws {
        #expect(try ticked(["ja"], [ink, 0]).fields["v"]?.value == expected)
    }

    @Test(
        "labels are found misread, parted and with other marks",
        arguments: ["Aktenzeicben: 4711", "lhr Zeichen 4711", "Akten zeichen 4711", "Ihr-Zeichen: 4711"])
    func misread(_ line: String) throws {
        let finder = FieldRule.Finder.near(labels: ["Aktenzeichen", "Ihr Zeichen"], matches: #"\d{4}"#)
        #expect(try value(finder, [line]).fields["v"]?.value == "4711")
    }

    @Test(
        "an IBAN is found with letters for digits and specks for spaces, where its check digits agree",
        arguments: ["IBAN DE29 O123 0045 6655 7937 45 Telefon 030", "IBAN: DE29 0123 0045 6655 7937.45"])
    func iban(_ line: String) throws {
        let format = FieldRule.Format.iban
        let rule = FieldRule(
            name: "v", label: LocalizedText(de: "V", en: "V"),
            find: [.near(labels: ["IBAN"], matches: format.standardPattern ?? "")], format: format)
        let document = try Profile.plain(index: [rule]).indexed([PaperPage(lines: [line])])
        #expect(document.fields["v"]?.value == "DE29012300456655793745")
    }

    @Test("below a label that says whose number it is the value begins under that word")
    func whose() throws {
        let finder = FieldRule.Finder.near(labels: ["Bestellnr"], matches: #"B-\d{4}-\d{4}"#)
        func found(under label: String) throws -> String? {
            let lines = ["Kreisstraße 1     \(label)", "00815 Musterfurt  B-2026-4602"]
            return try value(finder, lines).fields["v"]?.value
        }
        #expect(try found(under: "Dortige Bestellnr.") == "B-2026-4602")
        #expect(try found(under: "Weitere Bestellnr.") == nil)
    }

    @Test("a label is not forgiven what makes it another word") func other() throws {
        let finder = FieldRule.Finder.near(labels: ["Datum"], matches: #"\d{4}"#)
        #expect(try value(finder, ["Daten 4711"]).fields.isEmpty)
        let number = FieldRule.Finder.near(labels: ["Rechnungsnummer"], matches: #"\d{4}"#)
        #expect(try value(number, ["Rechnungssumme 4711"]).fields.isEmpty)
        #expect(try value(number, ["Rechnunqsnummer 4711"]).fields.isEmpty == false)
    }
}
