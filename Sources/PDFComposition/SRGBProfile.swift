// The color profile of the output intent.
//
// A matrix profile for sRGB after the ICC specification 2.4 (ICC.1:2001-04), which every PDF/A reader knows: primaries
// and white of IEC 61966-2-1, adapted to D50 by the Bradford transform, and the curve sampled at the 256 values that an
// 8-bit component can have, so that it is exact for our images. Built here to have no file of foreign licence.

import Foundation

/// The ICC profile that tells what the numbers of `DeviceRGB` and `DeviceGray` mean.
enum SRGBProfile {
    static let name = "sRGB IEC61966-2.1"

    static let profile: [UInt8] = {
        let curve = toneCurve
        // The three curves share one element.
        let tags: [(name: StaticString, element: Int)] = [
            ("desc", 0), ("cprt", 1), ("wtpt", 2), ("rXYZ", 3), ("gXYZ", 4), ("bXYZ", 5), ("rTRC", 6), ("gTRC", 6),
            ("bTRC", 6),
        ]
        let elements = [
            description, copyright, xyz(0.9642, 1, 0.8249), xyz(0.436075, 0.222504, 0.013932),
            xyz(0.385065, 0.716879, 0.097105), xyz(0.143080, 0.060617, 0.714173), curve,
        ]
        return assembled(tags, elements)
    }()

    private static func assembled(_ tags: [(name: StaticString, element: Int)], _ elements: [[UInt8]]) -> [UInt8] {
        let start = 128 + 4 + 12 * tags.count
        var body = BigEndian()
        var places: [(offset: Int, size: Int)] = []
        for element in elements {
            places.append((start + body.bytes.count, element.count))
            body.add(element)
            body.pad(toMultipleOf: 4)
        }
        var table = BigEndian()
        table.add(UInt32(tags.count))
        for tag in tags {
            table.add(tag.name)
            table.add(UInt32(places[tag.element].offset), UInt32(places[tag.element].size))
        }
        return header(size: start + body.bytes.count) + table.bytes + body.bytes
    }

    private static func header(size: Int) -> [UInt8] {
        var header = BigEndian()
        header.add(UInt32(size), 0, 0x0240_0000)  // size, no preferred module, version 2.4
        for tag: StaticString in ["mntr", "RGB ", "XYZ "] { header.add(tag) }  // display, its space, connection space
        header.add(UInt16(2026), 1, 1, 0, 0, 0)  // a fixed date, so that the bytes never change
        header.add("acsp")
        header.add(UInt32(0), 0, 0, 0, 0, 0)  // platform, flags, maker, model, attributes (8 bytes)
        header.add(UInt32(0))  // perceptual intent
        header.add(fixed(0.9642), fixed(1), fixed(0.8249))  // D50, the illuminant of the connection space
        header.add([UInt8](repeating: 0, count: 128 - header.bytes.count))
        return header.bytes
    }

    /// A `textDescriptionType`: ASCII, then an empty Unicode and an empty ScriptCode form.
    private static var description: [UInt8] {
        let text = Array(name.utf8) + [0]
        var element = BigEndian()
        element.add("desc")
        element.add(UInt32(0), UInt32(text.count))
        element.add(text)
        element.add([UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67))
        return element.bytes
    }

    private static var copyright: [UInt8] {
        var element = BigEndian()
        element.add("text")
        element.add(UInt32(0))
        element.add(Array("No copyright, use freely".utf8) + [0])
        return element.bytes
    }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        var element = BigEndian()
        element.add("XYZ ")
        element.add(UInt32(0))
        element.add(fixed(x), fixed(y), fixed(z))
        return element.bytes
    }

    /// IEC 61966-2-1, 5.2: linear below 0.04045, a power of 2.4 above.
    private static var toneCurve: [UInt8] {
        var element = BigEndian()
        element.add("curv")
        element.add(UInt32(0), 256)
        for step in 0..<256 {
            let value = Double(step) / 255
            let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            element.add(UInt16((linear * 65_535).rounded()))
        }
        return element.bytes
    }

    /// A number with 16 bits behind the point.
    private static func fixed(_ value: Double) -> Int32 { Int32((value * 65_536).rounded()) }
}
