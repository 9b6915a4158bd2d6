import Foundation

/// A rectangle on a page image: pixels of the record image, origin top left.
///
/// Written as `[x, y, width, height]`.
package struct Box: Sendable, Hashable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var right: Int { x + width }
    package var bottom: Int { y + height }

    /// Whether all of `other` lies inside.
    package func contains(_ other: Box) -> Bool { union(other) == self }

    /// The smallest box around both.
    package func union(_ other: Box) -> Box {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return Box(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
    }
}

extension Box: Codable {
    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        x = try values.decode(Int.self)
        y = try values.decode(Int.self)
        width = try values.decode(Int.self)
        height = try values.decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        for value in [x, y, width, height] { try values.encode(value) }
    }
}

/// A turn clockwise by a multiple of 90 degrees; the raw value is degrees.
package enum QuarterTurn: Int, Sendable, Codable, CaseIterable {
    case none = 0
    case right = 90
    case half = 180
    case left = 270
}

/// A length on paper.
package struct Length: Sendable, Hashable, Codable {
    package var millimeters: Double

    package init(millimeters: Double) { self.millimeters = millimeters }

    /// The nearest whole number of pixels at `resolution` dots per inch; 1 inch is 25.4 mm by definition.
    package func pixels(at resolution: Int) -> Int { Int((millimeters / 25.4 * Double(resolution)).rounded()) }
}

/// How sure the machine is, from 0 (a guess) to 1 (certain).
package struct Confidence: Sendable, Hashable, Comparable {
    package let value: Double

    /// Values outside 0...1 are clamped.
    package init(_ value: Double) { self.value = value.isFinite ? min(max(value, 0), 1) : 0 }

    package static let certain = Confidence(1)
    package static let none = Confidence(0)

    package static func < (left: Confidence, right: Confidence) -> Bool { left.value < right.value }
}

extension Confidence: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Double.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
