import CaptureModel
import Foundation

/// A register as it lies in a CSV file: UTF-8, `;` or `,`, a row of column names first, the key in the first column.
struct RegisterFile {
    let register: Register
    /// Columns beside the key, in order.
    let columns: [String]
    let problems: [ProfileProblem]

    /// `file` is the name problems are told with.
    init(_ text: String, name: String, file: String) {
        var rows = CSV.rows(text)
        var notes = Notes(file: file)
        let header = rows.isEmpty ? nil : rows.removeFirst()
        let titles = header?.cells ?? []
        if titles.isEmpty || !titles.allSatisfy(Self.isColumnName) || Set(titles).count < titles.count {
            notes.note(header?.line ?? 1, .badHeader)
        }
        columns = Array(titles.dropFirst())
        var entries: [String: Register.Entry] = [:]
        for row in rows {
            guard row.cells.count == titles.count else {
                notes.note(row.line, .wrongCount(row.cells.count, titles.count))
                continue
            }
            let key = Register.normalizedKey(row.cells[0])
            if key.isEmpty || entries[key] != nil { notes.note(row.line, key.isEmpty ? .noKey : .sameKey) }
            entries[key] = Register.Entry(
                value: row.cells[0],
                columns: Dictionary(uniqueKeysWithValues: zip(columns, row.cells.dropFirst()), or: [:]))
        }
        register = Register(name: name, entries: entries)
        problems = notes.problems
    }

    /// Columns are named in routes and folders as `field.column`.
    static func isColumnName(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private struct Notes {
        let file: String
        var problems: [ProfileProblem] = []

        /// More of them help nobody.
        private static let most = 20

        mutating func note(_ line: Int, _ message: LocalizedText) {
            guard problems.count < Self.most else { return }
            problems.append(ProfileProblem(file: file, line: line, column: 1, message: message, remedy: .correctRow))
        }
    }
}

/// Comma separated values as RFC 4180 has them, with `;` where the first line has more of those.
enum CSV {
    struct Row: Equatable {
        /// Of the row's first character, from 1.
        let line: Int
        var cells: [String]
    }

    /// Rows that are not empty; cells without the space around them.
    static func rows(_ text: String) -> [Row] {
        let text = text.replacing("\r\n", with: "\n")
        let first = text.prefix { $0 != "\n" }
        let separator: Character = first.count { $0 == ";" } >= first.count { $0 == "," } ? ";" : ","
        var scan = Scan(separator: separator)
        for character in text { scan.take(character) }
        scan.endRow()
        return scan.rows
    }

    private struct Scan {
        let separator: Character
        private(set) var rows: [Row] = []
        private var cells: [String] = []
        private var cell = ""
        private var isQuoted = false
        private var line = 1
        private var firstLine = 1

        init(separator: Character) { self.separator = separator }

        mutating func take(_ character: Character) {
            if character == "\n" { line += 1 }
            switch character {
            case "\"":
                // A doubled quote inside quotes closes and opens again; the quote itself is kept then.
                if !isQuoted, !cell.isEmpty { cell.append("\"") }
                isQuoted.toggle()
            case "\n" where !isQuoted: endRow()
            case separator where !isQuoted: endCell()
            default: cell.append(character)
            }
        }

        private mutating func endCell() {
            cells.append(cell.trimmingCharacters(in: .whitespaces))
            cell = ""
        }

        mutating func endRow() {
            endCell()
            if cells != [""] { rows.append(Row(line: firstLine, cells: cells)) }
            cells = []
            isQuoted = false
            firstLine = line
        }
    }
}

extension Dictionary {
    /// Built from unique keys, `fallback` where they are not: the header's fault was noted already.
    fileprivate init(uniqueKeysWithValues pairs: some Sequence<(Key, Value)>, or fallback: [Key: Value]) {
        self = fallback
        for (key, value) in pairs { self[key] = value }
    }
}

extension LocalizedText {
    fileprivate static let badHeader = LocalizedText(
        de: "Die erste Zeile muss verschiedene Spaltennamen aus Buchstaben und Ziffern haben.",
        en: "The first row must hold different column names of letters and digits.")
    fileprivate static let noKey = LocalizedText(de: "Der Schlüssel fehlt.", en: "The key is missing.")
    fileprivate static let sameKey = LocalizedText(
        de: "Diesen Schlüssel gibt es schon.", en: "This key is there already.")
    fileprivate static let correctRow = LocalizedText(
        de: "Bitte die Zeile in der Tabelle berichtigen.", en: "Please correct the row in the table.")

    fileprivate static func wrongCount(_ found: Int, _ expected: Int) -> LocalizedText {
        LocalizedText(
            de: "Die Zeile hat \(found) Spalten statt \(expected).",
            en: "The row has \(found) columns instead of \(expected).")
    }
}
