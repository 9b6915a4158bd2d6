// A PDF file written from front to back.
//
// Streams are written as they come; all other objects are gathered and written some hundreds at a time, compressed
// together (object streams, ISO 32000-1, 7.5.7), and the cross-references are a stream as well (7.5.8): the tags of a page
// take a quarter of the bytes. Nothing is kept but the place of each object, so a document of a thousand pages needs the
// memory of one. Objects may be numbered before they are written; every number given out must be written before `finish`.

import CaptureModel
import Foundation

/// The file behind a document being written, object by object.
struct PDFFile: ~Copyable {
    private let file: Int32
    private var pending: [UInt8] = []
    private var written = 0
    /// By object number, from 0, the head of the list of free ones.
    private var places = [ObjectPlace.free]
    private var packed = PackedObjects()
    /// Where the cross-references begin; 0 until `finish` has written them.
    private(set) var crossReferenceOffset = 0

    /// Bytes gathered before the system is asked to write them.
    private static let chunk = 1 << 16

    /// Creates or empties the file at `path`.
    init(path: String) throws(CaptureError) {
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .composing("open") }
        pending.reserveCapacity(2 * Self.chunk)
        // Four bytes above 127 tell transfer programs that the file is binary (ISO 19005-2, 6.1.2).
        try put("%PDF-1.7\n%")
        try put([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// A number for an object that is written later.
    mutating func reserve() -> ObjectNumber {
        places.append(.unwritten)
        return ObjectNumber(value: places.count - 1)
    }

    /// Writes an object that is no stream.
    mutating func write(_ body: String, as number: ObjectNumber) throws(CaptureError) {
        packed.add(body, as: number)
        // Its place in the file is told when they are written.
        if packed.isFull { try writePacked() }
    }

    mutating func add(_ body: String) throws(CaptureError) -> ObjectNumber {
        let number = reserve()
        try write(body, as: number)
        return number
    }

    /// Writes a stream; `entries` are those of its dictionary without `/Length`.
    mutating func write(_ entries: String, stream: [UInt8], as number: ObjectNumber) throws(CaptureError) {
        try beginStream(entries, length: stream.count, number)
        try put(stream)
        try put("\nendstream\nendobj\n")
    }

    mutating func add(_ entries: String, stream: [UInt8]) throws(CaptureError) -> ObjectNumber {
        let number = reserve()
        try write(entries, stream: stream, as: number)
        return number
    }

    /// Writes a stream compressed by Flate.
    mutating func add(_ entries: String, deflating stream: [UInt8]) throws(CaptureError) -> ObjectNumber {
        try add(entries + " /Filter /FlateDecode", stream: try Deflate.compressed(stream))
    }

    /// Writes a stream whose bytes are those of a file, unchanged, read in pieces.
    mutating func add(_ entries: String, contentsOf source: borrowing SourceFile) throws(CaptureError) -> ObjectNumber {
        let number = reserve()
        try beginStream(entries, length: source.sizeInBytes, number)
        var offset = 0
        while offset < source.sizeInBytes {
            let piece = try source.bytes(at: offset, count: min(Self.chunk, source.sizeInBytes - offset))
            try put(piece)
            offset += piece.count
        }
        try put("\nendstream\nendobj\n")
        return number
    }

    /// Writes what is left and the cross-references; answers the size of the file in bytes.
    mutating func finish(root: ObjectNumber, identifier: String) throws(CaptureError) -> Int {
        try writePacked()
        let number = reserve()
        crossReferenceOffset = position
        places[number.value] = .at(position)
        if let missing = places.firstIndex(of: .unwritten) {
            throw .fault("PDFFile.finish", "object \(missing) was never written")
        }
        let table = CrossReferences(places)
        try write(
            "/Type /XRef /Size \(places.count) /Root \(root) /ID [ <\(identifier)> <\(identifier)> ] \(table.entries)",
            stream: try Deflate.compressed(table.bytes), as: number)
        try put("startxref\n\(crossReferenceOffset)\n%%EOF\n")
        try flush()
        return written
    }

    /// Numbers given out, 0 among them.
    var objectCount: Int { places.count }

    /// Adds a revision to a finished file; answers the size of the file in bytes.
    mutating func append(revision bytes: [UInt8]) throws(CaptureError) -> Int {
        try put(bytes)
        try flush()
        return written
    }

    deinit { close(file) }

    private var position: Int { written + pending.count }

    private mutating func writePacked() throws(CaptureError) {
        guard !packed.numbers.isEmpty else { return }
        let full = packed
        packed = PackedObjects()
        let stream = try add(full.entries, deflating: full.bytes)
        for (index, number) in full.numbers.enumerated() {
            places[number.value] = .packed(stream: stream, index: index)
        }
    }

    private mutating func beginStream(_ entries: String, length: Int, _ number: ObjectNumber) throws(CaptureError) {
        places[number.value] = .at(position)
        try put("\(number.value) 0 obj\n<< \(entries) /Length \(length) >>\nstream\n")
    }

    private mutating func put(_ text: String) throws(CaptureError) { try put(Array(text.utf8)) }

    private mutating func put(_ bytes: [UInt8]) throws(CaptureError) {
        pending += bytes
        if pending.count >= Self.chunk { try flush() }
    }

    private mutating func flush() throws(CaptureError) {
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .composing("write") }
            done += count
        }
        written += done
        pending.removeAll(keepingCapacity: true)
    }
}

extension CaptureError {
    /// The PDF could not be written; `errno` tells why.
    static func composing(_ call: String) -> CaptureError {
        let cause = "\(call): \(String(cString: strerror(errno)))"
        return errno == ENOSPC || errno == EDQUOT ? .diskFull(cause) : .fault("PDFComposer.compose", cause)
    }
}
