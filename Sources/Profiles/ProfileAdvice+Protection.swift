// What TR-03138 RESISCAN 1.5 asks of a procedure with this protection need, as far as a profile can tell.
//
// The numbers behind "sample" are the guideline's own examples: FAQ 4.2 calls 2 to 4 percent the lower end for normal
// integrity. "Clearly more" for high integrity (A.AM.IN.H.7) has no number there; ten percent is our reading.

import CaptureModel

extension ProfileAdvice {
    private static let normalSample = 2.0
    private static let highSample = 10.0

    static func protection(_ profile: Profile) -> [ProfileAdvice] {
        [sample(profile), seal(profile), sides(profile), doubleFeed(profile), color(profile)].compactMap(\.self)
    }

    private static func sample(_ profile: Profile) -> ProfileAdvice? {
        let percent = profile.review.samplePercent
        switch profile.protection.integrity {
        case .normal where percent < normalSample:
            return ProfileAdvice(
                "sample-small", "review.sample", requirement: "A.SC.8",
                LocalizedText(
                    de: "Stichprobe \(percent) %: Die Sichtprüfung braucht eine Stichprobe, üblich sind 2 bis 4 %.",
                    en: "Sample \(percent) %: quality control needs a sample, 2 to 4 % are usual."))
        case .high where percent < highSample:
            return ProfileAdvice(
                "sample-small", "review.sample", requirement: "A.AM.IN.H.7",
                LocalizedText(
                    de: "Stichprobe \(percent) %: Bei hoher Integrität muss sie deutlich größer sein als bei normaler; "
                        + "empfohlen sind mindestens 10 %.",
                    en: "Sample \(percent) %: with high integrity it must be clearly larger than with normal; at least "
                        + "10 % are advised."))
        case .veryHigh where percent < 100:
            return ProfileAdvice(
                "sample-small", "review.sample", requirement: "A.AM.IN.SH.5",
                LocalizedText(
                    de: "Stichprobe \(percent) %: Bei sehr hoher Integrität wird alles angesehen (100 %).",
                    en: "Sample \(percent) %: with very high integrity everything is looked at (100 %)."))
        default: return nil
        }
    }

    private static func sides(_ profile: Profile) -> ProfileAdvice? {
        guard profile.scan.source == .feeder else { return nil }
        return ProfileAdvice(
            "one-side", "scan.source", requirement: "A.DV.1 d",
            LocalizedText(
                de: "Es wird nur eine Seite der Blätter gescannt; beschriebene Rückseiten gingen verloren.",
                en: "Only one side of the sheets is scanned; written backs would be lost."))
    }

    private static func doubleFeed(_ profile: Profile) -> ProfileAdvice? {
        guard profile.scan.onDoubleFeed != .stop else { return nil }
        return ProfileAdvice(
            "double-feed", "scan.onDoubleFeed", requirement: "A.DV.2",
            LocalizedText(
                de: "Ein Doppeleinzug hält nicht an; Blätter könnten fehlen.",
                en: "A double feed does not stop the scanner; sheets may be missing."))
    }

    private static func color(_ profile: Profile) -> ProfileAdvice? {
        guard profile.scan.mode != .color else { return nil }
        return ProfileAdvice(
            "not-color", "scan.mode", requirement: "Anlage F 4.3",
            LocalizedText(
                de: "Farbige Seiten verlieren ohne „color“ ihre Farbe und sind dann nicht bildlich gleich.",
                en: "Without “color” colored pages lose their color and are no longer identical in image."))
    }
}
