import CSANE
import CaptureModel

extension ControlPanel {
    /// Sets everything a profile asks for; the order is that of dependence, as the source decides what modes there are.
    ///
    /// Answers what the device lacks and the profile can do without.
    mutating func apply(_ settings: ScanSettings, _ quirks: DeviceQuirks) throws(FeedStop) -> [Finding] {
        try setSource(settings.source)
        try setMode(settings.mode)
        try setResolution(settings.resolution)
        if quirks.namesPaper { try setPaperName(settings) }
        var findings = try setPaper(settings)
        findings += try applyFeatures(settings)
        for name in settings.options.keys.sorted() { try setRaw(name, settings.options[name] ?? "") }
        return findings
    }

    /// A device without an option for it has one source only, and it is taken.
    private mutating func setSource(_ source: ScanSettings.Source) throws(FeedStop) {
        var namesSides = false
        if let option = options.settable(SANE_NAME_SCAN_SOURCE) {
            let exact = SourceChoice.name(of: source, among: option.strings)
            let simplex = source == .duplexFeeder ? SourceChoice.name(of: .feeder, among: option.strings) : nil
            guard let name = exact ?? simplex else { throw .refused(.lacks("source", source.rawValue)) }
            try put(option, .text(name))
            namesSides = exact != nil
        }
        let setsSides = try setSides(source)
        if source == .duplexFeeder, !namesSides, !setsSides { throw .refused(.lacks("source", source.rawValue)) }
    }

    /// Sets the option by which some devices tell simplex from duplex beside the source; false where there is none.
    ///
    /// It is called `adf-mode` by Epson's and `duplex` by Panasonic's and Canon's drivers.
    private mutating func setSides(_ source: ScanSettings.Source) throws(FeedStop) -> Bool {
        guard source != .flatbed, let option = options.settable("adf-mode", "duplex") else { return false }
        let wanted = source == .duplexFeeder ? "Duplex" : "Simplex"
        guard let value = option.kind == .bool ? .flag(source == .duplexFeeder) : option.parse(wanted) else {
            return false
        }
        try put(option, value)
        return true
    }

    /// Less than asked for is refused; more, as gray for bitonal, is taken.
    private mutating func setMode(_ mode: ColorMode) throws(FeedStop) {
        if let option = options.settable(SANE_NAME_SCAN_MODE) {
            let richer: [ColorMode] =
                switch mode {
                case .bitonal: [.bitonal, .gray, .color]
                case .gray: [.gray, .color]
                case .color: [.color]
                }
            let name = richer.lazy.compactMap { ModeChoice.name(of: $0, among: option.strings) }.first
            guard let name else { throw .refused(.lacks("mode", mode.rawValue)) }
            try put(option, .text(name))
        }
        if let depth = options.settable(SANE_NAME_BIT_DEPTH) {
            try put(depth, .number(depth.nearest(to: mode == .bitonal ? 1 : 8)))
        }
    }

    /// Less than asked for is refused, as the record would be poorer than the procedure says; more is taken.
    private mutating func setResolution(_ resolution: Int) throws(FeedStop) {
        var dots = Double(resolution)
        if let option = options.settable(SANE_NAME_SCAN_RESOLUTION) {
            guard let enough = option.smallest(atLeast: dots) else {
                throw .refused(.lacks("resolution", "\(resolution)"))
            }
            dots = enough
        }
        for name in [SANE_NAME_SCAN_RESOLUTION, SANE_NAME_SCAN_X_RESOLUTION, SANE_NAME_SCAN_Y_RESOLUTION] {
            try setNumber(name, dots)
        }
    }

    /// The page's size first: on document scanners the scan area counts inside it.
    private mutating func setPaper(_ settings: ScanSettings) throws(FeedStop) -> [Finding] {
        guard var paper = PaperSize(named: settings.paper) else { throw .refused(.unknownPaper(settings.paper)) }
        if settings.length == .long { paper.height = longestPage(atLeast: paper.height) }
        try setLength(SANE_NAME_PAGE_WIDTH, paper.width, settings.resolution)
        try setLength(SANE_NAME_PAGE_HEIGHT, paper.height, settings.resolution)
        try setNumber(SANE_NAME_SCAN_TL_X, 0)
        try setNumber(SANE_NAME_SCAN_TL_Y, 0)
        try setLength(SANE_NAME_SCAN_BR_X, paper.width, settings.resolution)
        try setLength(SANE_NAME_SCAN_BR_Y, paper.height, settings.resolution)
        return isNarrower(than: paper.width) ? [.paperCut] : []
    }

    /// On devices where paper has a name and lengths count only for `user_def`.
    private mutating func setPaperName(_ settings: ScanSettings) throws(FeedStop) {
        for (name, value) in [("feeder-mode", "continuous"), ("landscape", "no"), ("fit-to-page", "no")] {
            if let option = options.settable(name), let value = option.parse(value) { try put(option, value) }
        }
        guard let option = options.settable("paper-size") else { return }
        let name = settings.length == .long ? nil : option.parse(settings.paper)
        if let value = name ?? option.parse("user_def") { try put(option, value) }
    }

    private func longestPage(atLeast height: Length) -> Length {
        let limit = options.maxMillimeters(SANE_NAME_PAGE_HEIGHT, SANE_NAME_SCAN_BR_Y)
        return Length(millimeters: max(height.millimeters, limit ?? 0))
    }

    /// The scanner's glass ends before the paper does; 5 mm less are a margin that nobody prints on.
    private func isNarrower(than width: Length) -> Bool {
        options.maxMillimeters(SANE_NAME_SCAN_BR_X).map { $0 < width.millimeters - 5 } ?? false
    }

    /// An option the profile names itself must be there and take the value.
    private mutating func setRaw(_ name: String, _ text: String) throws(FeedStop) {
        guard let option = options.settable(name) else { throw .refused(.lacks(name, text)) }
        guard let value = option.parse(text) else { throw .refused(.lacks(name, text)) }
        try put(option, value)
    }

    private mutating func setLength(_ name: String, _ length: Length, _ resolution: Int) throws(FeedStop) {
        let isInPixels = options.first { $0.name == name }?.unit == SANE_UNIT_PIXEL
        try setNumber(name, isInPixels ? Double(length.pixels(at: resolution)) : length.millimeters)
    }

    private mutating func setNumber(_ name: String, _ number: Double) throws(FeedStop) {
        guard let option = options.settable(name), option.kind == .int || option.kind == .fixed else { return }
        try put(option, .number(option.nearest(to: number)))
    }

    mutating func put(_ option: SANEOption, _ value: SANEValue) throws(FeedStop) {
        do throws(ScannerFault) { try set(option, to: value) } catch { throw .fault(error) }
    }
}

extension Finding {
    fileprivate static let paperCut = Finding(
        "scanner-lacks-width",
        LocalizedText(
            de: "Der Scanner ist schmaler als das Papier; der Rand fehlt.",
            en: "The scanner is narrower than the paper; the edge is missing."))
}

extension CaptureError {
    /// The device has no such option, or not with this value.
    fileprivate static func lacks(_ option: String, _ value: String) -> CaptureError {
        CaptureError(
            .badProfile, "scanner-option",
            LocalizedText(
                de: "Der Scanner bietet „\(option): \(value)“ nicht an.",
                en: "The scanner does not offer “\(option): \(value)”."),
            remedy: LocalizedText(
                de: "Bitte die Scaneinstellungen des Erfassungsprofils ändern oder ein anderes Gerät wählen.",
                en: "Please change the scan settings of the capture profile or choose another device."))
    }

    fileprivate static func unknownPaper(_ name: String) -> CaptureError {
        CaptureError(
            .badProfile, "paper-unknown",
            LocalizedText(de: "Das Papierformat „\(name)“ ist unbekannt.", en: "The paper size “\(name)” is unknown."),
            remedy: LocalizedText(
                de: "Bitte im Erfassungsprofil ein Format wie a4 angeben.",
                en: "Please name a size such as a4 in the capture profile."))
    }
}
