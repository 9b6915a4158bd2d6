// What TR-03138 RESISCAN 1.5 asks of seals, as far as a profile and the operator's own statements can tell.
//
// Whether a seal is qualified hangs on the trust service and its key; the operator says so in the configuration, and
// Scanstelle never says it by itself.

package import CaptureModel

/// A seal or timestamp service of the daemon's configuration, as the operator describes it.
package struct SealStatement: Sendable, Hashable {
    package var name: String
    package var isQualified: Bool

    package init(name: String, isQualified: Bool) {
        self.name = name
        self.isQualified = isQualified
    }
}

extension ProfileAdvice {
    /// What the profile alone tells.
    static func seal(_ profile: Profile) -> ProfileAdvice? {
        guard profile.protection.integrity != .normal, profile.seal?.key == nil else { return nil }
        return ProfileAdvice(
            "seal-needed", "protection.integrity", requirement: "A.AM.IN.H.1",
            LocalizedText(
                de:
                    "Ab hoher Integrität ist eine qualifizierte Signatur oder ein Siegel Pflicht; dieses Profil siegelt "
                    + "nicht (seal), dann muss es das Zielsystem tun.",
                en: "From high integrity on a qualified signature or seal is mandatory; this profile does not seal "
                    + "(seal), so the target system must."))
    }

    /// Seals and services that the daemon does not have, and those that are not enough for the protection need.
    package static func seals(
        of profile: Profile, known seals: [SealStatement], timestamps: [SealStatement]
    ) -> [ProfileAdvice] {
        let key = profile.seal?.key.map { name in (name, seals.first { $0.name == name }) }
        let timestamp = profile.seal?.timestamp.map { name in (name, timestamps.first { $0.name == name }) }
        var advice: [ProfileAdvice] = []
        if case (let name, nil)? = key { advice.append(unknown(name, "seal.key", "seals")) }
        if case (let name, nil)? = timestamp { advice.append(unknown(name, "seal.timestamp", "timestamps")) }
        switch profile.protection.integrity {
        case .normal: break
        case .high:
            if key?.1?.isQualified != true { advice.append(unqualifiedSeal) }
        case .veryHigh:
            if key?.1?.isQualified != true { advice.append(unqualifiedSeal) }
            if timestamp?.1?.isQualified != true { advice.append(unqualifiedTimestamp) }
        }
        return advice.map { refusal in
            var refusal = refusal
            refusal.isRefusal = true
            return refusal
        }
    }

    private static func unknown(_ name: String, _ place: String, _ section: String) -> ProfileAdvice {
        ProfileAdvice(
            "seal-unknown", place,
            LocalizedText(
                de: "„\(name)“ steht nicht unter „\(section)“ in der Konfiguration des Dienstes.",
                en: "“\(name)” does not stand under “\(section)” in the daemon's configuration."))
    }

    private static let unqualifiedSeal = ProfileAdvice(
        "seal-not-qualified", "protection.integrity", requirement: "A.AM.IN.H.1",
        LocalizedText(
            de:
                "Ab hoher Integrität ist eine qualifizierte Signatur oder ein Siegel Pflicht. Die Konfiguration hat für "
                + "dieses Profil kein Siegel, das der Betreiber als qualifiziert erklärt (assurance: qualified).",
            en: "From high integrity on a qualified signature or seal is mandatory. The configuration has no seal for "
                + "this profile that its operator states to be qualified (assurance: qualified)."))

    private static let unqualifiedTimestamp = ProfileAdvice(
        "timestamp-not-qualified", "protection.integrity", requirement: "A.AM.IN.SH.2",
        LocalizedText(
            de:
                "Bei sehr hoher Integrität gehört ein qualifizierter Zeitstempel dazu. Die Konfiguration hat für dieses "
                + "Profil keinen, den der Betreiber als qualifiziert erklärt (assurance: qualified).",
            en: "With very high integrity a qualified timestamp belongs to it. The configuration has none for this "
                + "profile that its operator states to be qualified (assurance: qualified)."))
}
