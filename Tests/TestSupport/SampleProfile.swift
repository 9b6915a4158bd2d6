package import CaptureModel

extension LoadedProfile {
    /// A small profile for tests: every document goes to one place.
    package static func sample(
        separate: [SeparationRule] = [], types: [TypeRule] = [], index: [FieldRule] = []
    ) -> LoadedProfile {
        let profile = Profile(
            name: "muster", title: LocalizedText(de: "Muster", en: "Sample"),
            procedure: Procedure(name: "Muster", version: "1.0", validFrom: "2026-01-01"), separate: separate,
            types: types, index: index, route: [RouteRule(to: "ablage")],
            deliver: ["ablage": Destination(target: "eakte", path: "/Ablage")])
        return LoadedProfile(profile: profile, registers: [:], source: "profile: muster\n")
    }
}
