import CaptureModel

/// A rule about values that must fit together, with the names people know the fields by.
struct ConsistencyCheck: Sendable {
    private let rule: CheckRule
    private let id: String
    private let labels: [String: LocalizedText]

    init(_ rule: CheckRule, id: String, _ fields: [FieldRule]) {
        self.rule = rule
        self.id = id
        labels = Dictionary(fields.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// The contradiction; nil where there is none, or where a value that it takes is not known.
    func finding(in fields: [String: IndexValue]) -> Finding? {
        let names = rule.fields
        let values = names.compactMap { fields[$0]?.value }
        guard values.count == names.count, !holds(values) else { return nil }
        let page = names.compactMap { fields[$0]?.page }.first
        return .contradiction(names.map(label), page: page)
    }

    private func holds(_ values: [String]) -> Bool {
        switch rule {
        case .same:
            return Set(values.map(Register.normalizedKey)).count <= 1
        case .sum:
            let cents = values.map { Int($0.filter { $0 != "." }) ?? 0 }
            // Each amount is rounded to a cent of its own.
            return abs(cents.dropLast().reduce(0, +) - (cents.last ?? 0)) <= 1
        case .notAfter:
            let days = values.compactMap { CalendarDay($0) }
            return days.count < values.count || zip(days, days.dropFirst()).allSatisfy { $0 <= $1 }
        }
    }

    /// A column of a register bears the name of its field.
    private func label(_ name: String) -> LocalizedText {
        labels[name] ?? labels[String(name.prefix { $0 != "." })] ?? LocalizedText(de: name, en: name)
    }
}

extension Finding {
    fileprivate static func contradiction(_ labels: [LocalizedText], page: Int?) -> Finding {
        Finding(
            "contradiction",
            LocalizedText(
                de: "Diese Angaben passen nicht zusammen: \(labels.map(\.de).joined(separator: ", ")). Bitte prüfen.",
                en: "These values do not fit together: \(labels.map(\.en).joined(separator: ", ")). Please check."),
            page: page)
    }
}
