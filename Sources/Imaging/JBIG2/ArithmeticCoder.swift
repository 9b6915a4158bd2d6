// The MQ coder of ITU-T T.88 (JBIG2), annex E: codes bits by how probable they were in like surroundings so far. It adapts
// as it goes, so nothing but the bits is handed over. Names of registers are those of the standard.

/// Codes bits, each in a context.
struct ArithmeticCoder {
    /// A row of table E.1: the interval of the less probable bit, the rows that follow each, and whether the bits change
    /// roles.
    private struct Estimate {
        let qe: UInt32
        let moreProbable: UInt8
        let lessProbable: UInt8
        let changesRoles: Bool

        init(_ qe: UInt32, _ moreProbable: UInt8, _ lessProbable: UInt8, _ changesRoles: Bool = false) {
            self.qe = qe
            self.moreProbable = moreProbable
            self.lessProbable = lessProbable
            self.changesRoles = changesRoles
        }
    }

    private static let estimates: [Estimate] = [
        .init(0x5601, 1, 1, true), .init(0x3401, 2, 6), .init(0x1801, 3, 9), .init(0x0AC1, 4, 12), .init(0x0521, 5, 29),
        .init(0x0221, 38, 33), .init(0x5601, 7, 6, true), .init(0x5401, 8, 14), .init(0x4801, 9, 14),
        .init(0x3801, 10, 14), .init(0x3001, 11, 17), .init(0x2401, 12, 18), .init(0x1C01, 13, 20),
        .init(0x1601, 29, 21), .init(0x5601, 15, 14, true), .init(0x5401, 16, 14), .init(0x5101, 17, 15),
        .init(0x4801, 18, 16), .init(0x3801, 19, 17), .init(0x3401, 20, 18), .init(0x3001, 21, 19),
        .init(0x2801, 22, 19), .init(0x2401, 23, 20), .init(0x2201, 24, 21), .init(0x1C01, 25, 22),
        .init(0x1801, 26, 23), .init(0x1601, 27, 24), .init(0x1401, 28, 25), .init(0x1201, 29, 26),
        .init(0x1101, 30, 27), .init(0x0AC1, 31, 28), .init(0x09C1, 32, 29), .init(0x08A1, 33, 30),
        .init(0x0521, 34, 31), .init(0x0441, 35, 32), .init(0x02A1, 36, 33), .init(0x0221, 37, 34),
        .init(0x0141, 38, 35), .init(0x0111, 39, 36), .init(0x0085, 40, 37), .init(0x0049, 41, 38),
        .init(0x0025, 42, 39), .init(0x0015, 43, 40), .init(0x0009, 44, 41), .init(0x0005, 45, 42),
        .init(0x0001, 45, 43), .init(0x5601, 46, 46),
    ]

    private var a: UInt32 = 0x8000
    private var c: UInt32 = 0
    private var ct = 12
    /// The first byte is none: a carry may reach the byte before the last one only.
    private var bytes: [UInt8] = [0]
    /// By context: twice the row of the table, plus the more probable bit.
    private var states: [UInt8]

    init(contexts: Int) { states = [UInt8](repeating: 0, count: contexts) }

    /// Codes a bit, 0 or 1 (ENCODE).
    mutating func encode(_ bit: UInt8, _ context: Int) {
        let state = states[context]
        let estimate = Self.estimates[Int(state >> 1)]
        a &-= estimate.qe
        if bit == state & 1 {
            guard a & 0x8000 == 0 else {
                c &+= estimate.qe
                return
            }
            if a < estimate.qe { a = estimate.qe } else { c &+= estimate.qe }
            states[context] = estimate.moreProbable << 1 | bit
        } else {
            if a < estimate.qe { c &+= estimate.qe } else { a = estimate.qe }
            let probable = estimate.changesRoles ? bit : state & 1
            states[context] = estimate.lessProbable << 1 | probable
        }
        renormalize()
    }

    /// The coded bytes with their end mark (FLUSH).
    mutating func finish() -> [UInt8] {
        let end = c &+ a
        c |= 0xFFFF
        if c >= end { c &-= 0x8000 }
        c <<= UInt32(ct)
        putByte()
        c <<= UInt32(ct)
        putByte()
        if bytes.last != 0xFF { bytes.append(0xFF) }
        bytes.append(0xAC)
        return Array(bytes.dropFirst())
    }

    /// RENORME.
    private mutating func renormalize() {
        repeat {
            a <<= 1
            c <<= 1
            ct -= 1
            if ct == 0 { putByte() }
        } while a & 0x8000 == 0
    }

    /// BYTEOUT: after a byte of all ones only seven bits follow, so that no carry runs through it.
    private mutating func putByte() {
        let last = bytes.count - 1
        if bytes[last] != 0xFF, c >= 0x800_0000 {
            bytes[last] += 1
            if bytes[last] == 0xFF { c &= 0x7FF_FFFF }
        }
        if bytes[last] == 0xFF {
            bytes.append(UInt8(truncatingIfNeeded: c >> 20))
            c &= 0xF_FFFF
            ct = 7
        } else {
            bytes.append(UInt8(truncatingIfNeeded: c >> 19))
            c &= 0x7_FFFF
            ct = 8
        }
    }
}
