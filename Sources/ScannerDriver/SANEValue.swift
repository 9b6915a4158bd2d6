import CSANE

/// The value of an option.
enum SANEValue: Equatable {
    case flag(Bool)
    /// Of whole and of fixed point options alike.
    case number(Double)
    case text(String)
    /// A button was pressed.
    case press

    /// As it stands in a profile: `yes`, `300`, `215.9`, `ADF Duplex`.
    var text: String {
        switch self {
        case .flag(let flag): flag ? "yes" : "no"
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .text(let text): text
        case .press: ""
        }
    }
}

extension SANEOption {
    /// The value a profile's text means for this option, nil where it means none.
    func parse(_ text: String) -> SANEValue? {
        switch kind {
        case .button: return .press
        case .bool:
            switch text.lowercased() {
            case "yes", "true", "on", "1": return .flag(true)
            case "no", "false", "off", "0": return .flag(false)
            default: return nil
            }
        case .int, .fixed:
            guard let number = Double(text), number.isFinite, abs(number) < 32768 || kind == .int else { return nil }
            return .number(nearest(to: number))
        case .string:
            if strings.isEmpty { return .text(text) }
            let match = strings.first { $0 == text } ?? strings.first { $0.lowercased() == text.lowercased() }
            return match.map { .text($0) }
        }
    }

    /// Room for the value as C holds it; the caller frees it.
    func makeBuffer() -> UnsafeMutableRawBufferPointer {
        let wordSize = MemoryLayout<SANE_Word>.size
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(sizeInBytes, wordSize), alignment: MemoryLayout<SANE_Word>.alignment)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        return buffer
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> SANEValue {
        let word = buffer.load(as: SANE_Word.self)
        switch kind {
        case .bool: return .flag(word != SANE_FALSE)
        case .int: return .number(Double(word))
        case .fixed: return .number(Double(word) / 65536)
        case .string: return .text(String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self))
        case .button: return .press
        }
    }

    /// A text that is longer than the option's room is cut, always with a final zero.
    func write(_ value: SANEValue, to buffer: UnsafeMutableRawBufferPointer) {
        switch value {
        case .flag(let flag): buffer.storeBytes(of: flag ? SANE_TRUE : SANE_FALSE, as: SANE_Word.self)
        case .number(let number):
            let scaled = (kind == .fixed ? number * 65536 : number).rounded()
            buffer.storeBytes(of: SANE_Word(clamping: Int(scaled)), as: SANE_Word.self)
        case .text(let text): buffer.copyBytes(from: text.utf8.prefix(buffer.count - 1))
        case .press: break
        }
    }
}
