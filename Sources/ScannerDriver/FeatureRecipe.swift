// By which options drivers switch what document scanners can do.
//
// SANE fixes few names. The ones below, their values and what they mean were taken from the option tables of the drivers
// of sane-backends 1.2 (fujitsu, canon_dr, kvs20xx, kvs40xx, epsonds, pixma) and of sane-airscan 0.99; the names of our
// own virtual scanner are fujitsu's.

import CaptureModel

/// One driver's way of switching a feature.
struct FeatureRecipe {
    struct Step {
        let option: String
        /// The first that the option takes counts.
        let values: [String]
    }

    /// The option without which the device does not have the feature.
    let option: String
    /// In order; an option that the device lacks is passed over, unless it is `option`.
    let on: [Step]
    let off: [Step]

    init(_ option: String, on: KeyValuePairs<String, [String]>, off: KeyValuePairs<String, [String]> = [:]) {
        self.option = option
        self.on = on.map { Step(option: $0.key, values: $0.value) }
        self.off = off.map { Step(option: $0.key, values: $0.value) }
    }

    /// A switch that stands alone.
    init(flag option: String) { self.init(option, on: [option: ["yes"]], off: [option: ["no"]]) }
}

extension ScanFeature {
    /// The ways of the drivers; a device has at most one of them.
    var recipes: [FeatureRecipe] {
        switch self {
        case .doubleFeed: Self.doubleFeedRecipes
        case .staples:
            [
                FeatureRecipe(
                    "staple-detect", on: ["staple-detect": ["On"]], off: ["staple-detect": ["Off", "Default"]]),
                FeatureRecipe(flag: "stapledetect"),
                FeatureRecipe(
                    "stapeled_doc", on: ["stapeled_doc": ["Normal mode"]], off: ["stapeled_doc": ["No detection"]]),
            ]
        case .skew:
            [
                FeatureRecipe(
                    "df-skew", on: ["df-action": ["Stop"], "df-skew": ["yes"]], off: ["df-skew": ["no"]]),
                FeatureRecipe(flag: "stop-skew"),
            ]
        case .autoLength:
            [
                FeatureRecipe("ald", on: ["ald": ["yes"], "awd": ["yes"]], off: ["ald": ["no"], "awd": ["no"]]),
                FeatureRecipe(flag: "length-control"), FeatureRecipe(flag: "hwcrop"), FeatureRecipe(flag: "adf-crp"),
            ]
        case .longPaper, .brightness, .contrast, .threshold, .dropout, .imprint, .pageSensor, .sheetCounter: []
        }
    }

    /// Two sheets at once are told by thickness only: by length the feeder stops at every receipt.
    ///
    /// fujitsu devices offer the detection only once there is an action; `dfstop` of the kvs drivers means the contrary
    /// of its name, "do not stop after double feed detection".
    private static let doubleFeedRecipes = [
        FeatureRecipe(
            "df-thickness", on: ["df-action": ["Stop"], "df-thickness": ["yes"]],
            off: ["df-action": ["Continue"], "df-thickness": ["no"]]),
        FeatureRecipe("dfeed", on: ["dfeed": ["yes"], "dfstop": ["no"]], off: ["dfeed": ["no"]]),
    ]

    /// Options that hold the feature's value, the front of a sheet first.
    var valueOptions: [String] {
        switch self {
        case .brightness: ["brightness"]
        case .contrast: ["contrast"]
        case .threshold: ["threshold"]
        case .dropout: ["dropoutcolor", "dropout-front", "dropout-back", "lamp-color"]
        case .imprint: ["endorser-string", "post-imprint-string", "pre-imprint-string"]
        case .pageSensor: ["page-loaded", "adf-loaded", "adf-status"]
        case .sheetCounter: ["counter"]
        default: []
        }
    }
}

/// Buttons of the drivers; others of the same kind are told by their kind: a sensor that a hand moves.
let usualButtons = ["scan", "email", "start", "stop", "button-1", "button-2", "button-3", "copy", "file", "pdf"]
