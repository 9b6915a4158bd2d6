import CaptureModel

extension BorderSign {
    /// What a person sees there.
    var text: LocalizedText {
        switch self {
        case .address: LocalizedText(de: "Anschrift im Sichtfenster", en: "address in the window")
        case .returnLine: LocalizedText(de: "Absenderzeile", en: "return address")
        case .date: LocalizedText(de: "Datum oben", en: "date at the top")
        case .salutation: LocalizedText(de: "Anrede", en: "salutation")
        case .references: LocalizedText(de: "Bezugszeichen", en: "reference block")
        case .title: LocalizedText(de: "Titel oder Betreff", en: "title or subject")
        case .largeType: LocalizedText(de: "große Schrift oben", en: "large type at the top")
        case .contact: LocalizedText(de: "Kontaktdaten im Kopf", en: "contact data in the head")
        case .privateSender: LocalizedText(de: "Absender oben", en: "sender at the top")
        case .firstNumber: LocalizedText(de: "Seitenzahl 1", en: "page number 1")
        case .laterNumber: LocalizedText(de: "höhere Seitenzahl", en: "later page number")
        case .enclosure: LocalizedText(de: "Überschrift „Anlage“", en: "heading of an enclosure")
        case .continued: LocalizedText(de: "Fortsetzung oder Übertrag", en: "continuation or carry-over")
        case .beginsInside: LocalizedText(de: "beginnt mitten im Satz", en: "begins inside a sentence")
        case .fewWords: LocalizedText(de: "wenig Text", en: "little text")
        case .toUs: LocalizedText(de: "an uns gerichtet", en: "addressed to us")
        case .toOthers: LocalizedText(de: "nicht an uns gerichtet", en: "not addressed to us")
        case .toNamed: LocalizedText(de: "an jemanden, der davor genannt ist", en: "to somebody named before")
        case .bare: LocalizedText(de: "kein Briefkopf", en: "no head of a letter")
        case .bareAfterList:
            LocalizedText(
                de: "kein Brief, und davor sind Anlagen genannt", en: "no letter, and enclosures named before")
        case .copy: LocalizedText(de: "Kopie", en: "a copy")
        case .mailHead: LocalizedText(de: "Kopf einer E-Mail", en: "head of an e-mail")
        case .receiptStamp: LocalizedText(de: "Eingangsstempel", en: "stamp of receipt")
        case .ownKind: LocalizedText(de: "kommt sonst für sich allein", en: "comes by itself as a rule")
        case .bareEnclosedKind: LocalizedText(de: "Anlage ohne Briefkopf", en: "enclosure without the head of a letter")
        case .enclosedKind: LocalizedText(de: "übliche Anlage", en: "a usual enclosure")
        case .namedEnclosure: LocalizedText(de: "als Anlage genannt", en: "named as an enclosure")
        case .ownLetter: LocalizedText(de: "unser eigenes Schreiben", en: "our own letter")
        case .ownForm: LocalizedText(de: "unser Vordruck", en: "our form")
        case .lastOfCount: LocalizedText(de: "davor die letzte gezählte Seite", en: "last counted page before")
        case .missingPages: LocalizedText(de: "davor fehlen noch Seiten", en: "counted pages still missing before")
        case .closing: LocalizedText(de: "Grußformel auf der Seite davor", en: "closing on the page before")
        case .enclosureList: LocalizedText(de: "davor sind Anlagen genannt", en: "enclosures named before")
        case .endsInside:
            LocalizedText(de: "Seite davor endet im Satz", en: "page before ends inside a sentence")
        case .continues: LocalizedText(de: "Seite davor verweist weiter", en: "page before points on")
        case .shortBefore: LocalizedText(de: "Seite davor nicht voll", en: "page before not full")
        case .goesOn: LocalizedText(de: "Satz geht weiter", en: "a sentence goes on")
        case .nextNumber: LocalizedText(de: "Seitenzahl folgt", en: "page number follows")
        case .newCount: LocalizedText(de: "Seitenzahl folgt nicht", en: "page number does not follow")
        case .sameReference: LocalizedText(de: "gleiches Zeichen", en: "same reference")
        case .otherReference: LocalizedText(de: "anderes Zeichen", en: "other reference")
        case .sameFrame: LocalizedText(de: "gleiche Kopf- oder Fußzeile", en: "same head or foot")
        case .otherFrame: LocalizedText(de: "andere Kopf- und Fußzeile", en: "other head and foot")
        case .sameWords: LocalizedText(de: "gleiche Namen und Zahlen", en: "same names and numbers")
        case .otherHeight: LocalizedText(de: "andere Schriftgröße", en: "other type size")
        case .otherEdge: LocalizedText(de: "anderer Rand", en: "other margin")
        case .otherSize: LocalizedText(de: "anderes Format", en: "other paper size")
        case .otherColor: LocalizedText(de: "andere Farbigkeit", en: "other use of color")
        case .otherPaper: LocalizedText(de: "anderes Papier", en: "other paper")
        }
    }
}
