package import CaptureModel

/// The size of paper, upright.
package struct PaperSize: Sendable, Hashable {
    package var width: Length
    package var height: Length

    /// By name, as `a4`, whatever the case; nil where no such paper is known.
    ///
    /// A and B sizes are those of ISO 216, letter and legal those of ANSI Y14.1.
    package init?(named name: String) {
        let sizes: [String: (Double, Double)] = [
            "a3": (297, 420), "a4": (210, 297), "a5": (148, 210), "a6": (105, 148), "b4": (250, 353), "b5": (176, 250),
            "letter": (215.9, 279.4), "legal": (215.9, 355.6),
        ]
        guard let size = sizes[name.lowercased()] else { return nil }
        width = Length(millimeters: size.0)
        height = Length(millimeters: size.1)
    }
}
