// Linear models by liblinear (Fan, Chang, Hsieh, Wang, Lin 2008): L2-regularized logistic regression, solved in the
// primal by a trust region Newton method. That solver draws no random numbers: the same rows give the same weights.

import CLinear
import CaptureModel

/// Learns weights that tell some rows from the others.
///
/// liblinear keeps no state between calls but its printing function, which is set once; calls may run side by side.
struct LinearTrainer: ~Copyable {
    private let nodes: UnsafeMutablePointer<feature_node>
    private let nodeCount: Int
    private let rows: UnsafeMutablePointer<UnsafeMutablePointer<feature_node>?>
    private let rowCount: Int
    private let columnCount: Int

    private static let silence: Void = set_print_string_function { _ in }

    /// `columnCount` features at most; the rows are copied.
    init(_ vectors: [FeatureVector], columnCount: Int) {
        Self.silence
        // Behind each row's features stand the bias, which is a feature of all, and the end mark.
        nodeCount = vectors.reduce(0) { $0 + $1.indices.count + 2 }
        nodes = .allocate(capacity: max(nodeCount, 1))
        rows = .allocate(capacity: max(vectors.count, 1))
        rowCount = vectors.count
        self.columnCount = columnCount
        var next = 0
        for (row, vector) in vectors.enumerated() {
            (rows + row).initialize(to: nodes + next)
            for (index, value) in zip(vector.indices, vector.values) {
                (nodes + next).initialize(to: feature_node(index: index + 1, value: Double(value)))
                next += 1
            }
            (nodes + next).initialize(to: feature_node(index: Int32(columnCount + 1), value: 1))
            (nodes + next + 1).initialize(to: feature_node(index: -1, value: 0))
            next += 2
        }
    }

    /// One weight for each column and the bias, for the log-odds that a row is among `positives`.
    ///
    /// `cost` is the price of a wrong row against that of large weights; `positiveFactor` multiplies it for positives.
    borrowing func weights(
        positives: [Bool], cost: Double, positiveFactor: Double = 1
    ) throws(CaptureError) -> [Double] {
        guard positives.count == rowCount, positives.contains(true), positives.contains(false) else {
            throw .fault("liblinear", "one class of rows is empty")
        }
        var answers = positives.map { $0 ? 1.0 : -1.0 }
        var labels: [Int32] = [1]
        var factors = [positiveFactor]
        let trained: [Double]? = answers.withUnsafeMutableBufferPointer { answers in
            labels.withUnsafeMutableBufferPointer { labels in
                factors.withUnsafeMutableBufferPointer { factors in
                    var settings = parameter()
                    settings.solver_type = Int32(L2R_LR)
                    settings.eps = 0.001
                    settings.C = cost
                    settings.nr_weight = 1
                    settings.weight_label = labels.baseAddress
                    settings.weight = factors.baseAddress
                    var rows = problem(
                        l: Int32(rowCount), n: Int32(columnCount + 1), y: answers.baseAddress, x: rows, bias: 1)
                    return Self.run(&rows, &settings)
                }
            }
        }
        guard let trained else { throw .fault("liblinear train") }
        return trained
    }

    private static func run(_ rows: inout problem, _ settings: inout parameter) -> [Double]? {
        guard check_parameter(&rows, &settings) == nil else { return nil }
        var model: UnsafeMutablePointer<model>? = train(&rows, &settings)
        defer { free_and_destroy_model(&model) }
        guard let trained = model?.pointee, let weights = trained.w, let labels = trained.label else { return nil }
        // The weights speak for the first label that liblinear lists.
        let sign = labels[0] == 1 ? 1.0 : -1.0
        return (0..<Int(rows.n)).map { sign * weights[$0] }
    }

    deinit {
        nodes.deallocate()
        rows.deallocate()
    }
}
