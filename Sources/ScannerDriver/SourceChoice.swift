package import CaptureModel

/// What the sources are called on a device.
///
/// SANE fixes the option's name, `source`, but not its values. The words below are those of the backends of SANE 1.2 and
/// of the drivers of Brother, Epson and HP, as `ADF Duplex`, `Automatic Document Feeder(left aligned,Duplex)`, `fb`.
package enum SourceChoice {
    /// The name of `source` among the names a device offers; nil where it offers nothing like it.
    package static func name(of source: ScanSettings.Source, among names: [String]) -> String? {
        switch source {
        case .flatbed: names.first(where: isFlatbed)
        case .duplexFeeder: names.first { isDuplex($0) && isWholeFeeder($0) }
        case .feeder:
            names.first { isSimplex($0) && $0.mentions(["front", "simplex"]) } ?? names.first(where: isSimplex)
        }
    }

    private static func isFlatbed(_ name: String) -> Bool {
        name.mentions(["flatbed", "flat bed", "platen", "document table"])
            || ["fb", "normal"].contains(name.lowercased())
    }

    private static func isDuplex(_ name: String) -> Bool {
        name.mentions(["duplex", "both sides", "double-sided", "two-sided", "2-sided"])
    }

    private static func isSimplex(_ name: String) -> Bool {
        name.mentions(["adf", "feeder", "simplex"]) && !isDuplex(name) && isWholeFeeder(name)
    }

    /// Not the back sides alone, and not the slot for cards.
    private static func isWholeFeeder(_ name: String) -> Bool { !name.mentions(["back", "rear", "card"]) }
}

/// What the modes are called on a device, told as by `SourceChoice`.
package enum ModeChoice {
    /// The name of `mode` among the names a device offers; nil where it offers nothing like it.
    package static func name(of mode: ColorMode, among names: [String]) -> String? {
        let usual = usualNames(of: mode)
        if let name = usual.lazy.compactMap({ word in names.first { $0.lowercased() == word } }).first { return name }
        return names.first { $0.mentions(words(of: mode)) && !$0.mentions(unwanted(in: mode)) }
    }

    /// Best first.
    private static func usualNames(of mode: ColorMode) -> [String] {
        switch mode {
        case .color: ["color", "colour", "24bit color", "24-bit color", "rgb"]
        case .gray: ["gray", "grayscale", "grey", "greyscale", "true gray", "8bit gray", "8-bit gray"]
        case .bitonal: ["lineart", "black & white", "black and white", "binary", "monochrome", "mono", "b/w"]
        }
    }

    private static func words(of mode: ColorMode) -> [String] {
        switch mode {
        case .color: ["color", "colour"]
        case .gray: ["gray", "grey"]
        case .bitonal: ["lineart", "black", "binary", "mono"]
        }
    }

    private static func unwanted(in mode: ColorMode) -> [String] {
        let dots = ["halftone", "diffusion", "dither"]
        return mode == .color ? dots + ["lineart", "dropout"] : dots + ["color", "colour"]
    }
}

extension String {
    fileprivate func mentions(_ words: [String]) -> Bool {
        let name = lowercased()
        return words.contains { name.contains($0) }
    }
}
