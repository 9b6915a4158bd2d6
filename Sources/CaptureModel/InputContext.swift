/// What came with a file besides its content.
package struct InputContext: Sendable, Hashable, Codable {
    /// Values that the place says where the file was put, as `office` by the name of a sub-folder; the place is ours.
    package var place: [String: String]
    /// The file with the sender's values (Begleitdatei), relative to the batch folder; nil where none came.
    package var sidecar: String?
    /// Index values that the sender's system gave in the sidecar; nil before it was read.
    ///
    /// Data from outside: candidates for the fields of the same name, never trusted.
    package var values: [String: String]?
    /// The file is a whole e-mail message, whose attachments are files of their own; nil for every other file.
    package var message: MailFacts?
    /// Number of the message it was attached to; nil where it came by itself.
    package var attachedTo: Int?

    package init(
        place: [String: String] = [:], sidecar: String? = nil, values: [String: String]? = nil,
        message: MailFacts? = nil
    ) {
        self.place = place
        self.sidecar = sidecar
        self.values = values
        self.message = message
    }
}
