// XML from outside, read into a small tree.
//
// Expat reads it. A document type may name files to be read in and words that grow without end, and neither invoices nor
// the sender's values have one: the parser stops where one begins. Size, depth and number of elements are bounded.

import CExpat
import Foundation

/// Takes the parser's events.
final class MarkupReader {
    /// Bytes; invoices with attached plans have some megabytes of them.
    private static let largest = 20 << 20
    private static let deepest = 40
    private static let mostElements = 200_000
    /// Bytes; longer texts are attachments and left out.
    private static let longestText = 10_000
    /// Between a namespace and a name; no character of XML.
    private static let separator: Character = "\u{1F}"

    private let parser: XML_Parser
    private var open: [MarkupElement] = []
    private var root: MarkupElement?
    private var count = 0

    /// The document's root; nil for what is no sound XML, has a document type or is more than an invoice needs.
    static func read(_ bytes: Data) -> MarkupElement? {
        guard bytes.count <= largest, let reader = MarkupReader() else { return nil }
        let isWhole = bytes.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            return XML_Parse(reader.parser, start, Int32(bytes.count), 1) == XML_STATUS_OK
        }
        return isWhole ? reader.root : nil
    }

    private init?() {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(Self.separator.asciiValue ?? 0)) else { return nil }
        self.parser = parser
        // Not retained: the parser is gone before its reader is.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { reader, name, attributes in MarkupReader.of(reader)?.begin(name, attributes) },
            { reader, _ in MarkupReader.of(reader)?.end() })
        XML_SetCharacterDataHandler(parser) { reader, text, length in
            MarkupReader.of(reader)?.add(text, Int(length))
        }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in MarkupReader.of(reader)?.stop() }
        XML_SetUnknownEncodingHandler(parser, { _, name, code in OneByteCode.tell(name, code) }, nil)
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ reader: UnsafeMutableRawPointer?) -> MarkupReader? {
        reader.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop() { _ = XML_StopParser(parser, XML_Bool(XML_FALSE)) }

    private func begin(_ name: UnsafePointer<XML_Char>?, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        count += 1
        guard open.count < Self.deepest, count <= Self.mostElements, let name, let pairs else { return stop() }
        var attributes: [String: String] = [:]
        var index = 0
        while let key = pairs[index], let value = pairs[index + 1] {
            attributes[Self.parts(key).name] = String(cString: value)
            index += 2
        }
        let (namespace, local) = Self.parts(name)
        open.append(MarkupElement(name: local, namespace: namespace, attributes: attributes))
    }

    private static func parts(_ name: UnsafePointer<XML_Char>) -> (namespace: String, name: String) {
        let name = String(cString: name)
        guard let end = name.lastIndex(of: separator) else { return ("", name) }
        return (String(name[..<end]), String(name[name.index(after: end)...]))
    }

    private func add(_ text: UnsafePointer<XML_Char>?, _ length: Int) {
        guard let text, let last = open.indices.last, open[last].text.utf8.count <= Self.longestText else { return }
        open[last].text += text.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    private func end() {
        guard var element = open.popLast() else { return stop() }
        element.text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if element.text.utf8.count > Self.longestText { element.text = "" }
        if let parent = open.indices.last { open[parent].children.append(element) } else { root = element }
    }
}

/// Codes of one byte a letter beyond those that expat knows: older German programs write them.
private enum OneByteCode {
    /// Tells expat what letter each byte is; 0 where the code is none of these.
    static func tell(_ name: UnsafePointer<XML_Char>?, _ code: UnsafeMutablePointer<XML_Encoding>?) -> Int32 {
        guard let name, let code else { return 0 }
        let isKnown = ["iso-8859-", "windows-125"].contains { String(cString: name).lowercased().hasPrefix($0) }
        guard isKnown, let converter = iconv_open("UTF-32LE", name), converter != iconv_t(bitPattern: -1) else {
            return 0
        }
        defer { iconv_close(converter) }
        withUnsafeMutableBytes(of: &code.pointee.map) { map in
            let letters = map.bindMemory(to: Int32.self)
            for byte in UInt8.min...UInt8.max { letters[Int(byte)] = letter(byte, converter) }
        }
        code.pointee.data = nil
        code.pointee.convert = nil
        code.pointee.release = nil
        return 1
    }

    /// The Unicode scalar; -1 where the byte is no letter.
    private static func letter(_ byte: UInt8, _ converter: iconv_t) -> Int32 {
        var source = CChar(bitPattern: byte)
        var letter: UInt32 = 0
        return withUnsafeMutablePointer(to: &source) { source in
            withUnsafeMutableBytes(of: &letter) { target in
                var (input, inputLeft): (UnsafeMutablePointer<CChar>?, Int) = (source, 1)
                var (output, outputLeft) = (target.bindMemory(to: CChar.self).baseAddress, target.count)
                let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return status == 0 && outputLeft == 0 ? Int32(bitPattern: target.load(as: UInt32.self)) : -1
            }
        }
    }
}
