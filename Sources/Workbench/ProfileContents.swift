import CaptureModel

/// A profile as a list of places with what stands there, in the order of its sections.
struct ProfileContents {
    enum Entry: Equatable {
        case value(String)
        case list([String], isOrdered: Bool)
    }

    /// Lists of names, whose members have places of their own.
    static let keyed: Set = ["registers", "types", "index", "deliver"]

    private(set) var places: [String] = []
    private(set) var entries: [String: Entry] = [:]

    init(_ profile: Profile) {
        addHead(profile)
        addScanning(profile)
        add("registers", (profile.registers ?? []).map(\.name), isOrdered: false)
        for source in profile.registers ?? [] { add(source) }
        add("separate", profile.separate.map(\.notation), isOrdered: true)
        add("types", profile.types.map(\.type), isOrdered: false)
        for rule in profile.types { add(rule) }
        add("index", profile.index.map(\.name), isOrdered: false)
        for rule in profile.index { add(rule) }
        add("checks", (profile.checks ?? []).map(\.notation), isOrdered: false)
        add("review.below", "\(profile.review.below.value)")
        add("review.sample.percent", "\(profile.review.samplePercent)")
        add("route", profile.route.map(\.notation), isOrdered: true)
        add("deliver", profile.deliver.keys.sorted(), isOrdered: false)
        for (name, destination) in profile.deliver.sorted(by: { $0.key < $1.key }) {
            add("deliver.\(name).target", destination.target)
            add("deliver.\(name).path", destination.path)
        }
        add("seal.key", profile.seal?.key)
        add("seal.timestamp", profile.seal?.timestamp)
        add("seal.kind", profile.seal?.kind.rawValue)
        add("transferNote", (profile.transferNote ?? .metadata).rawValue)
        let originals = profile.originals ?? OriginalSettings()
        add("originals.bornDigital", originals.bornDigital.rawValue)
        add("originals.invoiceData", originals.invoiceData.rawValue)
    }

    private mutating func addHead(_ profile: Profile) {
        add("profile", profile.name)
        add("title.de", profile.title.de)
        add("title.en", profile.title.en)
        add("tenant", profile.tenant)
        add("recipients", profile.recipients ?? [], isOrdered: false)
        add("procedure.name", profile.procedure.name)
        add("procedure.version", profile.procedure.version)
        add("procedure.variant", profile.procedure.variant)
        add("procedure.validFrom", profile.procedure.validFrom)
        add("procedure.organization", profile.procedure.organization)
        add("procedure.maintainer", profile.procedure.maintainer)
        add("protection.integrity", profile.protection.integrity.rawValue)
        add("protection.confidentiality", profile.protection.confidentiality.rawValue)
        add("protection.availability", profile.protection.availability.rawValue)
    }

    private mutating func addScanning(_ profile: Profile) {
        add("scan.source", profile.scan.source.rawValue)
        add("scan.resolution", "\(profile.scan.resolution)")
        add("scan.mode", profile.scan.mode.rawValue)
        add("scan.paper", profile.scan.paper)
        add("scan.onDoubleFeed", profile.scan.onDoubleFeed.rawValue)
        add("scan.quality", "\(profile.scan.quality)")
        for (name, value) in profile.scan.options.sorted(by: { $0.key < $1.key }) { add("scan.options.\(name)", value) }
        add("pages.orient", "\(profile.pages.orient)")
        add("pages.deskew", "\(profile.pages.deskew)")
        add("pages.blank.below", "\(profile.pages.blankBelow)")
        add("pages.jpegQuality", "\(profile.pages.jpegQuality)")
        add("pages.recordImage", (profile.pages.recordImage ?? .untouched).rawValue)
        add("pages.bitonal", (profile.pages.bitonal ?? .g4).rawValue)
        add("read.languages", profile.read.languages, isOrdered: true)
        add("read.barcodes", profile.read.symbologies?.map(\.rawValue) ?? ["any"], isOrdered: false)
    }

    private mutating func add(_ place: String, _ body: Organization?) {
        guard let body else { return }
        add(place + ".name", body.name)
        add(place + ".street", body.street)
        add(place + ".postalCode", body.postalCode)
        add(place + ".place", body.place)
        add(place + ".unit", body.unit)
    }

    private mutating func add(_ source: RegisterSource) {
        let place = "registers.\(source.name)"
        switch source.place {
        case .database(let file, let table):
            add(place + ".database", file)
            add(place + ".table", table)
        case .service(let service):
            add(place + ".url", service.url)
            add(place + ".timeoutSeconds", "\(service.timeoutSeconds)")
            add(place + ".maxAgeSeconds", "\(service.maxAgeSeconds)")
        }
        add(place + ".key", source.key)
        let columns = source.columns.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        add(place + ".columns", columns, isOrdered: false)
    }

    private mutating func add(_ rule: TypeRule) {
        let place = "types.\(rule.type)"
        add(place + ".any", rule.any.map(\.notation), isOrdered: false)
        add(place + ".all", rule.all.map(\.notation), isOrdered: false)
        add(place + ".none", rule.none.map(\.notation), isOrdered: false)
        add(place + ".learned", "\(rule.isLearned)")
        add(place + ".kindOf", rule.kindOf)
    }

    private mutating func add(_ rule: FieldRule) {
        let place = "index.\(rule.name)"
        add(place + ".label.de", rule.label.de)
        add(place + ".label.en", rule.label.en)
        add(place + ".format", rule.format.rawValue)
        add(place + ".dates.pastDays", rule.dates?.pastDays.map { "\($0)" })
        add(place + ".dates.futureDays", rule.dates?.futureDays.map { "\($0)" })
        add(place + ".find", rule.find.map(\.notation), isOrdered: true)
        add(place + ".register", rule.register)
        add(place + ".lookUp", rule.lookUp, isOrdered: false)
        add(place + ".required", "\(rule.required)")
        add(place + ".types", rule.types, isOrdered: false)
    }

    private mutating func add(_ place: String, _ value: String?) {
        if let value { add(place, .value(value)) }
    }

    private mutating func add(_ place: String, _ list: [String], isOrdered: Bool) {
        add(place, .list(list, isOrdered: isOrdered))
    }

    /// Two types of one name are told as one place; the profile's check says that there are two.
    private mutating func add(_ place: String, _ entry: Entry) {
        if entries[place] == nil { places.append(place) }
        entries[place] = entry
    }
}
