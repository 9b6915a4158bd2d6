// All journals of a state folder, read as one: the lines of all commits in the order of the audit trail.
//
// A line that no commit followed shares its number with the line of the commit that came instead; the chain of hashes tells
// which of the two counts.

import CaptureModel
import DurableFiles
import Foundation

struct JournalArchive {
    /// Where a line stands and what it is chained by.
    private struct Place {
        var file: Int
        var range: Range<Int>
        var entry: AuditEntry
    }

    /// Absolute paths.
    let files: [String]
    /// Lines that do not agree with their sum, by file; the last line of a file may be torn by a power cut.
    private(set) var damagedLines: [String: Int] = [:]
    private(set) var tornEnds: [String] = []
    private var places: [Place] = []

    /// - Parameter last: the newest event that a catalog knows; lines of later commits are left out, and of those with its
    ///   number all but its own. nil takes all.
    init(_ folder: StateFolder, upTo last: AuditEntry? = nil) throws(CaptureError) {
        files = Self.journals(in: folder)
        var candidates: [Int: [Place]] = [:]
        for (number, file) in files.enumerated() {
            for place in try places(in: file, number: number) where place.entry.isKnown(to: last) {
                candidates[place.entry.number, default: []].append(place)
            }
        }
        places = Self.chain(candidates)
    }

    var count: Int { places.count }

    /// The first number that no line has, from 1; nil where none is missing.
    var firstGap: Int? {
        let numbers = Set(places.map(\.entry.number))
        return numbers.max().flatMap { last in (1...max(1, last)).first { !numbers.contains($0) } }
    }

    /// The newest event.
    var head: AuditEntry? { places.last?.entry }

    /// Gives the lines in order.
    func forEach(_ body: (JournalLine) throws -> Void) throws {
        var open: (file: Int, bytes: Data)?
        for place in places {
            if open?.file != place.file { open = (place.file, try Self.bytes(files[place.file])) }
            guard let bytes = open?.bytes, place.range.upperBound <= bytes.count,
                let line = Self.line(bytes[place.range])
            else { throw CaptureError.fault("the journals", "a line changed while it was read") }
            try body(line)
        }
    }

    /// The newest event that a journal tells, from its last whole line.
    static func head(of file: String) throws(CaptureError) -> AuditEntry? {
        if let event = lastEvent(in: try bytes(file, last: 1 << 18)) { return event }
        return lastEvent(in: try bytes(file))
    }

    private static func lastEvent(in bytes: Data) -> AuditEntry? {
        bytes.split(separator: UInt8(ascii: "\n")).suffix(2).reversed().lazy.compactMap { line($0)?.audit }.first
    }

    /// The end of a file, at most `count` bytes.
    private static func bytes(_ file: String, last count: Int) throws(CaptureError) -> Data {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let size = try handle.seekToEnd()
            try handle.seek(toOffset: size - min(size, UInt64(count)))
            return try handle.readToEnd() ?? Data()
        } catch {
            throw .storage("read")
        }
    }

    private mutating func places(in file: String, number: Int) throws(CaptureError) -> [Place] {
        var places: [Place] = []
        let bytes = try Self.bytes(file)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if let entry = Self.line(bytes[start..<end])?.audit {
                places.append(Place(file: number, range: start..<end, entry: entry))
            } else if end == bytes.count {
                tornEnds.append(file)
            } else if end > start {
                damagedLines[file, default: 0] += 1
            }
            start = end + 1
        }
        return places
    }

    /// One line a number: of several, the one that the next number's line follows.
    ///
    /// Nothing follows the last number: its lines all count, in the order of their time. Each says what was durable when it
    /// was written, and what was done about the same batch afterwards stands later in the same journal.
    private static func chain(_ candidates: [Int: [Place]]) -> [Place] {
        let numbers = candidates.keys.sorted(by: >)
        guard let last = numbers.first else { return [] }
        // A commit that failed and was tried again within the second has the same event, hash and all: the later line of
        // the two is the one that came, here and below.
        var chosen = (candidates[last] ?? []).sorted {
            ($0.entry.at, $0.range.lowerBound) > ($1.entry.at, $1.range.lowerBound)
        }
        var next = chosen
        for number in numbers.dropFirst() {
            let places = candidates[number] ?? []
            let followed = places.last { place in next.contains { $0.entry.follows(place.entry.hash) } }
            guard let place = followed ?? places.last else { continue }
            chosen.append(place)
            next = [place]
        }
        return chosen.reversed()
    }

    private static func line(_ bytes: Data) -> JournalLine? {
        JournalLine(text: Substring(String(decoding: bytes, as: UTF8.self)))
    }

    private static func bytes(_ file: String) throws(CaptureError) -> Data {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw .storage("read") }
        return bytes
    }

    private static func journals(in folder: StateFolder) -> [String] {
        var found = [folder.journal, folder.profiles + "/journal.jsonl"]
        for batch in batchFolders(in: folder) { found.append(batch + "/journal.jsonl") }
        return found.filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// The folders of all batches, oldest first.
    static func batchFolders(in folder: StateFolder) -> [String] {
        var found = [folder.path + "/batches"]
        for _ in ["year", "month", "day", "batch"] {
            found = found.flatMap { path in
                ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().map { path + "/" + $0 }
            }
        }
        return found
    }
}

extension AuditEntry {
    /// Whether a catalog whose newest event is `last` has this one; nil knows all.
    func isKnown(to last: AuditEntry?) -> Bool {
        guard let last else { return true }
        return number < last.number || (number == last.number && hash == last.hash)
    }
}
