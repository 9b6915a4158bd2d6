import CaptureModel

/// What format, calendar and register say of a candidate.
struct CandidateCheck: Sendable {
    private let rule: FieldRule
    private let formatter: ValueFormatter
    private let register: RegisterIndex?
    /// The register is a service that must be asked first.
    let asksService: Bool

    init(_ rule: FieldRule, registers: [String: Register], formatter: ValueFormatter) throws(CaptureError) {
        self.rule = rule
        self.formatter = formatter
        guard let name = rule.register else {
            register = nil
            asksService = false
            return
        }
        guard let register = registers[name] else { throw .missingRegister(name) }
        self.register = RegisterIndex(register, lookUp: rule.lookUp)
        asksService = register.answered != nil
    }

    /// What a service is asked about the candidate; nil where it has not the form of such a value.
    func question(_ candidate: FieldCandidate) -> String? {
        formatter.formatted(candidate.raw, as: rule.format)?.value
    }

    /// The candidate in its normal form; with `corrects` what was misread is corrected by the register.
    func checked(
        _ candidate: FieldCandidate, received: CalendarDay? = nil, sums: AmountSums? = nil, corrects: Bool = true
    ) -> CheckedCandidate {
        guard let formatted = formatter.formatted(candidate.raw, as: rule.format) else {
            return CheckedCandidate(
                candidate: candidate, value: candidate.raw, confidence: candidate.confidence * FieldScore.badFormat,
                problem: .badFormat)
        }
        var checked = CheckedCandidate(
            candidate: candidate, value: formatted.value, confidence: candidate.confidence - rank(candidate.source))
        if formatted.isProven { checked.confirm() }
        if formatted.isRepaired {
            checked.note = formatted.isProven ? .repaired : .guessed
            checked.confidence *= formatted.isProven ? FieldScore.provenRepair : FieldScore.guessedRepair
        }
        if let sums, rule.format == .amount, sums.contains(checked.value) {
            checked.isSum = true
            checked.confirm()
            checked.note = .addsUp
        }
        if let received { limit(&checked, received) }
        if candidate.standing == .writers { checked.share = Likelihood.writersSign }
        if let register, let name = rule.register { look(up: &checked, in: register, called: name, corrects) }
        return checked
    }

    private func rank(_ source: FieldCandidate.Source) -> Double {
        FieldScore.finderRank * Double(min(source.finder, 5)) + FieldScore.labelRank * Double(min(source.label, 10))
    }

    private func limit(_ checked: inout CheckedCandidate, _ received: CalendarDay) {
        guard rule.format == .date, let limits = rule.dates, let day = CalendarDay(checked.value) else { return }
        let age = received.number - day.number
        guard age > limits.pastDays ?? .max || -age > limits.futureDays ?? .max else { return }
        checked.confidence *= FieldScore.implausible
        checked.share = Likelihood.implausible
        checked.problem = .implausibleDate
    }

    private func look(
        up checked: inout CheckedCandidate, in register: RegisterIndex, called name: String, _ corrects: Bool
    ) {
        switch register.answer(to: checked.value, corrects: corrects) {
        case .exact(let entry):
            checked.take(entry)
            checked.confirm()
            checked.note = .confirmed(name)
        case .near(let entry, let distance, let isClear):
            checked.take(entry)
            checked.confidence = FieldScore.confirmed(checked.confidence) * (1 - distance / 4)
            // A whole letter may as well be another entry that the register does not have yet.
            if distance > 0.9 || !isClear {
                checked.confidence = min(checked.confidence, FieldScore.doubtful)
                checked.share = Likelihood.corrected
            }
            checked.note = .corrected(name)
        case .unknown:
            checked.share = min(Likelihood.notInRegister, Likelihood.probability(checked.confidence))
            checked.confidence *= FieldScore.notInRegister
            checked.problem = .notInRegister
        case .notAnswered:
            checked.share = min(Likelihood.notInRegister, Likelihood.probability(checked.confidence))
            checked.confidence *= FieldScore.notInRegister
            checked.problem = .notAnswered
        }
    }
}

extension CheckedCandidate {
    fileprivate mutating func confirm() {
        isConfirmed = true
        confidence = FieldScore.confirmed(confidence)
    }

    fileprivate mutating func take(_ entry: Register.Entry) {
        self.entry = entry
        value = entry.value
    }
}

extension LocalizedText {
    fileprivate static let repaired = LocalizedText(
        de: "Lesefehler nach der Prüfziffer berichtigt.", en: "Reading corrected by its check digits.")
    fileprivate static let guessed = LocalizedText(
        de: "Buchstaben als ähnliche Ziffern gelesen.", en: "Letters were read as the digits they look like.")
    fileprivate static let addsUp = LocalizedText(
        de: "Andere Beträge der Seite ergeben zusammen diesen.", en: "Other amounts of the page add up to it.")

    fileprivate static func confirmed(_ register: String) -> LocalizedText {
        LocalizedText(de: "Steht im Verzeichnis \(register).", en: "Is in the register \(register).")
    }

    fileprivate static func corrected(_ register: String) -> LocalizedText {
        LocalizedText(
            de: "Lesefehler nach dem Verzeichnis \(register) berichtigt.",
            en: "Reading corrected by the register \(register).")
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
