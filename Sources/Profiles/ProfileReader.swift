import CaptureModel
import Yams

/// Makes a profile of YAML nodes.
///
/// Reading goes on after a problem with a stand-in value; whether the profile may be used is told by the problems alone.
struct ProfileReader {
    let reader: NodeReader
    let registers: RegisterFolder
    var names = ProfileNames()

    init(file: String, registers: RegisterFolder) {
        reader = NodeReader(file: file)
        self.registers = registers
    }

    mutating func profile(_ root: Node) -> Profile? {
        guard let section = reader.section(root, .profile) else { return nil }
        var profile = Profile(
            name: name(section["profile"]), title: localized(section["title"]),
            procedure: procedure(section["procedure"]))
        profile.tenant = section["tenant"].flatMap { reader.text($0) }
        profile.recipients = section["recipients"].map { reader.texts($0) }
        profile.protection = protection(section["protection"])
        profile.scan = scan(section["scan"])
        profile.pages = pages(section["pages"])
        profile.read = read(section["read"])
        if section["registers"] != nil { profile.registers = sources(section["registers"]) }
        profile.separate = reader.list(section["separate"]).compactMap { separator($0) }
        profile.types = reader.list(section["types"]).compactMap { type($0) }
        profile.index = fields(section["index"])
        if section["checks"] != nil { profile.checks = reader.list(section["checks"]).compactMap { check($0) } }
        profile.review = review(section["review"])
        profile.deliver = destinations(section["deliver"])
        profile.transferNote = reader.choice(section["transferNote"], of: TransferNotePlace.self)
        profile.originals = originals(section["originals"])
        checkNote(of: profile, section["transferNote"])
        profile.route = routes(section["route"])
        profile.seal = section["seal"].flatMap { seal($0) }
        names.check(with: reader)
        return profile
    }

    // MARK: Single values

    /// Names go into file names and addresses.
    private func name(_ node: Node?) -> String {
        guard let name = reader.text(node) else { return "" }
        if !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
            reader.wrongKind(
                node,
                LocalizedText(
                    de: "ein Name aus kleinen Buchstaben, Ziffern und Strichen",
                    en: "a name of small letters, digits and dashes"))
        }
        return name
    }

    /// A text in both languages; German alone serves for both.
    func localized(_ node: Node?) -> LocalizedText {
        if let node, let text = node.scalar?.string, !text.isEmpty { return LocalizedText(de: text, en: text) }
        guard let section = reader.section(node, .text), let german = reader.text(section["de"]) else {
            return LocalizedText(de: "", en: "")
        }
        return LocalizedText(de: german, en: reader.text(section["en"]) ?? german)
    }

    private func procedure(_ node: Node?) -> Procedure {
        let section = reader.section(node, .procedure)
        let date = reader.text(section?["validFrom"])
        if let date, !Self.isDay(date) {
            reader.wrongKind(
                section?["validFrom"],
                LocalizedText(de: "ein Datum der Form 2026-01-31", en: "a date of the form 2026-01-31"))
        }
        var procedure = Procedure(
            name: reader.text(section?["name"]) ?? "", version: reader.text(section?["version"]) ?? "",
            validFrom: date ?? "")
        procedure.variant = section?["variant"].flatMap { reader.text($0) }
        procedure.organization = organization(section?["organization"])
        procedure.maintainer = organization(section?["maintainer"])
        return procedure
    }

    private func organization(_ node: Node?) -> Organization? {
        guard let node, let section = reader.section(node, .organization) else { return nil }
        return Organization(
            name: reader.text(section["name"]) ?? "", street: section["street"].flatMap { reader.text($0) },
            postalCode: section["postalCode"].flatMap { reader.text($0) },
            place: reader.text(section["place"]) ?? "", unit: reader.text(section["unit"]) ?? "")
    }

    /// From high integrity on a scan product without a transfer note cannot be defended (TR-03138 A.NB.4).
    private func checkNote(of profile: Profile, _ node: Node?) {
        guard profile.transferNote == TransferNotePlace.none, profile.protection.integrity != .normal else { return }
        reader.note(
            node,
            LocalizedText(
                de: "Ab hoher Integrität darf der Transfervermerk nicht fehlen (TR-03138 A.NB.4).",
                en: "From high integrity on the transfer note must not be missing (TR-03138 A.NB.4)."),
            LocalizedText(
                de: "Bitte „metadata“ oder „attached“ angeben.", en: "Please say “metadata” or “attached”."))
    }

    private func originals(_ node: Node?) -> OriginalSettings? {
        guard let node, let section = reader.section(node, .originals) else { return nil }
        var originals = OriginalSettings()
        set(&originals.bornDigital, reader.choice(section["bornDigital"], of: OriginalSettings.BornDigital.self))
        set(&originals.invoiceData, reader.choice(section["invoiceData"], of: OriginalSettings.InvoiceData.self))
        return originals
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }

    // MARK: Settings

    private func protection(_ node: Node?) -> ProtectionNeed {
        var need = ProtectionNeed()
        guard let section = reader.section(node, .protection) else { return need }
        set(&need.integrity, reader.choice(section["integrity"], of: ProtectionNeed.Level.self))
        set(&need.confidentiality, reader.choice(section["confidentiality"], of: ProtectionNeed.Level.self))
        set(&need.availability, reader.choice(section["availability"], of: ProtectionNeed.Level.self))
        return need
    }

    private mutating func scan(_ node: Node?) -> ScanSettings {
        var scan = ScanSettings()
        guard let section = reader.section(node, .scan) else { return scan }
        set(&scan.source, reader.choice(section["source"], of: ScanSettings.Source.self))
        set(&scan.resolution, reader.integer(section["resolution"], in: 75...1_200))
        set(&scan.mode, reader.choice(section["mode"], of: ModeName.self)?.mode)
        set(&scan.paper, reader.choice(section["paper"], of: PaperName.self)?.rawValue)
        set(&scan.onDoubleFeed, reader.choice(section["onDoubleFeed"], of: ScanSettings.DoubleFeedAction.self))
        set(&scan.quality, reader.integer(section["quality"], in: 1...100))
        scan.length = reader.choice(section["length"], of: PaperLength.self)
        scan.onStaple = reader.choice(section["onStaple"], of: ScanSettings.DoubleFeedAction.self)
        scan.onSkew = reader.choice(section["onSkew"], of: ScanSettings.DoubleFeedAction.self)
        scan.brightness = reader.integer(section["brightness"], in: -100...100)
        scan.contrast = reader.integer(section["contrast"], in: -100...100)
        scan.threshold = reader.integer(section["threshold"], in: 1...100)
        scan.dropout = reader.choice(section["dropout"], of: DropoutColor.self)
        scan.imprint = section["imprint"].flatMap { reader.text($0) }
        if let node = section["require"] {
            scan.required = reader.list(node).compactMap { reader.choice($0, of: ScanFeature.self) }
        }
        if let node = section["countFrom"], let name = reader.text(node) {
            names.mention(name, node, .given)
            scan.countFrom = name
        }
        for option in section["options"].flatMap({ reader.pairs($0) }) ?? [] {
            scan.options[option.key] = reader.text(option.value)
        }
        return scan
    }

    private func pages(_ node: Node?) -> PageSettings {
        var pages = PageSettings()
        guard let section = reader.section(node, .pages) else { return pages }
        set(&pages.orient, reader.flag(section["orient"]))
        set(&pages.deskew, reader.flag(section["deskew"]))
        set(&pages.blankBelow, reader.number(reader.section(section["blank"], .blank)?["below"], in: 0...1))
        set(&pages.jpegQuality, reader.integer(section["jpegQuality"], in: 1...100))
        pages.recordImage = reader.choice(section["recordImage"], of: RecordStyle.self)
        pages.bitonal = reader.choice(section["bitonal"], of: BitonalCoding.self)
        return pages
    }

    private func read(_ node: Node?) -> ReadSettings {
        var read = ReadSettings()
        guard let section = reader.section(node, .read) else { return read }
        let languages = reader.texts(section["languages"])
        if !languages.isEmpty { read.languages = languages }
        if let node = section["barcodes"] {
            read.symbologies = reader.list(node).compactMap { reader.choice($0, of: Symbology.self) }
        }
        return read
    }

    private func review(_ node: Node?) -> ReviewSettings {
        var review = ReviewSettings()
        guard let section = reader.section(node, .review) else { return review }
        set(&review.below, reader.number(section["below"], in: 0...1).map(Confidence.init))
        set(&review.samplePercent, reader.number(reader.section(section["sample"], .sample)?["percent"], in: 0...100))
        return review
    }

    private func set<Value>(_ value: inout Value, _ read: Value?) { if let read { value = read } }
}

enum PaperName: String, CaseIterable { case a3, a4, a5, letter }

enum ModeName: String, CaseIterable {
    case bitonal, gray, color

    var mode: ColorMode? { ColorMode(rawValue: rawValue) }
}
