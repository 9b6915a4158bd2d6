import CSANE

/// The options of a folder scanner, in SANE's order; names and meanings are those of fujitsu's document scanners.
enum FeederOption: SANE_Int, CaseIterable {
    case count
    case scanGroup, source, mode, resolution, doubleFeedAction, doubleFeedThickness, brightness, contrast, autoLength
    case blankSkip, endorser, endorserString
    case areaGroup, pageWidth, pageHeight, left, top, right, bottom
    case sensorGroup, scanButton, pageLoaded, doubleFeed, coverOpen, counter
}

extension FeederOption {
    var descriptor: SANE_Option_Descriptor {
        switch self {
        case .count: number("", "Number of options", SANE_UNIT_NONE, SANE_CAP_SOFT_DETECT)
        case .scanGroup: group("Scan Mode")
        case .source: choice("source", "Scan source", FeederChoices.sources)
        case .mode: choice("mode", "Scan mode", FeederChoices.modes)
        case .resolution:
            ranged(number("resolution", "Scan resolution", SANE_UNIT_DPI, settable), FeederChoices.resolutions)
        case .doubleFeedAction: choice("df-action", "Action following double feed error", FeederChoices.actions)
        case .doubleFeedThickness: switchable("df-thickness", "Detect double feeds by thickness", settable)
        case .brightness:
            ranged(number("brightness", "Brightness", SANE_UNIT_NONE, settable), FeederChoices.levels)
        case .contrast: ranged(number("contrast", "Contrast", SANE_UNIT_NONE, settable), FeederChoices.levels)
        case .autoLength: switchable("ald", "Auto length detection", settable)
        case .blankSkip: ranged(fixedNumber("swskip", "Blank skip percentage"), FeederChoices.percents)
        case .endorser: switchable("endorser", "Endorser", settable)
        case .endorserString:
            described("endorser-string", "Endorser string", SANE_TYPE_STRING, size: 64, capabilities: settable)
        case .areaGroup: group("Geometry")
        case .pageWidth: length("page-width", "Page width")
        case .pageHeight: length("page-height", "Page height")
        case .left: length("tl-x", "Top-left x")
        case .top: length("tl-y", "Top-left y")
        case .right: length("br-x", "Bottom-right x")
        case .bottom: length("br-y", "Bottom-right y")
        case .sensorGroup: group("Sensors")
        case .scanButton: switchable("scan", "Scan button", sensor)
        case .pageLoaded: switchable("page-loaded", "Page loaded", sensor)
        case .doubleFeed: switchable("double-feed", "Double feed", sensor)
        case .coverOpen: switchable("cover-open", "Cover open", sensor)
        case .counter: number("counter", "Counter", SANE_UNIT_NONE, SANE_CAP_SOFT_DETECT)
        }
    }

    private var settable: SANE_Int { SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT }
    private var sensor: SANE_Int { SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT }

    private func group(_ title: StaticString) -> SANE_Option_Descriptor {
        described("", title, SANE_TYPE_GROUP, size: 0, capabilities: 0)
    }

    private func switchable(_ name: StaticString, _ title: StaticString, _ cap: SANE_Int) -> SANE_Option_Descriptor {
        described(name, title, SANE_TYPE_BOOL, size: wordSize, capabilities: cap)
    }

    private func number(
        _ name: StaticString, _ title: StaticString, _ unit: SANE_Unit, _ cap: SANE_Int
    ) -> SANE_Option_Descriptor {
        var result = described(name, title, SANE_TYPE_INT, size: wordSize, capabilities: cap)
        result.unit = unit
        return result
    }

    private func fixedNumber(_ name: StaticString, _ title: StaticString) -> SANE_Option_Descriptor {
        var result = described(name, title, SANE_TYPE_FIXED, size: wordSize, capabilities: settable)
        result.unit = SANE_UNIT_PERCENT
        return result
    }

    private func length(_ name: StaticString, _ title: StaticString) -> SANE_Option_Descriptor {
        var result = described(name, title, SANE_TYPE_FIXED, size: wordSize, capabilities: settable)
        result.unit = SANE_UNIT_MM
        return ranged(result, FeederChoices.lengths)
    }

    private func choice(
        _ name: StaticString, _ title: StaticString, _ choices: UnsafePointer<SANE_String_Const?>
    ) -> SANE_Option_Descriptor {
        var result = described(name, title, SANE_TYPE_STRING, size: FeederChoices.longest, capabilities: settable)
        result.constraint_type = SANE_CONSTRAINT_STRING_LIST
        result.constraint.string_list = choices
        return result
    }

    private func ranged(
        _ descriptor: SANE_Option_Descriptor, _ range: UnsafePointer<SANE_Range>
    ) -> SANE_Option_Descriptor {
        var result = descriptor
        result.constraint_type = SANE_CONSTRAINT_RANGE
        result.constraint.range = range
        return result
    }

    private func described(
        _ name: StaticString, _ title: StaticString, _ type: SANE_Value_Type, size: SANE_Int, capabilities: SANE_Int
    ) -> SANE_Option_Descriptor {
        var result = SANE_Option_Descriptor()
        result.name = text(name)
        result.title = text(title)
        result.desc = text(title)
        result.type = type
        result.size = size
        result.cap = capabilities
        return result
    }

    private var wordSize: SANE_Int { SANE_Int(MemoryLayout<SANE_Word>.size) }
}

/// The constraints; made once, never changed, never freed, as SANE programs keep their pointers.
private enum FeederChoices {
    nonisolated(unsafe) static let sources = list(["Flatbed", "ADF Front", "ADF Duplex"])
    nonisolated(unsafe) static let modes = list(["Lineart", "Gray", "Color"])
    nonisolated(unsafe) static let actions = list(["Default", "Continue", "Stop"])
    nonisolated(unsafe) static let resolutions = range(
        SANE_Word(FeederOptions.resolutions.lowerBound), SANE_Word(FeederOptions.resolutions.upperBound), step: 1)
    nonisolated(unsafe) static let levels = range(-127, 127, step: 1)
    nonisolated(unsafe) static let percents = range(0, fixed(100), step: 0)
    nonisolated(unsafe) static let lengths = range(0, fixed(FeederOptions.longestSide), step: 0)

    /// Bytes of the longest choice with its final zero, rounded up.
    static let longest: SANE_Int = 16

    private static func list(_ choices: [StaticString]) -> UnsafePointer<SANE_String_Const?> {
        let list = UnsafeMutablePointer<SANE_String_Const?>.allocate(capacity: choices.count + 1)
        list.initialize(repeating: nil, count: choices.count + 1)
        for (index, choice) in choices.enumerated() { list[index] = text(choice) }
        return UnsafePointer(list)
    }

    private static func range(_ low: SANE_Word, _ high: SANE_Word, step: SANE_Word) -> UnsafePointer<SANE_Range> {
        let range = UnsafeMutablePointer<SANE_Range>.allocate(capacity: 1)
        range.initialize(to: SANE_Range(min: low, max: high, quant: step))
        return UnsafePointer(range)
    }
}
