import CGMime
import CaptureModel
import Foundation

/// The way through all parts of a message, and of messages in it.
struct MessageWalk: ~Copyable {
    /// Bytes of HTML that are looked through for the pictures they show.
    private static let mostMarkup = 1 << 20

    private let limits: MessageLimits
    private(set) var parts: [MessagePart] = []
    private(set) var findings: [Finding] = []
    /// Of the parts, by their index; they belong to the message.
    private var leaves: [UnsafeMutablePointer<GMimeObject>] = []
    private var count = 0
    private var markupLeft = Self.mostMarkup

    init(limits: MessageLimits) { self.limits = limits }

    mutating func visit(_ message: borrowing ParsedMessage) throws(CaptureError) {
        guard let root = message.root else { throw .messageDamaged() }
        try visit(root, depth: 0, messages: 0)
    }

    private mutating func visit(
        _ part: UnsafeMutablePointer<GMimeObject>, depth: Int, messages: Int
    ) throws(CaptureError) {
        count += 1
        guard count <= limits.parts, depth <= limits.depth, messages <= limits.messages else {
            throw .messageTooNested()
        }
        switch cgmime_kind(part) {
        case cgmime_multipart: try visitChildren(of: part, depth: depth, messages: messages)
        case cgmime_message:
            guard let inner = cgmime_inner(part), let root = g_mime_message_get_mime_part(inner) else { return }
            try visit(root, depth: depth + 1, messages: messages + 1)
        case cgmime_leaf: take(part)
        default: note(.partElsewhere)
        }
    }

    private mutating func visitChildren(
        of part: UnsafeMutablePointer<GMimeObject>, depth: Int, messages: Int
    ) throws(CaptureError) {
        switch Self.type(of: part) {
        case "multipart/encrypted": return note(.partEncrypted)
        // What was sent in vain comes back as such a report; it holds our own mail, and no letter to us.
        case "multipart/report": return note(.deliveryReport)
        default: break
        }
        for index in 0..<max(0, cgmime_count(part)) {
            guard let child = cgmime_child(part, index) else { continue }
            try visit(child, depth: depth + 1, messages: messages)
        }
    }

    private mutating func take(_ leaf: UnsafeMutablePointer<GMimeObject>) {
        let type = Self.type(of: leaf)
        switch type {
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            return note(Self.parameter("smime-type", of: leaf) == "signed-data" ? .partSealedIn : .partEncrypted)
        case "application/pgp-encrypted": return note(.partEncrypted)
        case "message/external-body": return note(.partElsewhere)
        default: break
        }
        let disposition = g_mime_object_get_disposition(leaf).map { String(cString: $0).lowercased() }
        let isAttachment = disposition == "attachment"
        let isMarkup = type == "text/html" && !isAttachment
        parts.append(
            MessagePart(
                index: leaves.count, type: type, name: PlainText.line(cgmime_file_name(leaf)),
                isAttachment: isAttachment,
                contentID: g_mime_object_get_content_id(leaf).map { String(cString: $0) },
                sizeInBytes: type.hasPrefix("image/") ? content(of: leaf).count : 0,
                markup: isMarkup ? markup(of: leaf) : ""))
        leaves.append(leaf)
    }

    private mutating func note(_ finding: Finding) {
        if !findings.contains(finding) { findings.append(finding) }
    }

    private static func type(of part: UnsafeMutablePointer<GMimeObject>) -> String {
        guard let type = g_mime_object_get_content_type(part), let media = g_mime_content_type_get_media_type(type),
            let subtype = g_mime_content_type_get_media_subtype(type)
        else { return "" }
        return (String(cString: media) + "/" + String(cString: subtype)).lowercased()
    }

    private static func parameter(_ name: String, of part: UnsafeMutablePointer<GMimeObject>) -> String? {
        g_mime_object_get_content_type(part).flatMap { g_mime_content_type_get_parameter($0, name) }
            .map { String(cString: $0).lowercased() }
    }

    // MARK: Content

    private mutating func markup(of leaf: UnsafeMutablePointer<GMimeObject>) -> String {
        let bytes = content(of: leaf).prefix(markupLeft)
        markupLeft -= bytes.count
        return String(decoding: bytes, as: UTF8.self)
    }

    private func content(of leaf: UnsafeMutablePointer<GMimeObject>) -> Data {
        guard let memory = g_mime_stream_mem_new() else { return Data() }
        defer { cgmime_free(memory) }
        guard cgmime_write(leaf, memory) >= 0 else { return Data() }
        var count = 0
        guard let bytes = cgmime_bytes(memory, &count) else { return Data() }
        return Data(bytes: bytes, count: count)
    }

    /// Bytes of what a part holds, decoded.
    func size(of part: MessagePart) -> Int { content(of: leaves[part.index]).count }

    /// Writes what a part holds, decoded; its size in bytes.
    ///
    /// No coding of mail makes a part larger than it is in the message, so the message's limit is the part's.
    func write(_ part: MessagePart, to file: String) throws(CaptureError) -> Int {
        guard let stream = g_mime_stream_fs_open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600, nil) else {
            throw .fault("g_mime_stream_fs_open", String(cString: strerror(errno)))
        }
        defer { cgmime_free(stream) }
        guard cgmime_write(leaves[part.index], stream) >= 0, g_mime_stream_flush(stream) == 0 else {
            throw .fault("g_mime_data_wrapper_write_to_stream", String(cString: strerror(errno)))
        }
        return Int(max(0, g_mime_stream_length(stream)))
    }
}
