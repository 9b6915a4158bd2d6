// Cross-references as a stream (ISO 32000-1, 7.5.8): for each object three numbers, its kind, its offset or the stream it
// is packed in, and its index there. Before they are compressed each row is taken from the one above it (PNG's predictor
// "up"), so that rows in sequence become alike.

/// Where an object is in the file.
enum ObjectPlace: Hashable {
    /// The head of the list of free objects.
    case free
    /// A number was given out for it.
    case unwritten
    case at(Int)
    case packed(stream: ObjectNumber, index: Int)
}

/// The rows for all objects of a file.
struct CrossReferences {
    private let places: [ObjectPlace]
    /// Bytes that the largest offset needs.
    private let width: Int

    init(_ places: [ObjectPlace]) {
        self.places = places
        let largest = places.map { Self.fields($0).place }.max() ?? 0
        width = max(1, (Int.bitWidth - largest.leadingZeroBitCount + 7) / 8)
    }

    /// The entries of the stream's dictionary, after its size.
    var entries: String {
        "/W [ 1 \(width) 1 ] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns \(width + 2) >>"
    }

    /// The rows as the predictor leaves them, not yet compressed.
    var bytes: [UInt8] {
        var above = [UInt8](repeating: 0, count: width + 2)
        var result: [UInt8] = []
        for place in places {
            let row = row(place)
            result.append(2)  // the filter "up"
            result += zip(row, above).map { $0 &- $1 }
            above = row
        }
        return result
    }

    private func row(_ place: ObjectPlace) -> [UInt8] {
        let (kind, place, index) = Self.fields(place)
        return [kind] + (0..<width).reversed().map { UInt8(truncatingIfNeeded: place >> (8 * $0)) } + [index]
    }

    private static func fields(_ place: ObjectPlace) -> (kind: UInt8, place: Int, index: UInt8) {
        switch place {
        case .free, .unwritten: (0, 0, 255)
        case .at(let offset): (1, offset, 0)
        case .packed(let stream, let index): (2, stream.value, UInt8(index))
        }
    }
}
