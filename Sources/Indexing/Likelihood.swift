// How likely a value is right, from the score by which candidates are ranked.
//
// Method: the score's odds raised to a power (Platt's logistic scaling: J. Platt, "Probabilistic outputs for support
// vector machines", 1999), so that of values with confidence 0.9 nine in ten are right. Weights fitted by logistic
// regression on 1,290 values of 13 kinds from made county mail, its scans read by our worker, then further misread at
// 0.5 to 4 percent of the characters. What a check speaks against, or corrected, has a share of its own instead.

import Foundation

/// Turns scores into probabilities.
enum Likelihood {
    private static let intercept = -3.74
    private static let slope = 3.30
    /// A score is never quite certain: beyond it the measured values tell no difference.
    private static let highest = 0.9999

    /// The register changed a whole character, or knows another entry nearly as near: 83 of 93 were right, where the
    /// register held 3,000 references; less is said, as a fuller one has more neighbors.
    static let corrected = 0.8
    /// Well read, but no entry of the register: 37 of 47 were right, new files that the register does not know yet.
    static let notInRegister = 0.7
    /// A file reference where the writer's own sign stands: ours where the letter is a copy of our own or its author took
    /// the labels for each other, another body's where two number their files alike.
    static let writersSign = 0.8
    /// Two values that nothing tells apart.
    static let ambiguous = 0.5
    static let implausible = 0.3

    /// The share of right values among those with this score.
    static func probability(_ score: Double) -> Double {
        guard score > 0 else { return 0 }
        let score = min(score, highest)
        return 1 / (1 + exp(-intercept) * pow((1 - score) / score, slope))
    }
}
