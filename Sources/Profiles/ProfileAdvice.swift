package import CaptureModel

/// Something about a profile that does not keep it from use but that its admin should know.
package struct ProfileAdvice: Sendable, Hashable, Codable {
    /// A stable name, as `route-unreachable`.
    package var code: String
    /// Where it stands, as `route[3]`.
    package var place: String
    /// The requirement of TR-03138 it comes from; nil where it is about the profile's own sense.
    package var requirement: String?
    package var message: LocalizedText
    /// The operator's configuration is known and does not do what must be done: not advice but a fault.
    package var isRefusal: Bool?

    init(_ code: String, _ place: String, requirement: String? = nil, _ message: LocalizedText) {
        self.code = code
        self.place = place
        self.requirement = requirement
        self.message = LocalizedText(
            de: "\(place): \(message.de)" + (requirement.map { " (TR-03138 \($0))" } ?? ""),
            en: "\(place): \(message.en)" + (requirement.map { " (TR-03138 \($0))" } ?? ""))
    }

    /// All advice on a profile, in the order of its sections.
    package static func all(on profile: Profile) throws(CaptureError) -> [ProfileAdvice] {
        separation(profile) + types(profile) + (try routes(profile)) + destinations(profile) + protection(profile)
    }

    /// Destinations whose target is none of the daemon's.
    package static func targets(of profile: Profile, known: Set<String>) -> [ProfileAdvice] {
        profile.deliver.filter { !known.contains($0.value.target) }.sorted { $0.key < $1.key }.map {
            name, destination in
            ProfileAdvice(
                "target-unknown", "deliver.\(name).target",
                LocalizedText(
                    de: "Das Ziel „\(destination.target)“ kennt die Konfiguration des Dienstes nicht.",
                    en: "The daemon's configuration has no target “\(destination.target)”."))
        }
    }

    // MARK: Rules

    private static func separation(_ profile: Profile) -> [ProfileAdvice] {
        profile.separate.indices.compactMap { index in
            let condition = profile.separate[index].condition
            guard let earlier = profile.separate[..<index].firstIndex(where: { $0.condition == condition }) else {
                return nil
            }
            return ProfileAdvice(
                "separator-unreachable", "separate[\(index)]",
                LocalizedText(
                    de: "Diese Regel entscheidet nie; separate[\(earlier)] verlangt dasselbe und steht davor.",
                    en: "This rule never decides; separate[\(earlier)] asks the same and stands before it."))
        }
    }

    private static func types(_ profile: Profile) -> [ProfileAdvice] {
        var advice: [ProfileAdvice] = []
        for (index, rule) in profile.types.enumerated() {
            let excluded = Set(rule.none)
            let isImpossible = !rule.any.isEmpty && rule.any.allSatisfy { excluded.contains($0) }
            if isImpossible || rule.all.contains(where: { excluded.contains($0) }) {
                advice.append(
                    ProfileAdvice(
                        "type-unreachable", "types[\(index)]",
                        LocalizedText(
                            de: "„\(rule.type)“ wird nie erkannt: „none“ schließt aus, was verlangt wird.",
                            en: "“\(rule.type)” is never recognized: “none” excludes what is asked for.")))
            }
            if let other = profile.types[..<index].first(where: { alwaysTies($0, rule) }) {
                advice.append(
                    ProfileAdvice(
                        "types-ambiguous", "types[\(index)]",
                        LocalizedText(
                            de:
                                "„\(rule.type)“ und „\(other.type)“ haben dasselbe Kennzeichen; damit entscheidet immer "
                                + "ein Mensch.",
                            en: "“\(rule.type)” and “\(other.type)” share a sign; with it a person always decides.")))
            }
        }
        return advice
    }

    /// One sign is enough for either, and nothing keeps them apart.
    private static func alwaysTies(_ left: TypeRule, _ right: TypeRule) -> Bool {
        guard left.type != right.type, [left.all, left.none, right.all, right.none].allSatisfy(\.isEmpty) else {
            return false
        }
        return !Set(left.any).isDisjoint(with: right.any)
    }

    private static func routes(_ profile: Profile) throws(CaptureError) -> [ProfileAdvice] {
        var advice: [ProfileAdvice] = []
        let coverage = try RouteCoverage(profile.route)
        for index in profile.route.indices {
            guard let earlier = coverage.rulesBefore(index), !earlier.isEmpty else { continue }
            let list = earlier.map { "route[\($0)]" }.joined(separator: ", ")
            advice.append(
                ProfileAdvice(
                    "route-unreachable", "route[\(index)]",
                    LocalizedText(
                        de: "Diese Regel wird nie erreicht; was sie meint, geht schon mit \(list).",
                        en: "This rule is never reached; what it is for goes with \(list) already.")))
        }
        if !profile.route.contains(where: \.when.isEmpty) {
            advice.append(
                ProfileAdvice(
                    "route-open", "route",
                    LocalizedText(
                        de: "Ohne „otherwise“ muss für alles Übrige ein Mensch das Ziel wählen.",
                        en: "Without “otherwise” a person must choose the destination of everything else.")))
        }
        return advice
    }

    private static func destinations(_ profile: Profile) -> [ProfileAdvice] {
        let used = Set(profile.route.map(\.to))
        return profile.deliver.keys.filter { !used.contains($0) }.sorted().map { name in
            ProfileAdvice(
                "destination-unused", "deliver.\(name)",
                LocalizedText(
                    de: "Keine Regel führt zu diesem Ziel.", en: "No rule leads to this destination."))
        }
    }
}
