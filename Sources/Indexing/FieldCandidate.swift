import CaptureModel

/// A place where a field's value may stand.
struct FieldCandidate {
    let raw: String
    let page: Int?
    let box: Box?
    /// How surely the value was read and how surely it is this field's, before any check.
    let confidence: Double
    /// Which finder and label found it: values that one label leads to stand against each other.
    let source: Source
    let text: LocalizedText
    var standing = Standing.placed
    /// No pattern vouches for it: without an entry in the register it is nothing.
    var needsRegister = false

    /// How much the place of a value says that it is this field's.
    enum Standing: Int, Comparable {
        /// Where the sign of whoever wrote the letter stands.
        case writers
        /// It stands somewhere.
        case mentioned
        /// A label, a zone or a part of the letter leads to it, or it was made to be read.
        case placed

        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    struct Source: Hashable {
        let finder: Int
        var label = 0
    }
}

/// A candidate after format and register had their say.
struct CheckedCandidate {
    let candidate: FieldCandidate
    var value: String
    var confidence: Double
    /// A register or check digit agrees.
    var isConfirmed = false
    /// Net amount and tax on the page, or the amounts before it, add up to it.
    var isSum = false
    var entry: Register.Entry?
    var problem: Problem?
    var note: LocalizedText?

    /// What is known to be the share of right values among such ones, whatever the score.
    var share: Double?

    /// How likely the value is right, on the scale that people and thresholds use.
    var likelihood: Double { share ?? Likelihood.probability(confidence) }

    enum Problem { case badFormat, notInRegister, notAnswered, implausibleDate }
}

/// How sure values of each origin make us; our own settings, made so that a clean reading beside its label passes the
/// usual threshold of 0.9, while one that no label, register or check digit supports does not.
enum FieldScore {
    static let invoiceData = 0.999
    static let barcode = 0.99
    static let checkBox = 0.97
    static let zone = 0.97
    /// The sender's system knows, but nobody here has seen it.
    static let sidecar = 0.96
    static let besideLabel = 0.98
    static let belowLabel = 0.96
    static let anywhere = 0.85
    /// Each word between label and value, beyond one, makes it less likely that they belong together.
    static let foreignWord = 0.08
    /// Each letter of the label that had to be forgiven.
    static let labelSlip = 0.03
    /// A repair that no check digit proves leaves the value to a person.
    static let guessedRepair = 0.85
    /// Later finders, labels and pages stand behind earlier ones; labels of one finder are often mere synonyms.
    static let finderRank = 0.02
    static let labelRank = 0.005
    static let pageRank = 0.01
    /// A value that a check supports keeps a quarter of its doubt.
    static let confirmedDoubt = 0.25
    static let badFormat = 0.3
    static let notInRegister = 0.4
    /// A repair that check digits prove is still a repair.
    static let provenRepair = 0.98
    static let implausible = 0.4
    /// The sign of who wrote, where ours is looked for.
    static let othersSign = 0.06
    /// Below it a value is noise, no alternative.
    static let worthShowing = 0.3
    /// Two values nearer than this are not told apart.
    static let margin = 0.1
    /// What is left of the confidence of a value that has a rival, or that a register corrected by a whole letter.
    static let doubtful = 0.5

    /// The reader's own confidence says little of a well-formed value; half its doubt counts.
    static func reading(_ base: Double, _ confidence: Double) -> Double { base * (1 - (1 - confidence) / 2) }

    static func confirmed(_ confidence: Double) -> Double { 1 - (1 - confidence) * confirmedDoubt }
}
