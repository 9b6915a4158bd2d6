// Words as features: lower case, without accents, with letters that readers take for each other made one.
//
// "Kündigung", "KUNDIGUNG" and "Kiindigung" should meet. Numbers keep their shape alone: dates, amounts and references
// tell a type by where they stand, never by their value, and citizens' numbers have no place in a model.

/// Cuts a read word into folded pieces.
enum WordFold {
    /// The pieces of letters and digits in `text`; punctuation parts them, a section sign is a piece of its own.
    static func pieces(of text: String) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = folded(scalar)
            if let bytes, bytes != [section] {
                piece += bytes
            } else {
                end(&piece, &pieces)
                if bytes != nil { pieces.append([section]) }
            }
        }
        end(&piece, &pieces)
        return pieces
    }

    /// The word's last mark is a hyphen: it may go on in the next line.
    static func isBroken(_ text: String) -> Bool {
        guard text.unicodeScalars.count > 2, let last = text.unicodeScalars.last else { return false }
        return last.properties.isDash || last == "¬" || last.value == 0xAD
    }

    private static let section = UInt8(ascii: "$")
    private static let zero = UInt8(ascii: "0")
    private static let shapeLength = 6

    private static func end(_ piece: inout [UInt8], _ pieces: inout [[UInt8]]) {
        defer { piece = [] }
        guard !piece.isEmpty else { return }
        let letters = piece.count { $0 > 0x39 }
        if letters * 2 < piece.count || letters == 0 {
            pieces.append(piece.prefix(shapeLength).map { $0 > 0x39 ? $0 : zero })
        } else if piece.count > 1 {
            pieces.append(likened(piece))
        }
    }

    /// Letters that look alike made one: `l`, `1` and `i`; `o` and `0`; `s` and `5`; `b` and `8`; `m` and `rn`.
    private static func likened(_ piece: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in piece {
            let byte = alike[Int(byte)]
            if byte == UInt8(ascii: "n"), result.last == UInt8(ascii: "r") {
                result[result.count - 1] = UInt8(ascii: "m")
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static let alike: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        switch Unicode.Scalar(byte) {
        case "l", "1", "j": UInt8(ascii: "i")
        case "0": UInt8(ascii: "o")
        case "5": UInt8(ascii: "s")
        case "8": UInt8(ascii: "b")
        default: byte
        }
    }

    /// nil for what parts words.
    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar {
        case "a"..."z", "0"..."9": [UInt8(truncatingIfNeeded: scalar.value)]
        case "A"..."Z": [UInt8(truncatingIfNeeded: scalar.value) + 32]
        case "|": [UInt8(ascii: "i")]
        case "§": [section]
        case "€": Array("eur".utf8)
        case "ß", "ẞ": Array("ss".utf8)
        case "À"..."Å", "à"..."å": [UInt8(ascii: "a")]
        case "È"..."Ë", "è"..."ë": [UInt8(ascii: "e")]
        case "Ì"..."Ï", "ì"..."ï": [UInt8(ascii: "i")]
        case "Ò"..."Ö", "ò"..."ö": [UInt8(ascii: "o")]
        case "Ù"..."Ü", "ù"..."ü": [UInt8(ascii: "u")]
        case "Ç", "ç": [UInt8(ascii: "c")]
        case "Ñ", "ñ": [UInt8(ascii: "n")]
        default: nil
        }
    }
}
