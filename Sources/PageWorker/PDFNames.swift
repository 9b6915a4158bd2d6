// Which names a PDF's objects hold: of actions, media, signatures.
//
// The bytes of the file do not tell: most objects of today's files lie in compressed streams, and a name may be written
// with numbers for its letters. qpdf tells every object as JSON, names in their plain form and streams without their data.

import CaptureModel
import Foundation

/// The names that matter to us among those in the objects of a PDF.
struct PDFNames {
    /// A name of actions, media or signatures.
    enum Name: String, CaseIterable {
        case javaScript = "JavaScript"
        case script = "JS"
        case launch = "Launch"
        case submitForm = "SubmitForm"
        case importData = "ImportData"
        case richMedia = "RichMedia"
        case movie = "Movie"
        case sound = "Sound"
        case rendition = "Rendition"
        case threeDimensional = "3D"
        case byteRange = "ByteRange"
    }

    private let found: Set<Name>

    /// A file that qpdf cannot read is searched as it is: what is told then is less, never wrong.
    init(of input: PDFInput) throws(CaptureError) {
        let arguments = ["--json=2", "--json-key=qpdf", "--json-stream-data=none", input.path]
        let outcome = try input.tool.run(.qpdf, arguments)
        // 3 means that it had to repair something.
        let isTold = [0, 3].contains(outcome.status)
        guard let text = try? MappedFile(path: isTold ? outcome.outputFile : input.path) else {
            found = []
            return
        }
        found = Self.names(in: text.bytes, isJSON: isTold)
    }

    /// Whether one of these names stands in any object.
    func hold(_ names: Name...) -> Bool { !found.isDisjoint(with: names) }

    private static func names(in bytes: UnsafeRawBufferPointer, isJSON: Bool) -> Set<Name> {
        guard let start = bytes.baseAddress else { return [] }
        var found: Set<Name> = []
        var offset = 0
        while let slash = memchr(start + offset, Int32(UInt8(ascii: "/")), bytes.count - offset) {
            offset = start.distance(to: slash) + 1
            // A text of that name has a mark of its kind between quote and slash.
            if isJSON, offset < 2 || bytes[offset - 2] != UInt8(ascii: "\"") { continue }
            for name in Name.allCases where stands(name.rawValue, at: offset, in: bytes) { found.insert(name) }
        }
        return found
    }

    /// Whether the name is all that stands there, and not the beginning of a longer one.
    private static func stands(_ name: String, at offset: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        let end = offset + name.utf8.count
        guard end < bytes.count, bytes[offset..<end].elementsEqual(name.utf8) else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) && !isLetter(bytes[end])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
