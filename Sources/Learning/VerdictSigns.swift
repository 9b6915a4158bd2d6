// How sure a verdict is, told from more than its score.
//
// Method: Platt scaling (Platt 1999) over several signs instead of the score alone, fitted on documents that were held
// out of training, among them whole types that were held out (leave-one-class-out), whose verdicts are all wrong. The
// nearest examples say what a linear score cannot: that a document is like nothing that was learned. With few documents
// the signs weigh as they usually do, with more as these documents say (a normal prior, as in Bayesian regression).

import CaptureModel
import Foundation

/// What speaks for or against a verdict.
struct VerdictSigns: Sendable {
    /// Log-odds of the best type against all others.
    var score = 0.0
    /// How much less the second best type scores.
    var margin = 0.0
    /// Likeness (cosine) with the nearest examples of the best type.
    var likeness = 0.0
    /// The same against how alike the type's documents are among themselves; 1 is as alike as they are.
    var relativeLikeness = 0.0
    /// How much less alike the nearest example of any other type is.
    var likenessMargin = 0.0
    /// Share of the document that consists of known features.
    var coverage = 0.0

    static let count = 6

    /// How much the document is like those its type was learned from, in likeness and in words.
    var familiarity: Double { relativeLikeness * coverage }

    var values: [Double] { [score, margin, likeness, relativeLikeness, likenessMargin, coverage] }
}

extension TypeModel.Calibration {
    /// Before anything was measured: nothing is sure.
    static let unfitted = TypeModel.Calibration(
        weights: [Double](repeating: 0, count: VerdictSigns.count) + [-2], familiarFrom: 1)

    /// The share of such verdicts that are right.
    func probability(_ signs: VerdictSigns) -> Double {
        guard weights.count == VerdictSigns.count + 1 else { return 0 }
        let sum = zip(weights, signs.values + [1]).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = 1 / (1 + exp(-sum))
        return signs.familiarity < familiarFrom ? min(probability, Self.unfamiliar) : probability
    }

    /// Below the usual threshold of 0.9: a person looks.
    private static let unfamiliar = 0.8

    /// A verdict whose truth is known.
    struct Trial: Sendable {
        var signs: VerdictSigns
        var isRight: Bool
        /// How often such a document comes, against an ordinary one.
        var weight: Double
    }
}

/// Fits a calibration to trials.
struct CalibrationFit {
    /// How the signs weigh as a rule, and how far each spreads: rounded from fits to mixed county mail, 5 to 12 documents
    /// of 19 types.
    private static let usualWeights = [0.7, 0.25, 0.2, 0.3, 0.5, 5.0]
    private static let usualSpreads = [2.7, 3.2, 0.17, 0.33, 0.16, 0.19]
    /// How strongly weights are drawn towards the usual ones, in trials of which each tells as much as one in doubt can
    /// (a quarter in the curve of the likelihood).
    private static let ridge = 16.0 / 4
    private static let steps = 60

    /// A weight before anything was tried.
    private struct Prior {
        var center: Double
        var force: Double
    }

    private let trials: [TypeModel.Calibration.Trial]
    private let targets: (right: Double, wrong: Double)

    /// Platt's targets: with few trials even those that were all right do not make us certain.
    init(_ trials: [TypeModel.Calibration.Trial]) {
        self.trials = trials
        let right = trials.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) }
        let wrong = trials.reduce(0) { $0 + ($1.isRight ? 0 : $1.weight) }
        targets = ((right + 1) / (right + 2), 1 / (wrong + 2))
    }

    /// No sign may count against what it speaks for: those that would are left out, one after the other.
    var calibration: TypeModel.Calibration {
        guard trials.contains(where: \.isRight) else { return .unfitted }
        var used = Array(0..<VerdictSigns.count)
        while true {
            let weights = fit(used)
            guard let worst = used.min(by: { weights[$0] < weights[$1] }), weights[worst] < 0 else {
                return sized(TypeModel.Calibration(weights: weights, familiarFrom: 0))
            }
            used.removeAll { $0 == worst }
        }
    }

    /// Share of the sure and right verdicts that are given up, so that documents of unknown types are not taken for sure.
    ///
    /// A linear score cannot tell them: a court's letter uses the words of a lawyer's. On mixed county mail with each of
    /// its types held out in turn, learned from 10 documents a type, none of 121 strangers was sure; with 0.08 as many,
    /// but a tenth less of what was known.
    private static let givenUp = 0.03
    /// A stranger at least this likely to be taken for something known might well have been sure.
    private static let nearlyTaken = 0.5

    private func sized(_ calibration: TypeModel.Calibration) -> TypeModel.Calibration {
        let sure = trials.filter { $0.isRight && calibration.probability($0.signs) >= 0.9 }
            .map(\.signs.familiarity).sorted()
        var calibration = calibration
        guard !sure.isEmpty else { return calibration }
        // Where no stranger comes near, more caution would gain nothing.
        let taken = trials.filter { !$0.isRight && calibration.probability($0.signs) >= Self.nearlyTaken }
        let highest = taken.map(\.signs.familiarity).max() ?? 0
        calibration.familiarFrom = min(sure[Int(Self.givenUp * Double(sure.count))], highest.nextUp)
        return calibration
    }

    /// Newton's method on the log-likelihood of the standardized signs; the result is for the signs as they are.
    private func fit(_ used: [Int]) -> [Double] {
        let scales = used.map(spread)
        let priors = zip(used, scales).map { sign, scale in
            Prior(
                center: Self.usualWeights[sign] * scale.deviation,
                force: Self.ridge * pow(Self.usualSpreads[sign] / scale.deviation, 2))
        }
        let rows = trials.map { trial in
            used.indices.map { (trial.signs.values[used[$0]] - scales[$0].mean) / scales[$0].deviation } + [1]
        }
        var weights = [Double](repeating: 0, count: used.count + 1)
        for _ in 0..<Self.steps {
            let step = newtonStep(rows, weights, priors)
            for index in weights.indices { weights[index] -= step[index] }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        var result = [Double](repeating: 0, count: VerdictSigns.count + 1)
        result[VerdictSigns.count] = weights[used.count]
        for (index, sign) in used.enumerated() {
            result[sign] = weights[index] / scales[index].deviation
            result[VerdictSigns.count] -= result[sign] * scales[index].mean
        }
        return result
    }

    private func spread(_ sign: Int) -> (mean: Double, deviation: Double) {
        let total = trials.reduce(0) { $0 + $1.weight }
        let mean = trials.reduce(0) { $0 + $1.weight * $1.signs.values[sign] } / total
        let variance = trials.reduce(0) { $0 + $1.weight * pow($1.signs.values[sign] - mean, 2) } / total
        return (mean, max(variance.squareRoot(), 1e-6))
    }

    private func newtonStep(_ rows: [[Double]], _ weights: [Double], _ priors: [Prior]) -> [Double] {
        let count = weights.count
        var gradient = [Double](repeating: 0, count: count)
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for index in 0..<count - 1 {
            gradient[index] = priors[index].force * (weights[index] - priors[index].center)
            matrix[index][index] = priors[index].force
        }
        for (row, trial) in zip(rows, trials) {
            let probability = 1 / (1 + exp(-zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }))
            let error = probability - (trial.isRight ? targets.right : targets.wrong)
            let curve = max(probability * (1 - probability), 1e-9) * trial.weight
            for left in 0..<count {
                gradient[left] += trial.weight * error * row[left]
                for right in 0..<count { matrix[left][right] += curve * row[left] * row[right] }
            }
        }
        return LinearSystem.solution(matrix, gradient)
    }
}

/// Small systems of linear equations.
enum LinearSystem {
    /// By Gaussian elimination with pivots; unknowns that nothing determines are 0.
    static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let count = right.count
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-12
            else { continue }
            rows.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                for index in column...count { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return (0..<count).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][count] / rows[$0][$0] : 0 }
    }
}
