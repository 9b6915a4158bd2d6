import CaptureModel

/// Finds and checks the value of one index field.
struct FieldExtractor: Sendable {
    let rule: FieldRule
    private let finders: [CompiledFinder]
    private let check: CandidateCheck

    /// The best value, and what a person must know.
    struct Outcome {
        var value: IndexValue?
        var columns: [String: String] = [:]
        var findings: [Finding] = []
        /// The field's register did not answer for some value: another might have been chosen.
        var lacksAnswers = false
    }

    init(_ rule: FieldRule, registers: [String: Register], formatter: ValueFormatter) throws(CaptureError) {
        self.rule = rule
        check = try CandidateCheck(rule, registers: registers, formatter: formatter)
        var finders: [CompiledFinder] = []
        for (index, finder) in rule.find.enumerated() { finders.append(try CompiledFinder(finder, of: rule, index)) }
        self.finders = finders
    }

    /// The field's register is a service.
    var asksService: Bool { check.asksService }

    /// Of a document whose type is not known everything is asked: what is found helps the person who decides.
    func isAsked(of type: String?) -> Bool { type.map(isMeant(for:)) ?? true }

    /// The field is missed where it is required and not found.
    func isRequired(of type: String?) -> Bool {
        rule.required && (rule.types.isEmpty || type.map(isMeant(for:)) ?? false)
    }

    private func isMeant(for type: String) -> Bool { rule.types.isEmpty || rule.types.contains(type) }

    /// Values of one document a service is asked for; what more was found is no reference but a list of them.
    private static let mostQuestions = 20

    /// What the service behind the field's register is asked about the document; nothing where there is none.
    func questions(in document: ReadDocument, _ known: KnownValues) -> Set<String> {
        guard check.asksService else { return [] }
        var values: Set<String> = []
        for candidate in candidates(in: document, known) {
            guard values.count < Self.mostQuestions else { break }
            if let value = check.question(candidate), !value.isEmpty { values.insert(value) }
        }
        return values
    }

    /// `sums` are the document's gross amounts, asked for by fields of amounts alone.
    func outcome(
        in document: ReadDocument, _ known: KnownValues, received: CalendarDay? = nil, sums: AmountSums? = nil
    ) -> Outcome {
        let found = candidates(in: document, known)
        let all = found.map { check.checked($0, received: received, sums: sums) }
        let checked = ranked(all.filter { !$0.candidate.needsRegister || $0.entry != nil })
        let lacksAnswers = all.contains { $0.problem == .notAnswered }
        var outcome = checked.first.map(settle) ?? Outcome()
        outcome.lacksAnswers = lacksAnswers
        if lacksAnswers, checked.first?.problem != .notAnswered {
            outcome.findings.append(.problem(.notAnswered, rule, page: nil))
        }
        guard let best = checked.first else { return outcome }
        outcome.value?.alternatives = alternatives(to: best, among: checked)
        if let rival = checked.dropFirst().first(where: { isRival($0, of: best) }) {
            outcome.findings.append(.ambiguous(rule, page: rival.candidate.page))
            let doubtful = min(Confidence(best.likelihood), Confidence(Likelihood.ambiguous))
            outcome.value?.confidence = doubtful
        }
        return outcome
    }

    /// What the finders find, then what the sender's system said: what stands in the letter itself is nearer.
    private func candidates(in document: ReadDocument, _ known: KnownValues) -> [FieldCandidate] {
        let found = finders.flatMap { $0.candidates(in: document, given: known.given) }
        guard let value = known.sidecar[rule.name] else { return found }
        let said = FieldCandidate(
            raw: value, page: nil, box: nil, confidence: FieldScore.sidecar, source: .init(finder: finders.count),
            text: .sidecar)
        return found + [said]
    }

    /// The surest first; the order of finding decides between equals, so that the same page always gives the same value.
    private func ranked(_ candidates: [CheckedCandidate]) -> [CheckedCandidate] {
        var candidates = candidates
        if candidates.contains(where: \.isSum) {
            // Beside a gross amount that adds up, the others are net amounts or what is left after discount.
            for index in candidates.indices where !candidates[index].isSum {
                candidates[index].confidence -= FieldScore.margin
            }
        }
        return candidates.enumerated()
            .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
            .map(\.element)
    }

    /// More than these help nobody to decide.
    private static let mostAlternatives = 3

    /// Other values a person may mean, each once, the best first; nil where there are none.
    private func alternatives(to best: CheckedCandidate, among checked: [CheckedCandidate]) -> [IndexAlternative]? {
        var alternatives: [IndexAlternative] = []
        for other in checked where other.confidence >= FieldScore.worthShowing {
            guard alternatives.count < Self.mostAlternatives, other.value != best.value,
                !alternatives.contains(where: { $0.value == other.value })
            else { continue }
            alternatives.append(
                IndexAlternative(
                    value: other.value, confidence: Confidence(other.likelihood), page: other.candidate.page,
                    box: other.candidate.box))
        }
        return alternatives.isEmpty ? nil : alternatives
    }

    /// The outcome of a value that a person gave; it is not doubted, but a register that lacks it is told.
    func outcome(of value: String) -> Outcome {
        let candidate = FieldCandidate(
            raw: value, page: nil, box: nil, confidence: 1, source: .init(finder: 0), text: .person)
        var outcome = settle(check.checked(candidate, corrects: false))
        outcome.value?.confidence = .certain
        outcome.value?.why = Reason(rule: "person", text: .person, score: .certain)
        return outcome
    }

    private func settle(_ best: CheckedCandidate) -> Outcome {
        let source = best.candidate.source.finder
        let finder = finders.indices.contains(source) && best.candidate.text != .sidecar ? finders[source] : nil
        let confidence = Confidence(best.likelihood)
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
    ///
    /// What a confirmed value's own label says is not called into question by a mention elsewhere.
    private func isRival(_ other: CheckedCandidate, of best: CheckedCandidate) -> Bool {
        guard other.value != best.value, best.confidence - other.confidence < FieldScore.margin else { return false }
        // What the sender's system said and what the letter says must agree.
        if other.candidate.text == .sidecar || best.candidate.text == .sidecar { return true }
        if best.isConfirmed, best.candidate.standing > other.candidate.standing { return false }
        return other.candidate.source == best.candidate.source || (other.isConfirmed && best.isConfirmed)
    }
}

extension LocalizedText {
    fileprivate static let sidecar = LocalizedText(
        de: "Vom Absender in der Begleitdatei angegeben.", en: "Given by the sender in the sidecar file.")

    fileprivate static let person = LocalizedText(de: "Von Hand eingetragen.", en: "Entered by hand.")

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

    fileprivate static func ambiguous(
        _ rule: FieldRule, page: Int?
    ) -> Finding {
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
        case .implausibleDate:
            Finding(
                "implausible-date",
                LocalizedText(
                    de: "\(rule.label.de) liegt zu weit vor oder nach dem Posteingang. Bitte prüfen.",
                    en: "\(rule.label.en) is too long before or after the mail came in. Please check."), page: page)
        case .notAnswered:
            Finding(
                "register-unavailable",
                LocalizedText(
                    de: "Das Verzeichnis zu \(rule.label.de) hat nicht geantwortet. Bitte den Wert dort nachsehen.",
                    en: "The register of \(rule.label.en) did not answer. Please look the value up there."),
                page: page)
        case .notInRegister:
            Finding(
                "not-in-register",
                LocalizedText(
                    de: "\(rule.label.de) steht nicht im Verzeichnis. Bitte prüfen.",
                    en: "\(rule.label.en) is not in the register. Please check."), page: page)
        }
    }
}
