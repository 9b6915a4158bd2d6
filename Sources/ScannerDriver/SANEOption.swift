import CSANE
import CaptureModel

/// A copy of an option's descriptor.
struct SANEOption {
    enum Kind: String { case bool, int, fixed, string, button }

    enum Constraint {
        case none
        case range(ClosedRange<Double>, step: Double)
        case numbers([Double])
        case strings([String])
    }

    let index: SANE_Int
    let name: String
    let title: String
    let kind: Kind
    let unit: SANE_Unit
    let sizeInBytes: Int
    let constraint: Constraint
    private let capabilities: SANE_Int

    /// Nil for groups.
    init?(_ descriptor: SANE_Option_Descriptor, index: SANE_Int) {
        guard let kind = Kind(descriptor.type) else { return nil }
        self.index = index
        self.kind = kind
        name = text(descriptor.name)
        title = text(descriptor.title)
        unit = descriptor.unit
        sizeInBytes = Int(descriptor.size)
        capabilities = descriptor.cap
        constraint = Constraint(descriptor, kind)
    }

    var isActive: Bool { capabilities & SANE_CAP_INACTIVE == 0 }
    var isSettable: Bool { isActive && capabilities & SANE_CAP_SOFT_SELECT != 0 }
    var isReadable: Bool { capabilities & SANE_CAP_SOFT_DETECT != 0 && kind != .button }
    /// Holds one value, not a table as for gamma.
    var isSingle: Bool { kind == .string || sizeInBytes <= MemoryLayout<SANE_Word>.size }

    var strings: [String] {
        if case .strings(let strings) = constraint { strings } else { [] }
    }

    /// All allowed numbers, or the smallest and the largest; empty where there is no limit.
    var limits: [Double] {
        switch constraint {
        case .none, .strings: []
        case .numbers(let numbers): numbers.sorted()
        case .range(let range, _): [range.lowerBound, range.upperBound]
        }
    }

    var maximum: Double? { limits.last }

    /// The number at a share, 0...1, of what is allowed; nil where there is no limit.
    func value(at share: Double) -> Double? {
        guard let low = limits.first, let high = limits.last, kind == .int || kind == .fixed else { return nil }
        return nearest(to: low + share * (high - low))
    }

    /// The smallest allowed number that is no less; nil where there is none.
    func smallest(atLeast number: Double) -> Double? {
        switch constraint {
        case .none, .strings: return number
        case .numbers(let numbers): return numbers.filter { $0 >= number }.min()
        case .range(let range, let step):
            guard step > 0 else { return number <= range.upperBound ? max(number, range.lowerBound) : nil }
            let steps = max(0, ((number - range.lowerBound) / step - 1e-6).rounded(.up))
            let stepped = range.lowerBound + steps * step
            return stepped <= range.upperBound ? stepped : nil
        }
    }

    /// The allowed number that is nearest.
    func nearest(to number: Double) -> Double {
        switch constraint {
        case .none, .strings: return number
        case .numbers(let numbers): return numbers.min { abs($0 - number) < abs($1 - number) } ?? number
        case .range(let range, let step):
            let clamped = min(max(number, range.lowerBound), range.upperBound)
            guard step > 0 else { return clamped }
            let stepped = range.lowerBound + ((clamped - range.lowerBound) / step).rounded() * step
            return stepped > range.upperBound ? stepped - step : stepped
        }
    }
}

extension SANEOption.Kind {
    fileprivate init?(_ type: SANE_Value_Type) {
        switch type {
        case SANE_TYPE_BOOL: self = .bool
        case SANE_TYPE_INT: self = .int
        case SANE_TYPE_FIXED: self = .fixed
        case SANE_TYPE_STRING: self = .string
        case SANE_TYPE_BUTTON: self = .button
        default: return nil
        }
    }
}

extension SANEOption.Constraint {
    fileprivate init(_ descriptor: SANE_Option_Descriptor, _ kind: SANEOption.Kind) {
        let number = { (word: SANE_Word) in kind == .fixed ? Double(word) / 65536 : Double(word) }
        self = .none
        switch descriptor.constraint_type {
        case SANE_CONSTRAINT_RANGE:
            guard let range = descriptor.constraint.range?.pointee, range.min <= range.max else { return }
            self = .range(number(range.min)...number(range.max), step: number(range.quant))
        case SANE_CONSTRAINT_WORD_LIST:
            guard let words = descriptor.constraint.word_list, words[0] > 0 else { return }
            self = .numbers((1...Int(words[0])).map { number(words[$0]) })
        case SANE_CONSTRAINT_STRING_LIST:
            guard let list = descriptor.constraint.string_list else { return }
            var strings: [String] = []
            while let string = list[strings.count] { strings.append(String(cString: string)) }
            self = .strings(strings)
        default: return
        }
    }
}

extension SANEOption {
    /// The option for the person who tunes a profile.
    func described(value: SANEValue?) -> ScannerOption {
        var result = ScannerOption(
            name: name, title: title, kind: kind.rawValue, unit: unitName, value: isSingle ? value?.text : nil,
            isSettable: isSettable)
        switch constraint {
        case .none: break
        case .strings(let strings): result.choices = strings
        case .numbers(let numbers): result.choices = numbers.map { SANEValue.number($0).text }
        case .range(let range, _):
            result.minimum = range.lowerBound
            result.maximum = range.upperBound
        }
        return result
    }

    private var unitName: String {
        switch unit {
        case SANE_UNIT_PIXEL: "px"
        case SANE_UNIT_BIT: "bit"
        case SANE_UNIT_MM: "mm"
        case SANE_UNIT_DPI: "dpi"
        case SANE_UNIT_PERCENT: "%"
        case SANE_UNIT_MICROSECOND: "µs"
        default: ""
        }
    }
}
