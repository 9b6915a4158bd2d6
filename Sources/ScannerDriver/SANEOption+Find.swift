import CSANE
import CaptureModel

/// What a device's options amount to; the device itself is not asked.
extension [SANEOption] {
    /// The option that can be set, the first of `names` that there is.
    func settable(_ names: String...) -> SANEOption? {
        for name in names {
            if let option = first(where: { $0.name == name && $0.isSettable && $0.isSingle }) { return option }
        }
        return nil
    }

    /// The option that can be read, the first of `names` that there is.
    func readable(_ names: [String]) -> SANEOption? {
        for name in names {
            if let option = first(where: { $0.name == name && $0.isActive && $0.isReadable }) { return option }
        }
        return nil
    }

    func has(_ name: String) -> Bool { contains { $0.name == name } }

    /// The largest value in millimeters of the first of `names` that tells one.
    func maxMillimeters(_ names: String...) -> Double? {
        for name in names {
            let option = first { $0.name == name && $0.unit == SANE_UNIT_MM }
            if let maximum = option?.maximum { return maximum }
        }
        return nil
    }

    /// SANE's name of the option that stands for the feature, now or once its source and mode are set; nil where the
    /// device lacks it.
    func name(of feature: ScanFeature) -> String? {
        switch feature {
        case .longPaper:
            return maxMillimeters(SANE_NAME_PAGE_HEIGHT, SANE_NAME_SCAN_BR_Y).flatMap { $0 > 420 ? "page-height" : nil }
        case .pageSensor, .sheetCounter: return readable(feature.valueOptions)?.name
        default: break
        }
        if let recipe = feature.recipes.first(where: { has($0.option) && canFollow($0) }) { return recipe.option }
        return feature.valueOptions.first { settable($0) != nil }
    }

    /// The recipe's own option can be set, or the one before it, which makes it settable.
    private func canFollow(_ recipe: FeatureRecipe) -> Bool {
        recipe.on.contains { settable($0.option) != nil && $0.option != "awd" }
    }

    /// Sensors that a hand moves, as far as they are no state of the paper way.
    var buttons: [SANEOption] {
        filter { option in
            option.isActive && option.isReadable && !option.isSettable && usualButtons.contains(option.name)
                && (option.kind == .bool || option.kind == .int)
        }
    }

    /// What the device can do, in the words of profiles.
    var capabilities: ScannerCapabilities {
        var result = ScannerCapabilities(
            sources: sources, modes: modes, resolutions: resolutions,
            features: ScanFeature.allCases.map { OfferedFeature($0, option: name(of: $0)) },
            buttons: buttons.map(\.name))
        result.maxWidthMillimeters = maxMillimeters(SANE_NAME_PAGE_WIDTH, SANE_NAME_SCAN_BR_X).map { Int($0) }
        result.maxLengthMillimeters = maxMillimeters(SANE_NAME_PAGE_HEIGHT, SANE_NAME_SCAN_BR_Y).map { Int($0) }
        return result
    }

    private var sources: [ScanSettings.Source] {
        let names = first { $0.name == SANE_NAME_SCAN_SOURCE }?.strings ?? []
        let hasSides = settable("adf-mode", "duplex") != nil
        return ScanSettings.Source.allCases.filter { source in
            if SourceChoice.name(of: source, among: names) != nil { return true }
            return source == .duplexFeeder ? hasSides : names.isEmpty && source == .feeder
        }
    }

    private var modes: [ColorMode] {
        let names = first { $0.name == SANE_NAME_SCAN_MODE }?.strings ?? []
        return [.bitonal, .gray, .color].filter { ModeChoice.name(of: $0, among: names) != nil }
    }

    private var resolutions: [Int] {
        first { $0.name == SANE_NAME_SCAN_RESOLUTION }?.limits.map { Int($0.rounded()) } ?? []
    }
}
