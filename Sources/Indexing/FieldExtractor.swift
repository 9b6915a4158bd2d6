import CaptureModel

/// Finds and checks the value of one index field.
struct FieldExtractor: Sendable {
    let rule: FieldRule
    private let finders: [CompiledFinder]
    private let formatter: ValueFormatter
    private let register: RegisterIndex?

    /// The best value, and what a person must know.
    struct Outcome {
        var value: IndexValue?
        var columns: [String: String] = [:]
        var findings: [Finding] = []
    }

    init(_ rule: FieldRule, registers: [String: Register], formatter: ValueFormatter) throws(CaptureError) {
        self.rule = rule
        self.formatter = formatter
        var finders: [CompiledFinder] = []
        for (index, finder) in rule.find.enumerated() { finders.append(try CompiledFinder(finder, of: rule, index)) }
        self.finders = finders
        guard let name = rule.register else {
            register = nil
            return
        }
        guard let register = registers[name] else { throw .missingRegister(name) }
        self.register = RegisterIndex(register, lookUp: rule.lookUp)
    }

    /// Of a document whose type is not known everything is asked: what is found helps the person who decides.
    func isAsked(of type: String?) -> Bool { type.map(isMeant(for:)) ?? true }

    /// The field is missed where it is required and not found.
    func isRequired(of type: String?) -> Bool {
        rule.required && (rule.types.isEmpty || type.map(isMeant(for:)) ?? false)
    }

    private func isMeant(for type: String) -> Bool { rule.types.isEmpty || rule.types.contains(type) }

    func outcome(in document: ReadDocument, given: [String: String]) -> Outcome {
        let checked = finders.flatMap { $0.candidates(in: document, given: given) }.map { check($0) }
            .sorted { $0.confidence > $1.confidence }
        guard let best = checked.first else { return Outcome() }
        var outcome = settle(best)
        if let rival = checked.dropFirst().first(where: { isRival($0, of: best) }) {
            outcome.findings.append(.ambiguous(rule, page: rival.candidate.page))
            let doubtful = min(Confidence(best.confidence), Confidence(FieldScore.doubtful))
            outcome.value?.confidence = doubtful
        }
        return outcome
    }

    /// The outcome of a value that a person gave; it is not doubted, but a register that lacks it is told.
    func outcome(of value: String) -> Outcome {
        let candidate = FieldCandidate(
            raw: value, page: nil, box: nil, confidence: 1, source: .init(finder: 0), text: .person)
        var outcome = settle(check(candidate, corrects: false))
        outcome.value?.confidence = .certain
        outcome.value?.why = Reason(rule: "person", text: .person, score: .certain)
        return outcome
    }

    private func settle(_ best: CheckedCandidate) -> Outcome {
        let finder =
            finders.indices.contains(best.candidate.source.finder) ? finders[best.candidate.source.finder] : nil
        let confidence = Confidence(best.confidence)
        let text = best.note.map { best.candidate.text.joined($0) } ?? best.candidate.text
        let why = Reason(
            rule: finder?.id ?? "index.\(rule.name)", text: text, page: best.candidate.page, box: best.candidate.box,
            score: confidence)
        let value = IndexValue(
            value: best.value, confidence: confidence, page: best.candidate.page, box: best.candidate.box, why: why)
        return Outcome(
            value: value, columns: best.entry?.columns ?? [:],
            findings: best.problem.map { [.problem($0, rule, page: best.candidate.page)] } ?? [])
    }

    /// Another value that is as well supported, or that the same label leads to, and nearly as sure.
    private func isRival(_ other: CheckedCandidate, of best: CheckedCandidate) -> Bool {
        other.value != best.value && best.confidence - other.confidence < FieldScore.margin
            && (other.candidate.source == best.candidate.source || (other.isConfirmed && best.isConfirmed))
    }

    private func check(_ candidate: FieldCandidate, corrects: Bool = true) -> CheckedCandidate {
        let source = candidate.source
        let rank =
            FieldScore.finderRank * Double(min(source.finder, 5)) + FieldScore.labelRank * Double(min(source.label, 10))
        guard let formatted = formatter.formatted(candidate.raw, as: rule.format) else {
            return CheckedCandidate(
                candidate: candidate, value: candidate.raw, confidence: candidate.confidence * FieldScore.badFormat,
                problem: .badFormat)
        }
        var checked = CheckedCandidate(
            candidate: candidate, value: formatted.value, confidence: candidate.confidence - rank)
        if formatted.isProven {
            checked.isConfirmed = true
            checked.confidence = FieldScore.confirmed(checked.confidence)
        }
        if formatted.isRepaired {
            checked.note = formatted.isProven ? .repaired : .guessed
            checked.confidence *= formatted.isProven ? 1 : FieldScore.guessedRepair
        }
        if let register, let name = rule.register { look(up: &checked, in: register, called: name, corrects) }
        return checked
    }

    private func look(
        up checked: inout CheckedCandidate, in register: RegisterIndex, called name: String, _ corrects: Bool
    ) {
        switch register.answer(to: checked.value, corrects: corrects) {
        case .exact(let entry):
            checked.entry = entry
            checked.value = entry.value
            checked.isConfirmed = true
            checked.confidence = FieldScore.confirmed(checked.confidence)
            checked.note = .confirmed(name)
        case .near(let entry, let distance):
            checked.entry = entry
            checked.value = entry.value
            checked.confidence = FieldScore.confirmed(checked.confidence) * (1 - distance / 4)
            // A whole letter may as well be another entry that the register does not have yet.
            if distance > 0.9 { checked.confidence = min(checked.confidence, FieldScore.doubtful) }
            checked.note = .corrected(name)
        case .unknown:
            checked.confidence *= FieldScore.notInRegister
            checked.problem = .notInRegister
        }
    }
}

extension LocalizedText {
    fileprivate static let person = LocalizedText(de: "Von Hand eingetragen.", en: "Entered by hand.")
    fileprivate static let repaired = LocalizedText(
        de: "Lesefehler nach der Prüfziffer berichtigt.", en: "Reading corrected by its check digits.")
    fileprivate static let guessed = LocalizedText(
        de: "Buchstaben als ähnliche Ziffern gelesen.", en: "Letters were read as the digits they look like.")

    fileprivate static func confirmed(_ register: String) -> LocalizedText {
        LocalizedText(de: "Steht im Verzeichnis \(register).", en: "Is in the register \(register).")
    }

    fileprivate static func corrected(_ register: String) -> LocalizedText {
        LocalizedText(
            de: "Lesefehler nach dem Verzeichnis \(register) berichtigt.",
            en: "Reading corrected by the register \(register).")
    }

    fileprivate func joined(_ other: LocalizedText) -> LocalizedText {
        LocalizedText(de: "\(de) \(other.de)", en: "\(en) \(other.en)")
    }
}

extension Finding {
    static func missing(_ rule: FieldRule) -> Finding {
        Finding(
            "missing-field",
            LocalizedText(
                de: "\(rule.label.de) wurde nicht gefunden. Bitte eintragen.",
                en: "\(rule.label.en) was not found. Please enter it."))
    }

    fileprivate static func ambiguous(_ rule: FieldRule, page: Int?) -> Finding {
        Finding(
            "ambiguous",
            LocalizedText(
                de: "Für \(rule.label.de) kommen mehrere Werte in Frage. Bitte prüfen.",
                en: "There is more than one possible value of \(rule.label.en). Please check."), page: page)
    }

    fileprivate static func problem(_ problem: CheckedCandidate.Problem, _ rule: FieldRule, page: Int?) -> Finding {
        switch problem {
        case .badFormat:
            Finding(
                "bad-value",
                LocalizedText(
                    de: "\(rule.label.de) ist nicht gültig. Bitte prüfen.",
                    en: "\(rule.label.en) is not valid. Please check."), page: page)
        case .notInRegister:
            Finding(
                "not-in-register",
                LocalizedText(
                    de: "\(rule.label.de) steht nicht im Verzeichnis. Bitte prüfen.",
                    en: "\(rule.label.en) is not in the register. Please check."), page: page)
        }
    }
}

extension CaptureError {
    fileprivate static func missingRegister(_ name: String) -> CaptureError {
        CaptureError(
            .badProfile, "missing-register",
            LocalizedText(de: "Das Verzeichnis \(name) fehlt.", en: "The register \(name) is missing."),
            remedy: LocalizedText(
                de: "Bitte die Datei registers/\(name).csv bereitstellen.",
                en: "Please provide the file registers/\(name).csv."))
    }
}
