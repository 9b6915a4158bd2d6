import CaptureModel
import Foundation

/// What a service answered to one key: entries by normalized key, none where it knows nothing.
struct RegisterAnswer: Sendable {
    let entries: [String: Register.Entry]

    static let nothing = RegisterAnswer(entries: [:])

    /// More rows mean that the service answers another question than ours.
    private static let mostRows = 100

    private init(entries: [String: Register.Entry]) { self.entries = entries }

    /// An object is one row, a list has several; nil where it is neither, a row has no key, or two have the same.
    init?(_ json: Data, source: RegisterSource) {
        let decoder = JSONDecoder()
        let rows: [[String: Cell]]
        if let list = try? decoder.decode([[String: Cell]].self, from: json) {
            rows = list
        } else if let row = try? decoder.decode([String: Cell].self, from: json) {
            rows = row.isEmpty ? [] : [row]
        } else {
            return nil
        }
        guard rows.count <= Self.mostRows else { return nil }
        var entries: [String: Register.Entry] = [:]
        for row in rows {
            let key = row[source.key]?.text ?? ""
            let normalized = Register.normalizedKey(key)
            guard !normalized.isEmpty, entries[normalized] == nil else { return nil }
            entries[normalized] = Register.Entry(
                value: key, columns: source.columns.mapValues { row[$0]?.text ?? "" })
        }
        self.entries = entries
    }

    /// A member of a row as text; lists and objects have none.
    private struct Cell: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            guard let value = try? decoder.singleValueContainer() else {
                text = ""
                return
            }
            if let string = try? value.decode(String.self) {
                text = string.trimmingCharacters(in: .whitespacesAndNewlines)
            } else if let flag = try? value.decode(Bool.self) {
                text = String(flag)
            } else if let number = try? value.decode(Int64.self) {
                text = String(number)
            } else if let number = try? value.decode(Double.self) {
                text = String(number)
            } else {
                text = ""
            }
        }
    }
}
