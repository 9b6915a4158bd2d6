/// What a protection need (Schutzbedarf) obliges a procedure to (TR-03138 RESISCAN 1.5); the one table of it.
///
/// Numbers: FAQ 4.2 calls samples of 2 to 4 percent the lower end for normal integrity. "Clearly more" for high integrity
/// (A.AM.IN.H.7) has no number there; ten percent is our reading.
package struct Obligations: Sendable, Hashable {
    /// The signature or seal a document must have.
    package enum Seal: String, Sendable, CaseIterable {
        /// Advised, not demanded (A.IS.1).
        case advanced
        /// Demanded (A.AM.IN.H.1).
        case qualified
    }

    /// Share of documents a person looks at, 0...100.
    package var samplePercent: Double
    /// The requirement the share comes from.
    package var sampleRequirement: String
    /// The share is not only advised: whatever a profile says, as many are drawn.
    package var isSampleForced = false
    package var seal = Seal.advanced
    /// A qualified timestamp besides (A.AM.IN.SH.2).
    package var needsTimestamp = false
    /// Who scanned may not check (A.AM.IN.SH.1).
    package var needsOtherChecker = false
    /// Changes to the procedure are released by a second person (A.SC.4).
    package var needsSecondPerson = false
    /// Every scan product has a transfer note (A.NB.4), at every need.
    package var needsNote = true
}

extension ProtectionNeed {
    /// What this need asks of a procedure; each row adds to the one before.
    package var obligations: Obligations {
        var obligations: Obligations
        switch integrity {
        case .normal:
            obligations = Obligations(samplePercent: 2, sampleRequirement: "A.SC.8")
        case .high:
            obligations = Obligations(samplePercent: 10, sampleRequirement: "A.AM.IN.H.7", seal: .qualified)
        case .veryHigh:
            obligations = Obligations(
                samplePercent: 100, sampleRequirement: "A.AM.IN.SH.5", isSampleForced: true, seal: .qualified,
                needsTimestamp: true, needsOtherChecker: true)
        }
        obligations.needsSecondPerson = [integrity, confidentiality, availability].contains { $0 != .normal }
        return obligations
    }
}

extension Profile {
    /// Share of sure documents that a person looks at all the same: as the profile says, or as the protection need demands.
    package var effectiveSamplePercent: Double {
        let obligations = protection.obligations
        return obligations.isSampleForced
            ? max(review.samplePercent, obligations.samplePercent) : review.samplePercent
    }
}
