// Mail that must not go the usual way: for somebody else, for certain eyes only, unopened, or with an original to return.
//
// Method: what the sender or the mailroom wrote for the reader of the envelope stands in the address field, in a stamp or
// in a line of its own; in the running text the same words mean nothing ("Ihre Angaben werden vertraulich behandelt").
// So only short lines in the upper part of the first page count. A letter is misdirected where its address field holds a
// whole postal address and none of our names; without a readable address nothing is claimed. An address below the
// salutation, the closing or the first line of running text is its writer's.

import CaptureModel

/// Looks for what a mailroom sets apart before it reads on.
struct LetterInspector: Sendable {
    /// Codes of its findings; they stay with the document when a person corrects it.
    static let codes: Set = ["misdirected", "confidential", "unopened", "return-original"]
    /// Codes that need a way of their own, or a person where the profile has none.
    static let needsOwnWay: Set = ["misdirected", "confidential", "unopened"]

    private let recipients: [Phrase]

    init(recipients: [String]) { self.recipients = OwnNames.forms(of: recipients) }

    /// The findings about a document whose first page this is.
    func findings(on page: ReadPage, _ analysis: PageAnalysis) -> [Finding] {
        let pieces = PagePieces(page, analysis)
        var findings: [Finding] = []
        if isMisdirected(pieces, page) { findings.append(.misdirected(page.number)) }
        for (remark, finding) in Self.remarks where pieces.pieces.contains(where: { remark.stands(in: $0, pieces) }) {
            let finding = finding(page.number)
            if !findings.contains(finding) { findings.append(finding) }
        }
        return findings
    }

    // MARK: Addresses

    private func isMisdirected(_ page: PagePieces, _ read: ReadPage) -> Bool {
        guard !recipients.isEmpty else { return false }
        let blocks = addresses(on: page)
        let isOurs = recipients.contains { name in
            // Anywhere in the upper half: some letters name us in a heading and the sender's address stands alone.
            page.pieces.contains { $0.center < page.height / 2 && name.stands(in: $0.keys) }
                || blocks.contains { name.stands(in: $0.flatMap(\.keys)) }
        }
        let body = page.pieces.first(where: Self.belongsToBody)?.center ?? page.height
        return !isOurs && blocks.contains { isInWindow($0, above: body) }
    }

    /// A letter's own words: what comes below them is no address field.
    private static func belongsToBody(_ piece: PagePieces.Piece) -> Bool {
        LetterMarks.isSalutation(piece.text) || LetterMarks.isClosing(piece.text)
            || (piece.keys.count >= wordsOfRunningText && !piece.holdsTown)
    }

    /// Our own setting: a line of running text on A4 has about 12 words, those of an address field at most 6.
    private static let wordsOfRunningText = 9

    /// Lines that end with postal code and town, with what stands above them at the same edge.
    private func addresses(on page: PagePieces) -> [[PagePieces.Piece]] {
        let upper = page.pieces.filter { $0.center < 0.45 * page.height && $0.left < 105 }
        return upper.filter { $0.isTown }.map { town in
            upper.filter { $0.center <= town.center && town.center - $0.center < 40 && abs($0.left - town.left) < 6 }
        }.filter { $0.count >= 3 }
    }

    /// The address field of DIN 5008, forms A and B: 20 to 105 mm from the left, 27 to 90 mm from the top.
    private func isInWindow(_ block: [PagePieces.Piece], above body: Double) -> Bool {
        guard let town = block.last, town.center < body else { return false }
        return (50...100).contains(town.center) && (14...60).contains(town.left)
    }

    // MARK: Remarks

    private struct Remark: Sendable {
        private let phrase: Phrase
        /// Words a line may have at most besides the remark.
        private let others: Int
        /// Words with which the line says something else.
        private let besides: [Phrase]

        init(keys: [String], others: Int = 3, besides: [String] = []) {
            phrase = Phrase(keys.joined(separator: " "))
            self.others = others
            self.besides = besides.map { Phrase($0) }
        }

        func stands(in piece: PagePieces.Piece, _ page: PagePieces) -> Bool {
            guard piece.center < 0.5 * page.height, piece.keys.count <= phrase.keys.count + others, !goesOn(piece),
                phrase.stands(in: piece.keys)
            else { return false }
            return !besides.contains { $0.stands(in: piece.keys) }
        }

        /// The line is the end of a sentence that began above.
        private func goesOn(_ piece: PagePieces.Piece) -> Bool {
            piece.keys.count > phrase.keys.count + 2 && piece.text.first?.isLowercase == true
        }
    }

    /// "Persönlich abgegeben" says how the letter came, not who may read it.
    private static let handedIn = [
        "abgegeben", "übergeben", "überbracht", "eingereicht", "eingeworfen", "vorgesprochen",
    ]

    private static let remarks: [(Remark, @Sendable (Int) -> Finding)] = [
        (Remark(keys: ["persönlich"], others: 2, besides: handedIn), Finding.confidential),
        (Remark(keys: ["vertraulich"], others: 2), Finding.confidential),
        (Remark(keys: ["eigenhändig"], others: 2), Finding.confidential),
        (Remark(keys: ["personalrat"], others: 4), Finding.confidential),
        (Remark(keys: ["schwerbehindertenvertretung"], others: 4), Finding.confidential),
        (Remark(keys: ["gleichstellungsbeauftragte"], others: 4), Finding.confidential),
        (Remark(keys: ["ärztliche", "schweigepflicht"], others: 4), Finding.confidential),
        (Remark(keys: ["arztsache"], others: 4), Finding.confidential),
        (Remark(keys: ["verschlossen"], others: 4), Finding.unopened),
        (Remark(keys: ["ungeöffnet"], others: 4), Finding.unopened),
        (Remark(keys: ["nicht", "öffnen"], others: 6), Finding.unopened),
        (Remark(keys: ["wahlunterlagen"], others: 3), Finding.unopened),
        (Remark(keys: ["wahlbrief"], others: 3), Finding.unopened),
        (Remark(keys: ["submission"], others: 4), Finding.unopened),
        (Remark(keys: ["ausschreibung", "angebot"], others: 4), Finding.unopened),
        (Remark(keys: ["original", "zurück"], others: 4), Finding.returnOriginal),
        (Remark(keys: ["originale", "zurück"], others: 4), Finding.returnOriginal),
        (Remark(keys: ["original", "zurücksenden"], others: 4), Finding.returnOriginal),
        (Remark(keys: ["urschriftlich"], others: 4), Finding.returnOriginal),
        (Remark(keys: ["heiratsurkunde"], others: 1), Finding.returnOriginal),
        (Remark(keys: ["geburtsurkunde"], others: 1), Finding.returnOriginal),
        (Remark(keys: ["sterbeurkunde"], others: 1), Finding.returnOriginal),
        (Remark(keys: ["ernennungsurkunde"], others: 1), Finding.returnOriginal),
        (Remark(keys: ["urkunde"], others: 0), Finding.returnOriginal),
    ]
}

extension Phrase {
    fileprivate func stands(in keys: [String]) -> Bool {
        !occurrences(in: keys.map { Token(key: $0, words: 0...0) }).isEmpty
    }
}

extension Finding {
    static func misdirected(_ page: Int) -> Finding {
        Finding(
            "misdirected",
            LocalizedText(
                de: "Die Anschrift nennt einen anderen Empfänger. Vielleicht ein Irrläufer; bitte prüfen.",
                en: "The address names another recipient. The letter may be misdirected; please check."), page: page)
    }

    static func confidential(_ page: Int) -> Finding {
        Finding(
            "confidential",
            LocalizedText(
                de: "Die Post ist persönlich oder vertraulich.", en: "The mail is personal or confidential."),
            page: page
        )
    }

    static func unopened(_ page: Int) -> Finding {
        Finding(
            "unopened",
            LocalizedText(
                de: "Diese Post sollte ungeöffnet weitergehen (verschlossener Umschlag, Wahl oder Vergabe).",
                en: "This mail was meant to be passed on unopened (sealed envelope, election or tender)."), page: page)
    }

    static func returnOriginal(_ page: Int) -> Finding {
        Finding(
            "return-original",
            LocalizedText(
                de: "Das Original ist zurückzugeben oder aufzubewahren; es darf nicht vernichtet werden.",
                en: "The original must be returned or kept; it must not be destroyed."), page: page)
    }
}
