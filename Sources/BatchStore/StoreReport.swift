package import CaptureModel

/// What a look at the store found.
package struct StoreReport: Sendable, Codable {
    /// Something that is not as it should be.
    package struct Problem: Sendable, Hashable, Codable {
        /// A stable name, as `row-damaged`.
        package var kind: String
        /// Id, number or path below the state folder: never a name from the mail.
        package var object: String
        package var message: LocalizedText
    }

    /// How many batches, rows, files and events were looked at, by kind.
    package var counts: [String: Int] = [:]
    package var problems: [Problem] = []
    /// Things worth knowing that harm nothing, as ends of lines that a power cut tore.
    package var notes: [Problem] = []

    package var isWhole: Bool { problems.isEmpty }

    mutating func add(_ kind: String, _ object: String, _ message: LocalizedText) {
        problems.append(Problem(kind: kind, object: object, message: message))
    }

    mutating func note(_ kind: String, _ object: String, _ message: LocalizedText) {
        notes.append(Problem(kind: kind, object: object, message: message))
    }
}

/// Is told how far a long look at the store is: done and in all.
package typealias StoreProgress = @Sendable (_ done: Int, _ total: Int) -> Void
