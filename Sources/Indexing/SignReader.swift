// What a page shows of being the first, a later or the last of its document.
//
// The signs are those by which people in a mailroom part a stack without looking at sheets: the frame of a business letter
// (DIN 5008: address field, return line, date, references, subject, salutation), titles of forms, page numbers, sentences
// that go on over the page, closings. Places are in millimeters on A4; shares of the height serve other sizes.

package import CaptureModel

extension PageSigns {
    /// The signs of a page.
    package init(of analysis: PageAnalysis) { self.init(ReadPage(number: 0, analysis: analysis), analysis) }

    init(_ page: ReadPage, _ analysis: PageAnalysis) {
        self = SignReader(page: PagePieces(page, analysis), color: analysis.color).signs
    }
}

private struct SignReader {
    let page: PagePieces
    let color: ColorMode
    /// What was stamped on the page when it came in; it says nothing about who wrote it, and when.
    private let stamp: [PagePieces.Piece]

    init(page: PagePieces, color: ColorMode) {
        self.page = page
        self.color = color
        stamp = Self.stamp(on: page)
    }

    private var pieces: [PagePieces.Piece] { page.pieces }

    /// The lines of a stamp: name of the office, "Eingegangen", the day, "Poststelle".
    ///
    /// Stamps of offices measure up to 60 by 40 mm and hold short lines, one of them a date.
    private static func stamp(on page: PagePieces) -> [PagePieces.Piece] {
        for anchor in page.pieces where anchor.center < 0.5 * page.height && anchor.keys.count <= 4 {
            guard anchor.keys.contains(where: { key in receipts.contains { key.hasPrefix($0) } }) else { continue }
            let lines = page.pieces.filter {
                abs($0.center - anchor.center) < 20 && abs(($0.left + $0.right - anchor.left - anchor.right) / 2) < 25
                    && $0.keys.count <= 5
            }
            let hasDay = lines.contains { $0.keys.contains { key in key.first?.isNumber == true } }
            if lines.count > 1, hasDay { return lines }
        }
        return []
    }

    var signs: PageSigns {
        let number = PrintedPageNumber.find(in: page)
        let lefts = pieces.filter { $0.keys.count >= 3 }.map(\.left).sorted()
        return PageSigns(
            marks: headMarks.union(bodyMarks), page: number?.page, of: number?.of,
            wordCount: pieces.reduce(0) { $0 + $1.keys.count }, textHeight: Int((page.textHeight * 10).rounded()),
            leftEdge: lefts.isEmpty ? 0 : Int(lefts[lefts.count / 4].rounded()),
            bottom: Int(100 * (textBody.last?.center ?? 0) / max(page.height, 1)), width: Int(page.width.rounded()),
            height: Int(page.height.rounded()), references: references, frame: frame, words: rareWords,
            addressee: addressee, titles: titles, vocabulary: WordFilter(pieces.flatMap(\.keys)).bits, color: color)
    }

    // MARK: The head of a letter

    private var headMarks: PageSigns.Marks {
        var marks: PageSigns.Marks = []
        for (index, piece) in pieces.enumerated() where piece.center < 0.5 * page.height {
            let share = piece.center / max(page.height, 1)
            if piece.isTown {
                if (38...105).contains(piece.center), piece.left < 105, linesAbove(index).count >= 2 {
                    marks.insert(.address)
                }
                if piece.center < 40, piece.keys.count <= 5 { marks.insert(.privateSender) }
            }
            if isReturnLine(piece) { marks.insert(.returnLine) }
            if share < 0.45, isDate(piece), !isStamped(piece) { marks.insert(.date) }
            if Self.salutations.contains(where: { starts(piece.keys, with: $0) }) { marks.insert(.salutation) }
            if Self.referenceLabels.contains(where: { holds(piece.keys, $0) }) { marks.insert(.references) }
            if isTitle(piece) { marks.insert(.title) }
            if piece.keys.count <= 3, piece.keys.contains(where: Self.copies.contains) { marks.insert(.copy) }
            if share < 0.45, isEnclosedKind(piece) { marks.insert(.enclosedKind) }
            if share < 0.3, piece.keys.count <= 4, piece.keys.contains(where: Self.ownKinds.contains) {
                marks.insert(.ownKind)
            }
            if share < 0.4, isLarge(piece) { marks.insert(.largeType) }
            if share < 0.45, isContact(piece) { marks.insert(.contact) }
            if share < 0.22, isEnclosure(piece) { marks.insert(.enclosure) }
            if share < 0.22, piece.keys.contains(where: Self.continuations.contains) { marks.insert(.continued) }
        }
        if isMail { marks.insert(.mailHead) }
        if !stamp.isEmpty { marks.insert(.receiptStamp) }
        return marks
    }

    private func isStamped(_ piece: PagePieces.Piece) -> Bool {
        stamp.contains { $0.center == piece.center && $0.left == piece.left }
    }

    /// "Von:", "An:" and "Betreff:" below each other at the left edge, as mail programs print them.
    private var isMail: Bool {
        let labels = pieces.filter { $0.center < 0.4 * page.height }.compactMap(\.keys.first)
        return Self.mailLabels.allSatisfy { group in labels.contains { group.contains($0) } }
    }

    private func isEnclosedKind(_ piece: PagePieces.Piece) -> Bool {
        piece.keys.count <= 8
            && piece.keys.prefix(2).contains { key in
                Self.enclosedKinds.contains { key.hasPrefix($0) || key.hasSuffix($0) }
            }
    }

    private var titles: [UInt32] {
        let lines = pieces.filter {
            $0.center < 0.45 * page.height && (isLarge($0) || isTitle($0) || isEnclosedKind($0))
        }
        return Array(lines.flatMap(\.keys).filter { $0.count >= 6 }.map(ShortHash.of).uniqued.prefix(6))
    }

    /// The words of the name in the address field: what stands above the street.
    ///
    /// Where several addresses stand there, the lowest is the recipient's: private letters put the sender above.
    private var addressee: [UInt32] {
        let names = pieces.indices.reversed().lazy.compactMap { index -> [String]? in
            let town = pieces[index]
            guard town.isTown, (38...105).contains(town.center), town.left < 60, !isSmall(town) else { return nil }
            let lines = linesAbove(index)
            return lines.count < 2 ? nil : lines.dropLast().flatMap(name)
        }
        return Array((names.first ?? []).map(ShortHash.of).uniqued.prefix(8))
    }

    private func name(_ line: PagePieces.Piece) -> [String] {
        line.keys.filter { $0.count >= 3 && !Self.forms.contains($0) }
    }

    /// The lines of the address that ends at the piece, from the top; they follow each other within 9 mm.
    private func linesAbove(_ index: Int) -> [PagePieces.Piece] {
        let town = pieces[index]
        var lines: [PagePieces.Piece] = []
        var last = town.center
        for piece in pieces[..<index].reversed() where abs(piece.left - town.left) < 6 && piece.center < last - 1 {
            guard last - piece.center < 9, lines.count < 6, !piece.isTown, !isSmall(piece) else { break }
            lines.append(piece)
            last = piece.center
        }
        return lines.reversed()
    }

    private func isSmall(_ piece: PagePieces.Piece) -> Bool { piece.height < 0.8 * page.textHeight }

    /// Small print with a whole address, often read in several parts.
    private func isReturnLine(_ piece: PagePieces.Piece) -> Bool {
        guard (25...62).contains(piece.center), piece.height < 0.85 * page.textHeight else { return false }
        if piece.holdsTown { return true }
        return piece.isTown
            && pieces.contains { abs($0.center - piece.center) < 2 && $0.right <= piece.left && $0.left < 60 }
    }

    private func isDate(_ piece: PagePieces.Piece) -> Bool {
        guard piece.keys.count <= 7 else { return false }
        let isNumeric = piece.keys.contains { key in
            let parts = key.split(separator: ".")
            return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
        }
        let isWritten = piece.keys.indices.dropFirst().contains { index in
            Self.months.contains(piece.keys[index]) && piece.keys[index - 1].allSatisfy { $0.isNumber || $0 == "." }
        }
        return isNumeric || isWritten
    }

    /// The first or second word names a kind of document: "Antrag auf Wohngeld", "Ihre Rechnung".
    private func isTitle(_ piece: PagePieces.Piece) -> Bool {
        guard piece.keys.count <= 9, piece.text.first?.isLowercase != true else { return false }
        return piece.keys.prefix(2).contains { key in
            Self.titles.contains(where: key.hasSuffix) || Self.subjectLabels.contains(key)
        }
    }

    private func isLarge(_ piece: PagePieces.Piece) -> Bool {
        piece.height > 1.45 * page.textHeight && piece.keys.joined().count { $0.isLetter } >= 4
    }

    private func isContact(_ piece: PagePieces.Piece) -> Bool {
        piece.text.contains("@") || piece.text.contains("www.") || piece.keys.contains(where: Self.contacts.contains)
    }

    private func isEnclosure(_ piece: PagePieces.Piece) -> Bool {
        guard let first = piece.keys.first, Self.enclosures.contains(first) else { return false }
        return piece.keys.count == 1 || (piece.keys.count <= 8 && piece.keys[1].count <= 3)
    }

    // MARK: The text

    /// Lines of the text itself, without small print, heads and feet.
    private var textBody: [PagePieces.Piece] {
        pieces.filter { piece in
            piece.keys.count >= 4 && piece.height > 0.8 * page.textHeight
                && (0.05 * page.height...0.93 * page.height).contains(piece.center)
                && PrintedPageNumber.find(in: piece, of: page) == nil
        }
    }

    private var bodyMarks: PageSigns.Marks {
        var marks: PageSigns.Marks = []
        let body = textBody
        if let first = body.first, first.text.first?.isLowercase == true { marks.insert(.beginsInside) }
        if let first = body.first?.keys, first.first == "§", let number = first.dropFirst().first.flatMap({ Int($0) }),
            number > 1
        {
            marks.insert(.continued)
        }
        if let last = body.last, isOpenEnd(last, of: body) { marks.insert(.endsInside) }
        for piece in pieces {
            if Self.closings.contains(where: { holds(piece.keys, $0) }) { marks.insert(.closing) }
            let share = piece.center / max(page.height, 1)
            if share > 0.45, piece.keys.count <= 6, piece.keys.first.map(Self.enclosures.contains) == true {
                marks.insert(.enclosureList)
            }
            if share > 0.75, Self.turnings.contains(where: { holds(piece.keys, $0) }) { marks.insert(.continues) }
        }
        return marks
    }

    /// No end of a sentence, and the line is full.
    private func isOpenEnd(_ last: PagePieces.Piece, of body: [PagePieces.Piece]) -> Bool {
        guard let mark = last.text.last else { return false }
        if "-¬,;–".contains(mark) { return true }
        let edge = body.map(\.right).max() ?? 0
        return !".:!?)\"“”".contains(mark) && last.right > edge - 0.15 * page.width && last.keys.count >= 5
    }

    // MARK: What pages have in common

    /// Numbers behind labels as "Aktenzeichen" or "Rechnungsnummer".
    private var references: [UInt32] {
        var found: [UInt32] = []
        for piece in pieces {
            guard let label = piece.keys.firstIndex(where: Self.numberLabels.contains) else { continue }
            for key in piece.keys[label...].dropFirst().prefix(4) where key.count(where: \.isNumber) >= 3 {
                found.append(ShortHash.of(key))
            }
        }
        return Array(found.uniqued.prefix(6))
    }

    private var frame: [UInt32] {
        let rim = pieces.filter {
            ($0.center < 0.12 * page.height || $0.center > 0.9 * page.height) && !isStamped($0)
        }
        return Array(rim.flatMap(\.keys).filter { $0.count >= 4 }.map(ShortHash.of).uniqued.prefix(24))
    }

    /// Names and numbers; the smallest hashes of each page are a fair sample of its words (Broder's minwise sketch).
    private var rareWords: [UInt32] {
        let words = pieces.flatMap(\.keys).filter { key in
            key.count >= 7 || (key.count >= 4 && key.count(where: \.isNumber) >= 3)
        }
        return Array(words.map(ShortHash.of).uniqued.sorted().prefix(24))
    }

    // MARK: Words

    private func starts(_ keys: [String], with words: [String]) -> Bool {
        keys.count >= words.count && zip(keys, words).allSatisfy { $0.hasPrefix($1) }
    }

    private func holds(_ keys: [String], _ words: [String]) -> Bool {
        guard keys.count >= words.count else { return false }
        return (0...keys.count - words.count).contains { starts(Array(keys[$0...]), with: words) }
    }

    private static let salutations = [
        ["sehr", "geehrt"], ["guten", "tag"], ["liebe"], ["hallo"], ["werte"], ["dear"], ["moin"], ["sehr", "verehrt"],
    ]
    private static let referenceLabels = [
        ["ihr", "zeichen"], ["ihre", "zeichen"], ["unser", "zeichen"], ["mein", "zeichen"], ["ihre", "nachricht"],
        ["aktenzeichen"], ["geschäftszeichen"], ["az."], ["az"], ["gz"], ["kundennummer"], ["kunden-nr"],
        ["rechnungsnummer"], ["rechnungs-nr"], ["rechnungsdatum"], ["belegnummer"], ["kassenzeichen"], ["bearbeiter"],
        ["auskunft", "erteilt"], ["ansprechpartner"], ["vertragsnummer"], ["versicherungsnummer"], ["bestellnummer"],
    ]
    private static let numberLabels: Set = [
        "zeichen", "aktenzeichen", "geschäftszeichen", "az", "gz", "kundennummer", "kunden-nr", "rechnungsnummer",
        "rechnungs-nr", "rechnung", "belegnummer", "kassenzeichen", "vertragsnummer", "versicherungsnummer", "nummer",
        "bg-nummer", "steuernummer", "bestellnummer", "mahnung", "vorgang",
    ]
    private static let subjectLabels: Set = ["betreff", "betr", "betrifft"]
    private static let titles = [
        "antrag", "widerspruch", "einspruch", "rechnung", "mahnung", "zahlungserinnerung", "bescheid", "urteil",
        "beschluss", "kündigung", "bescheinigung", "vollmacht", "gutschrift", "lieferschein", "vertrag", "protokoll",
        "niederschrift", "vermerk", "meldung", "anzeige", "erklärung", "bestätigung", "fragebogen", "formular",
        "vordruck", "anfrage", "stellungnahme", "gutachten", "angebot", "auftrag", "mitteilung", "einladung",
        "quittung", "zeugnis", "nachweis", "attest", "urkunde", "beschwerde", "klage", "ladung", "anhörung", "auskunft",
        "abrechnung", "beleg", "erinnerung", "zustellungsurkunde", "befund", "arztbrief", "bericht", "steckbrief",
        "anmeldung", "abmeldung", "ummeldung", "verfügung", "rückfrage", "bitte", "änderung", "invoice",
    ]
    private static let contacts: Set = [
        "telefon", "tel", "tel.", "fax", "telefax", "e-mail", "email", "mobil", "internet", "iban", "bic", "fon",
    ]
    private static let enclosures: Set = ["anlage", "anlagen", "anl", "anl.", "anhang", "beilage", "beiblatt"]
    private static let mailLabels: [Set] = [
        ["von", "from", "absender"], ["an", "to", "empfänger"], ["betreff", "subject", "gesendet", "sent", "datum"],
    ]
    private static let enclosedKinds = [
        "kontoauszug", "kontoübersicht", "lohnabrechnung", "gehaltsabrechnung", "verdienstabrechnung", "mietvertrag",
        "arbeitsvertrag", "kaufvertrag", "ausbildungsvertrag", "lebenslauf", "arbeitszeugnis", "zeugnis", "foto",
        "lageplan", "grundriss", "ansicht", "querschnitt", "personalausweis", "reisepass", "geburtsurkunde",
        "heiratsurkunde", "quittung", "kassenbon", "kostenvoranschlag", "grundbuchauszug", "flurkarte", "lichtbild",
        "nebenkostenabrechnung", "betriebskostenabrechnung", "heizkostenabrechnung", "steuerbescheid",
        "rentenbescheid", "entgeltabrechnung", "bezügemitteilung", "bezügeabrechnung", "entgeltnachweis",
        "umsatzübersicht", "depotauszug", "arbeitsnachweis", "stundennachweis", "leistungsnachweis",
        "tätigkeitsnachweis", "stundenzettel", "lieferschein", "regiebericht", "arbeitsbericht", "montagebericht",
        "aufmass", "wiegeschein", "zertifikat", "teilnahmebescheinigung", "mietspiegel", "exposé", "baubeschreibung",
        "bauzeichnung",
    ]
    /// A "Zustellungsurkunde" goes back to whoever had the letter served; the others are forms we send out to come back.
    private static let ownKinds: Set = [
        "zustellungsurkunde", "postzustellungsurkunde", "anhörungsbogen", "zeugenfragebogen", "rückschein",
    ]
    private static let receipts = ["eingegan", "eingang", "posteingang"]
    private static let copies: Set = ["kopie", "abschrift", "zweitschrift", "duplikat", "durchschrift", "ablichtung"]
    private static let forms: Set = ["herr", "herrn", "frau", "firma", "familie", "der", "die", "das", "den", "dem"]
    private static let continuations: Set = ["fortsetzung", "übertrag"]
    private static let turnings = [["bitte", "wenden"], ["übertrag"], ["fortsetzung"], ["zwischensumme"], ["b.w"]]
    private static let closings = [
        ["mit", "freundlich"], ["freundliche", "grüss"], ["mit", "besten", "grüss"], ["viele", "grüss"],
        ["beste", "grüss"], ["herzliche", "grüss"], ["hochachtungsvoll"], ["mit", "vorzüglicher"], ["mfg"],
        ["im", "auftrag"], ["in", "vertretung"], ["gez"],
        ["ort", "datum", "unterschrift"], ["unterschrift"], ["maschinell", "erstellt"], ["ohne", "unterschrift"],
    ]
    private static let months: Set = [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember", "jänner",
    ]
}

extension PrintedPageNumber {
    fileprivate static func find(in piece: PagePieces.Piece, of page: PagePieces) -> PrintedPageNumber? {
        guard piece.keys.count <= 6 else { return nil }
        return find(in: PagePieces(pieces: [piece], of: page))
    }
}

extension PagePieces {
    fileprivate init(pieces: [Piece], of page: PagePieces) {
        self.pieces = pieces
        width = page.width
        height = page.height
        textHeight = page.textHeight
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
