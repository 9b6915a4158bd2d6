// What TR-03138 RESISCAN 1.5 asks of a procedure with this protection need, as far as a profile can tell. What follows from
// which need stands in `Obligations`.

import CaptureModel

extension ProfileAdvice {
    static func protection(_ profile: Profile) -> [ProfileAdvice] {
        let obligations = profile.protection.obligations
        return [
            sample(profile, obligations), seal(profile), note(profile, obligations),
            organization(profile), sides(profile), doubleFeed(profile), color(profile),
        ].compactMap(\.self)
    }

    private static func sample(_ profile: Profile, _ obligations: Obligations) -> ProfileAdvice? {
        let percent = profile.review.samplePercent
        let least = obligations.samplePercent
        guard percent < least else { return nil }
        let message =
            obligations.isSampleForced
            ? LocalizedText(
                de: "Stichprobe \(percent) %: Bei sehr hoher Integrität wird alles angesehen; gezogen werden "
                    + "\(least) %.",
                en: "Sample \(percent) %: with very high integrity everything is looked at; \(least) % are drawn.")
            : LocalizedText(
                de: "Stichprobe \(percent) %: Bei diesem Schutzbedarf sind mindestens \(least) % zu empfehlen.",
                en: "Sample \(percent) %: with this protection need at least \(least) % are advised.")
        return ProfileAdvice(
            "sample-small", "review.sample", requirement: obligations.sampleRequirement, message)
    }

    private static func note(_ profile: Profile, _ obligations: Obligations) -> ProfileAdvice? {
        guard obligations.needsNote, profile.transferNote == TransferNotePlace.none else { return nil }
        return ProfileAdvice(
            "note-missing", "transferNote", requirement: "A.NB.4",
            LocalizedText(
                de: "Ein Transfervermerk ist für jedes Scanprodukt Pflicht; „none“ passt nur, wo nie Papier gescannt "
                    + "wird.",
                en: "Every scan product must have a transfer note; “none” fits only where paper is never scanned."))
    }

    private static func organization(_ profile: Profile) -> ProfileAdvice? {
        guard profile.transferNote != TransferNotePlace.none, profile.procedure.organization == nil else { return nil }
        return ProfileAdvice(
            "organization-missing", "procedure.organization", requirement: "A.NB.4",
            LocalizedText(
                de: "Der Transfervermerk nennt die Stelle nicht, die scannt.",
                en: "The transfer note does not name the body that scans."))
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
