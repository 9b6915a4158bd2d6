import CaptureModel
import Yams

extension ProfileReader {
    /// What the names stand for is the daemon's configuration; `profile check --config` compares.
    func seal(_ node: Node) -> SealSettings? {
        guard let section = reader.section(node, .seal) else { return nil }
        let settings = SealSettings(
            key: section["key"].flatMap { reader.text($0) },
            timestamp: section["timestamp"].flatMap { reader.text($0) },
            kind: reader.choice(section["kind"], of: SealSettings.Kind.self) ?? .document)
        if settings.key == nil, settings.kind == .document {
            reader.note(
                node,
                LocalizedText(
                    de: "Ohne „key“ gibt es kein Siegel, das einen Zeitstempel tragen könnte.",
                    en: "Without “key” there is no seal that could carry a timestamp."),
                LocalizedText(
                    de: "Bitte „key“ nennen, oder „timestamp“ mit „kind: batch“.",
                    en: "Please name a “key”, or a “timestamp” with “kind: batch”."))
        } else if settings.timestamp == nil, settings.kind == .batch {
            reader.note(
                node,
                LocalizedText(
                    de: "„kind: batch“ braucht einen Zeitstempeldienst.", en: "“kind: batch” needs a timestamp service."
                ),
                LocalizedText(
                    de: "Bitte „timestamp“ nennen oder „kind“ weglassen.",
                    en: "Please name a “timestamp” or leave “kind” out."))
        }
        return settings
    }
}
