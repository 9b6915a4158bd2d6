// Fills a transfer note with what is known: from the batch, the pages, the audit trail and the profile. Nothing is said
// that did not happen; what is not known is an anomaly.

import BatchStore
import CaptureModel
import Foundation

/// Everything a note is made of.
struct NoteMaterial {
    let document: DocumentRecord
    let batch: BatchRecord
    let profile: Profile
    let material: DocumentMaterial
    let history: BatchHistory
    let operatedBy: NotedPerson?
    /// Who let the document go; nil where no person did.
    let confirmedBy: NotedPerson?
    /// ISO 8601.
    let created: String
}

extension TransferNote {
    init(_ facts: NoteMaterial) {
        let pages = facts.material.pages.map(\.record.number)
        let total = facts.material.batchPages.last?.number ?? pages.count
        let origin = facts.material.origin(facts.batch.channel)
        self.init(
            created: facts.created, documentID: facts.document.id, origin: origin, pageCount: pages.count,
            operatedBy: facts.operatedBy?.text, organization: Self.organization(facts.profile),
            procedure: facts.profile.procedure, batch: facts.batch.id,
            batchCreated: facts.batch.created.formatted(.iso8601),
            position: "Abbild \(DocumentMaterial.ranges(pages)) von \(total)", quality: Self.quality(facts))
        steps = [Self.acquisition(facts, origin)]
        steps += facts.material.processing(facts.history, fallback: batchCreated)
        steps += [Self.separation(facts), Self.indexing(facts)].compactMap(\.self)
        if let check = Self.check(facts) { steps.append(check) }
        steps.append(Self.composition(facts))
        anomalies = Self.anomalies(facts, origin)
    }

    private static func organization(_ profile: Profile) -> Organization {
        let unknown = "nicht angegeben"
        return profile.procedure.organization
            ?? Organization(name: profile.tenant ?? profile.recipients?.first ?? unknown, place: unknown, unit: unknown)
    }

    // MARK: Steps

    private static func acquisition(_ facts: NoteMaterial, _ origin: Origin) -> Step {
        let who = facts.operatedBy?.text ?? "unbekannt"
        guard origin == .paper else {
            let inputs = facts.material.inputs
            let message = facts.material.message
            let attributes =
                (message.map { [Attribute("SHA-256 E-Mail", $0.sha256)] } ?? [])
                + inputs.map { Attribute("SHA-256 Datei \($0.number)", $0.sha256) }
            return Step(
                "Übernahme der Datei",
                time: facts.history.time(
                    of: "input.stored", numbers: inputs.map(\.number) + [message?.number].compactMap(\.self))
                    ?? facts.batch.created.formatted(.iso8601),
                performedBy: who, system: "\(DocumentMaterial.program), \(facts.batch.channel.text)",
                attributes: attributes)
        }
        let pages = facts.material.pages.map(\.record.number)
        let scan = facts.profile.scan
        return Step(
            "Scannen",
            time: facts.history.time(of: "page.stored", numbers: pages) ?? facts.batch.created.formatted(.iso8601),
            performedBy: who, system: "Scanner \(facts.batch.source), Arbeitsplatz \(Workstation.name)",
            attributes: [
                Attribute("Auflösung", "\(scan.resolution) dpi"), Attribute("Farbe", scan.mode.text),
                Attribute("Zuführung", scan.source.text), Attribute("Papier", scan.paper.uppercased()),
                Attribute("Blätter", "\(sheets(pages, isDuplex: scan.source == .duplexFeeder))"),
            ])
    }

    private static func sheets(_ pages: [Int], isDuplex: Bool) -> Int {
        isDuplex ? Set(pages.map { ($0 - 1) / 2 }).count : pages.count
    }

    /// Pages between the document's own that are not part of it.
    private static func separation(_ facts: NoteMaterial) -> Step? {
        guard let time = facts.history.last("batch.separated")?.at else { return nil }
        let own = Set(facts.material.pages.map(\.record.number))
        guard let first = own.min(), let last = own.max() else { return nil }
        let left = facts.material.batchPages.filter { page in
            // A blank back may follow the last page; a separator there is the next document's.
            (first...(page.role == .blank ? last + 1 : last)).contains(page.number) && !own.contains(page.number)
        }
        let attributes = [("Leerseite", PageRole.blank), ("Trennblatt", .separator)].compactMap { name, role in
            let numbers = left.filter { $0.role == role }.map(\.number)
            return numbers.isEmpty
                ? nil : Attribute("\(name), nicht übernommen", "Abbild \(DocumentMaterial.ranges(numbers))")
        }
        return Step(
            "Trennung in Schriftstücke", time: time, performedBy: "Programm", system: DocumentMaterial.program,
            attributes: attributes)
    }

    private static func indexing(_ facts: NoteMaterial) -> Step? {
        guard let time = facts.history.last("batch.indexed")?.at else { return nil }
        return Step(
            "Indexierung", time: time, performedBy: "Programm", system: DocumentMaterial.program,
            attributes: [Attribute("Dokumentart", facts.document.indexed.type ?? "nicht erkannt")])
    }

    private static func check(_ facts: NoteMaterial) -> Step? {
        let quality = quality(facts)
        guard let time = quality.checkedAt, let person = quality.checkedBy else { return nil }
        return Step(
            "Sichtprüfung", time: time, performedBy: person, system: DocumentMaterial.program,
            attributes: [Attribute("Art", quality.kind.text), Attribute("Ergebnis", quality.result)])
    }

    private static func composition(_ facts: NoteMaterial) -> Step {
        let form = facts.material.form
        var attributes = [Attribute("Form", form.text)]
        if let fallback = form.fallback { attributes.append(Attribute("Grund", fallback.de)) }
        return Step(
            form.delivered == nil ? "Erzeugung des PDF/A" : "Übernahme der Originaldatei", time: facts.created,
            performedBy: "Programm", system: DocumentMaterial.program, attributes: attributes)
    }

    // MARK: Quality and anomalies

    private static func quality(_ facts: NoteMaterial) -> Quality {
        guard let confirmation = facts.history.confirmation(of: facts.document.id), let person = facts.confirmedBy
        else {
            let share = facts.profile.effectiveSamplePercent
            let sample = share > 0 ? "Stichprobe \(share) % der Schriftstücke" : "keine Stichprobe vorgesehen"
            return Quality(.automatic, result: "maschinell geprüft; \(sample)")
        }
        let isSample = facts.document.indexed.findings.contains { $0.code == "sample" }
        return Quality(
            isSample ? .sample : .doubt, result: "freigegeben", checkedBy: person.text, checkedAt: confirmation.at)
    }

    private static func anomalies(_ facts: NoteMaterial, _ origin: Origin) -> [Attribute] {
        var anomalies: [Attribute] = []
        if origin == .paper, facts.operatedBy == nil {
            anomalies.append(Attribute("Die Person am Scanner ist nicht bekannt", "Stapel"))
        }
        for person in [origin == .paper ? facts.operatedBy : nil, facts.confirmedBy].compactMap(\.self) {
            if let doubt = person.doubt { anomalies.append(Attribute(doubt, person.text)) }
        }
        for hold in facts.history.all("batch.held") {
            anomalies.append(Attribute("Stapel angehalten", hold.detail["problem"] ?? ""))
        }
        for finding in facts.document.indexed.findings where finding.code != "sample" {
            let place = finding.page.map { "Abbild \($0 + 1)" } ?? "Schriftstück"
            anomalies.append(Attribute(finding.message.de, place))
        }
        return anomalies
    }
}

extension DocumentForm {
    fileprivate var text: String {
        if delivered != nil { return "Originaldatei, bitgleich abgeliefert" }
        return attached.isEmpty ? "PDF/A aus den Bildern" : "PDF/A aus den Bildern, Originaldatei beigefügt"
    }
}

extension Channel {
    fileprivate var text: String {
        switch self {
        case .scanner: "Scanner"
        case .folder: "überwachter Ordner"
        case .upload: "Hochladen"
        case .command: "Befehlszeile"
        case .mail: "E-Mail"
        }
    }
}

extension ColorMode {
    fileprivate var text: String {
        switch self {
        case .bitonal: "Schwarz-Weiß"
        case .gray: "Graustufen"
        case .color: "Farbe, 24 Bit"
        }
    }
}

extension ScanSettings.Source {
    fileprivate var text: String {
        switch self {
        case .flatbed: "Flachbett"
        case .feeder: "Einzug einseitig"
        case .duplexFeeder: "Einzug beidseitig"
        }
    }
}
