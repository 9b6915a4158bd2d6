// Files inside a document (ISO 19005-3, 6.8; ISO 32000-1, 7.11): an EmbeddedFile stream with size, date and checksum, a
// file specification that says how the file is related to the document, the catalog's `/AF` and the tree of names.

import CaptureModel
import Cryptography

/// The files attached to a document so far.
struct AttachedFiles {
    private var files: [(name: String, specification: ObjectNumber)] = []

    /// Files this large and larger are copied as they are; small ones are text that shrinks to a third.
    private static let largestCompressed = 1 << 20

    var isEmpty: Bool { files.isEmpty }

    /// Writes a file into the document; `path` is where it lies now.
    mutating func add(
        _ attachment: CompositionAttachment, at path: String, to file: inout PDFFile
    ) throws(CaptureError) {
        let stream = try Self.stream(attachment, path, in: &file)
        let name = unique(Self.safe(attachment.name))
        let text = PDFSyntax.text(name)
        let specification = try file.add(
            """
            << /Type /Filespec /F \(text) /UF \(text) /Desc \(PDFSyntax.text(attachment.description)) \
            /AFRelationship /\(attachment.relationship.rawValue) /EF << /F \(stream) /UF \(stream) >> >>
            """)
        files.append((name, specification))
    }

    /// The entries of the catalog; empty where nothing is attached.
    var catalogEntries: String {
        guard !files.isEmpty else { return "" }
        let associated = files.map(\.specification.description).joined(separator: " ")
        let sorted = files.sorted { PDFSyntax.key($0.name).lexicographicallyPrecedes(PDFSyntax.key($1.name)) }
        let names = sorted.map { "\(PDFSyntax.text($0.name)) \($0.specification)" }.joined(separator: " ")
        return " /AF [ \(associated) ] /Names << /EmbeddedFiles << /Names [ \(names) ] >> >>"
    }

    private static func stream(
        _ attachment: CompositionAttachment, _ path: String, in file: inout PDFFile
    ) throws(CaptureError) -> ObjectNumber {
        let source = try SourceFile(path: path)
        var parameters = "/Size \(source.sizeInBytes)"
        if let date = PDFSyntax.date(attachment.modified) { parameters += " /ModDate \(date)" }
        if let sum = try checksum(source) { parameters += " /CheckSum <\(sum)>" }
        let entries =
            "/Type /EmbeddedFile /Subtype \(PDFSyntax.name(attachment.mediaType)) /Params << \(parameters) >>"
        guard source.sizeInBytes > 0 else { return try file.add(entries, stream: []) }
        guard source.sizeInBytes < largestCompressed, attachment.mediaType.hasPrefix("text/") else {
            return try file.add(entries, contentsOf: source)
        }
        return try file.add(entries, deflating: try source.bytes(at: 0, count: source.sizeInBytes))
    }

    /// In 32 hexadecimal digits; read in pieces, as the file is written.
    private static func checksum(_ source: borrowing SourceFile) throws(CaptureError) -> String? {
        guard var sum = MD5() else { return nil }
        var offset = 0
        while offset < source.sizeInBytes {
            let piece = try source.bytes(at: offset, count: min(1 << 16, source.sizeInBytes - offset))
            sum.update(piece)
            offset += piece.count
        }
        return sum.finish().map { PDFSyntax.hex($0, digits: 2) }.joined()
    }

    /// The last component of a name from outside, without what no name needs.
    ///
    /// That is control characters and those that turn the direction of reading.
    private static func safe(_ name: String) -> String {
        let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        let text = String(String.UnicodeScalarView(kept)).trimmingPrefix { $0 == "." || $0 == " " }
        guard text.count > 120 else { return text.isEmpty ? "datei" : String(text) }
        // What stands at the end tells programs what the file is.
        return String(text.prefix(100) + text.suffix(20))
    }

    /// Readers find files by their names, so no two may have the same.
    private func unique(_ name: String) -> String {
        var result = name
        var number = 2
        while files.contains(where: { $0.name == result }) {
            result = "\(number)-\(name)"
            number += 1
        }
        return result
    }
}

extension PDFSyntax {
    /// The bytes of a text string, by which trees of names are ordered.
    static func key(_ string: String) -> [UInt8] {
        let isText = text(string).hasPrefix("(")
        guard !isText else { return Array(string.utf8) }
        return [0xFE, 0xFF] + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    /// A name; characters that may not stand in one as they are become their numbers (ISO 32000-1, 7.3.5).
    static func name(_ string: String) -> String {
        "/"
            + string.utf8.map { byte in
                let isRegular = (0x21...0x7E).contains(byte) && !"#()<>[]{}/%".utf8.contains(byte)
                return isRegular ? String(UnicodeScalar(byte)) : "#" + hex(byte, digits: 2)
            }.joined()
    }

    /// A date (ISO 32000-1, 7.9.4) from `2026-02-03T08:15:00+01:00`, `...Z` at its end; nil for anything else.
    static func date(_ iso: String) -> String? {
        let text = Array(iso.utf8)
        guard text.count >= 20, text[10] == UInt8(ascii: "T") else { return nil }
        let digits = text[..<19].filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.count == 14 else { return nil }
        let time = "D:" + String(decoding: digits, as: UTF8.self)
        let zone = String(decoding: text[19...], as: UTF8.self)
        if zone == "Z" { return "(\(time)Z)" }
        let parts = zone.dropFirst().split(separator: ":")
        guard let sign = zone.first, "+-".contains(sign), parts.count == 2, parts.allSatisfy({ Int($0) != nil }) else {
            return nil
        }
        return "(\(time)\(sign)\(parts[0])'\(parts[1])')"
    }
}
