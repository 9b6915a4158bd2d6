import CGMime
import CaptureModel
import Foundation

/// A message that GMime has read; its parts live as long as it does.
struct ParsedMessage: ~Copyable {
    private let stream: UnsafeMutablePointer<GMimeStream>
    private let message: UnsafeMutablePointer<GMimeMessage>

    init(_ path: String) throws(CaptureError) {
        guard let stream = g_mime_stream_fs_open(path, O_RDONLY | O_CLOEXEC, 0, nil) else {
            throw .fault("g_mime_stream_fs_open", String(cString: strerror(errno)))
        }
        try self.init(owning: stream)
    }

    init(bytes: Data) throws(CaptureError) {
        let stream = bytes.withUnsafeBytes { buffer in
            g_mime_stream_mem_new_with_buffer(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        guard let stream else { throw .fault("g_mime_stream_mem_new_with_buffer") }
        try self.init(owning: stream)
    }

    private init(owning stream: UnsafeMutablePointer<GMimeStream>) throws(CaptureError) {
        guard let message = cgmime_parse(stream) else {
            cgmime_free(stream)
            throw .messageDamaged()
        }
        (self.stream, self.message) = (stream, message)
    }

    deinit {
        cgmime_free(message)
        cgmime_free(stream)
    }

    /// The whole of it; nil where the message has a head alone.
    var root: UnsafeMutablePointer<GMimeObject>? { g_mime_message_get_mime_part(message) }

    var subject: String? { PlainText.line(g_mime_message_get_subject(message)) }

    /// The address of the first sender, without the name.
    var sender: String? { PlainText.line(cgmime_sender(message)) }

    var sent: Date? {
        g_mime_message_get_date(message).map { Date(timeIntervalSince1970: Double(g_date_time_to_unix($0))) }
    }
}

/// Text from a message's head, fit to be shown.
enum PlainText {
    private static let longest = 300

    /// In one line without control signs, not too long; nil where nothing is left.
    static func line(_ text: UnsafePointer<CChar>?) -> String? {
        guard let text else { return nil }
        let scalars = String(cString: text).precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
                ? " " : scalar
        }
        var line = ""
        line.unicodeScalars.append(contentsOf: scalars.prefix(longest))
        line = line.split(separator: " ").joined(separator: " ")
        return line.isEmpty ? nil : line
    }
}
