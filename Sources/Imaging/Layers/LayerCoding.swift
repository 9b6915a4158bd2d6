/// How the layers of a page are coded.
package struct LayerCoding: Sendable, Hashable {
    /// Steps of the background: dots per inch, JPEG quality, and whether color is as fine as brightness.
    private static let backgrounds = [(100, 45, false), (100, 75, true), (150, 75, true), (200, 80, true)]
    /// Steps of the foreground: colors of the ink to an inch.
    private static let foregrounds = [25, 50, 100]

    private let background: Int
    private let foreground: Int

    /// What is tried first, and does for most pages.
    package static let coarsest = LayerCoding(background: 0, foreground: 0)
    /// The finest there is.
    package static let finest = LayerCoding(background: backgrounds.count - 1, foreground: foregrounds.count - 1)

    /// Dots per inch of the background.
    package var backgroundResolution: Int { Self.backgrounds[background].0 }
    /// JPEG quality of the background, 1...100.
    package var backgroundQuality: Int { Self.backgrounds[background].1 }
    package var hasFullColor: Bool { Self.backgrounds[background].2 }
    /// Colors of the ink to an inch.
    package var foregroundResolution: Int { Self.foregrounds[foreground] }

    /// The background has the resolution of a scan.
    package var isFine: Bool { backgroundResolution >= 200 }

    /// With the next finer background, for pencil, stamps over print, edges of highlighters and photos; nil after the
    /// finest.
    package var withFinerBackground: LayerCoding? {
        background + 1 < Self.backgrounds.count
            ? LayerCoding(background: background + 1, foreground: foreground) : nil
    }

    /// With the next finer foreground, where colors of ink run together; nil after the finest.
    package var withFinerForeground: LayerCoding? {
        foreground + 1 < Self.foregrounds.count
            ? LayerCoding(background: background, foreground: foreground + 1) : nil
    }
}
