import CSANE
import CaptureModel

extension ControlPanel {
    /// Sets what only some devices can do; what the profile wants and the device lacks is a finding, or a refusal where
    /// the profile requires it.
    mutating func applyFeatures(_ settings: ScanSettings) throws(FeedStop) -> [Finding] {
        let required = settings.required ?? []
        var lacking = try applySwitches(settings)
        if settings.length == .long, options.name(of: .longPaper) == nil { lacking.append(.longPaper) }
        for (feature, share) in settings.levels where try !setLevel(feature, share) { lacking.append(feature) }
        if let color = settings.dropout, try !setDropout(color) { lacking.append(.dropout) }
        if let text = settings.imprint, try !setImprint(text) { lacking.append(.imprint) }
        for sensor in [ScanFeature.pageSensor, .sheetCounter] where required.contains(sensor) {
            if options.name(of: sensor) == nil { lacking.append(sensor) }
        }
        try keepBlankPages()
        for feature in lacking where required.contains(feature) { throw .refused(.lacksFeature(feature)) }
        return lacking.map { Finding.lacking($0) }
    }

    /// Answers what the profile wants switched on and the device lacks.
    private mutating func applySwitches(_ settings: ScanSettings) throws(FeedStop) -> [ScanFeature] {
        var lacking: [ScanFeature] = []
        for (feature, isOn) in settings.switches {
            let isSet = try setSwitch(feature, isOn: isOn)
            if isOn, !isSet { lacking.append(feature) }
        }
        return lacking
    }

    /// False where the device lacks it, or does not let it be set now.
    private mutating func setSwitch(_ feature: ScanFeature, isOn: Bool) throws(FeedStop) -> Bool {
        var isSet = false
        for recipe in feature.recipes where options.has(recipe.option) && !isSet {
            for step in isOn ? recipe.on : recipe.off {
                guard let option = options.settable(step.option), let value = option.parse(firstOf: step.values) else {
                    continue
                }
                try put(option, value)
                isSet = isSet || step.option == recipe.option
            }
        }
        return isSet
    }

    private mutating func setLevel(_ feature: ScanFeature, _ share: Double) throws(FeedStop) -> Bool {
        guard let name = feature.valueOptions.first, let option = options.settable(name),
            let value = option.value(at: share)
        else { return false }
        try put(option, .number(value))
        return true
    }

    /// Front and back have options of their own on some devices; both leave the color out.
    private mutating func setDropout(_ color: DropoutColor) throws(FeedStop) -> Bool {
        var isSet = false
        for name in ScanFeature.dropout.valueOptions {
            guard let option = options.settable(name), let value = option.parse(color.rawValue) else { continue }
            try put(option, value)
            isSet = true
        }
        return isSet
    }

    /// The unit is switched on first, as its text can be set only then.
    private mutating func setImprint(_ text: String) throws(FeedStop) -> Bool {
        for unit in ["endorser", "post-imprinter", "pre-imprinter"] {
            guard let option = options.settable(unit), let value = option.parse("yes") ?? option.parse("On") else {
                continue
            }
            try put(option, value)
            for name in ScanFeature.imprint.valueOptions {
                guard let option = options.settable(name) else { continue }
                try put(option, .text(text))
                return true
            }
        }
        return false
    }

    /// Blank pages are marked, not dropped: a driver that leaves pages out would upset every count.
    private mutating func keepBlankPages() throws(FeedStop) {
        if let option = options.settable("swskip") { try put(option, .number(0)) }
    }
}

extension SANEOption {
    /// The first of the texts that means something for this option.
    fileprivate func parse(firstOf texts: [String]) -> SANEValue? {
        for text in texts {
            if let value = parse(text) { return value }
        }
        return nil
    }
}

extension ScanSettings {
    /// What is switched on or off; what is not named is left to the device.
    ///
    /// What the profile requires is switched on, whatever else it says.
    fileprivate var switches: [(ScanFeature, Bool)] {
        let required = required ?? []
        let actions = [
            (ScanFeature.doubleFeed, onDoubleFeed as DoubleFeedAction?), (.staples, onStaple), (.skew, onSkew),
        ]
        var switches = actions.compactMap { feature, action in
            let wanted = required.contains(feature) ? .stop : action
            return wanted.map { (feature, $0 == .stop) }
        }
        if length == .automatic || required.contains(.autoLength) { switches.append((.autoLength, true)) }
        return switches
    }

    /// Settings that are a share of what a device offers, 0...1.
    fileprivate var levels: [(ScanFeature, Double)] {
        [
            (.brightness, brightness.map { (Double($0) + 100) / 200 }),
            (.contrast, contrast.map { (Double($0) + 100) / 200 }), (.threshold, threshold.map { Double($0) / 100 }),
        ].compactMap { feature, share in share.map { (feature, $0) } }
    }
}

extension CaptureError {
    /// The profile requires something that the device does not have.
    fileprivate static func lacksFeature(_ feature: ScanFeature) -> CaptureError {
        CaptureError(
            .badProfile, "scanner-option",
            LocalizedText(
                de: "Das Erfassungsprofil verlangt: \(feature.title.de). Dieser Scanner bietet das nicht.",
                en: "The capture profile requires: \(feature.title.en). This scanner does not offer it."),
            remedy: LocalizedText(
                de: "Bitte ein anderes Gerät wählen oder scan.require im Erfassungsprofil ändern.",
                en: "Please choose another device or change scan.require in the capture profile."))
    }
}

extension Finding {
    fileprivate static func lacking(_ feature: ScanFeature) -> Finding {
        Finding(
            "scanner-lacks-\(feature.rawValue)",
            LocalizedText(
                de: "Der Scanner bietet nicht: \(feature.title.de). Es wurde ohne gescannt.",
                en: "The scanner does not offer: \(feature.title.en). It was scanned without."))
    }
}
