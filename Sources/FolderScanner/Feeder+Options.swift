import CSANE
import Glibc

extension Feeder {
    /// Writes the option's value to `value`, which has the size its descriptor names.
    func get(_ option: FeederOption, _ value: UnsafeMutableRawPointer?) -> SANE_Status {
        guard let value else { return SANE_STATUS_INVAL }
        switch option {
        case .source: put(options.source.rawValue, value)
        case .mode: put(options.mode.rawValue, value)
        case .doubleFeedAction: put(options.doubleFeedAction.rawValue, value)
        case .count: put(SANE_Word(FeederOption.allCases.count), value)
        case .resolution: put(options.resolution, value)
        case .doubleFeedThickness: put(options.watchesThickness, value)
        case .pageWidth, .pageHeight, .left, .top, .right, .bottom: put(options.lengths[option] ?? 0, value)
        case .brightness: put(options.brightness, value)
        case .contrast: put(options.contrast, value)
        case .autoLength: put(options.endsWithPaper, value)
        case .blankSkip: put(options.blankSkip, value)
        case .endorser: put(options.isEndorsing, value)
        case .endorserString: put(options.endorsement.text, value)
        case .scanButton: put(takeButtonPress(), value)
        case .pageLoaded: put(feelPaper(), value)
        case .counter: put(sheetsFed, value)
        case .doubleFeed: put(lastFault == .doubleFeed, value)
        case .coverOpen: put(lastFault == .coverOpen, value)
        case .scanGroup, .areaGroup, .sensorGroup: return SANE_STATUS_INVAL
        }
        return SANE_STATUS_GOOD
    }

    /// Takes the option's value; numbers out of range become the nearest in it, and `info` says so.
    func set(
        _ option: FeederOption, _ value: UnsafeMutableRawPointer?, _ info: UnsafeMutablePointer<SANE_Int>?
    ) -> SANE_Status {
        guard let value else { return SANE_STATUS_INVAL }
        var changes = SANE_INFO_RELOAD_PARAMS
        switch option {
        case .source:
            guard let source = FeederOptions.Source(rawValue: string(value)) else { return SANE_STATUS_INVAL }
            options.source = source
        case .mode:
            guard let mode = FeederOptions.Mode(rawValue: string(value)) else { return SANE_STATUS_INVAL }
            options.mode = mode
        case .doubleFeedAction:
            guard let action = FeederOptions.DoubleFeedAction(rawValue: string(value)) else { return SANE_STATUS_INVAL }
            options.doubleFeedAction = action
            changes = SANE_INFO_RELOAD_OPTIONS
        case .doubleFeedThickness:
            guard options.doubleFeedAction != .deviceDefault else { return SANE_STATUS_INVAL }
            options.watchesThickness = word(value) != SANE_FALSE
            changes = 0
        case .resolution:
            let range = FeederOptions.resolutions
            options.resolution = min(max(word(value), SANE_Word(range.lowerBound)), SANE_Word(range.upperBound))
            if options.resolution != word(value) { changes |= SANE_INFO_INEXACT }
        case .pageWidth, .pageHeight, .left, .top, .right, .bottom:
            let length = min(max(word(value), 0), fixed(FeederOptions.longestSide))
            options.lengths[option] = length
            if length != word(value) { changes |= SANE_INFO_INEXACT }
        case .brightness, .contrast:
            let level = min(max(word(value), -127), 127)
            if option == .brightness { options.brightness = level } else { options.contrast = level }
            changes = level == word(value) ? 0 : SANE_INFO_INEXACT
        case .autoLength: options.endsWithPaper = word(value) != SANE_FALSE
        case .blankSkip: options.blankSkip = word(value)
        case .endorser: options.isEndorsing = word(value) != SANE_FALSE
        case .endorserString: options.endorsement.text = string(value)
        default: return SANE_STATUS_INVAL
        }
        info?.pointee = changes
        return SANE_STATUS_GOOD
    }

    /// The scan button: a file `scan` in the folder presses it, reading the sensor lets it go.
    private func takeButtonPress() -> Bool { unlink(folder + "/scan") == 0 }

    private func put(_ word: SANE_Word, _ value: UnsafeMutableRawPointer) {
        value.storeBytes(of: word, as: SANE_Word.self)
    }

    private func put(_ flag: Bool, _ value: UnsafeMutableRawPointer) {
        put(flag ? SANE_TRUE : SANE_FALSE, value)
    }

    private func put(_ string: String, _ value: UnsafeMutableRawPointer) {
        strcpy(value.assumingMemoryBound(to: CChar.self), string)
    }

    private func word(_ value: UnsafeMutableRawPointer) -> SANE_Word { value.load(as: SANE_Word.self) }

    private func string(_ value: UnsafeMutableRawPointer) -> String {
        String(cString: value.assumingMemoryBound(to: CChar.self))
    }
}
