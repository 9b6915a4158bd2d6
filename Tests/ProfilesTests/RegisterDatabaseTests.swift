import CaptureModel
import Foundation
import GRDB
import Testing

@testable import Profiles

@Suite("Registers from SQLite databases") struct RegisterDatabaseTests {
    private let folder: URL
    private var path: String { folder.appending(path: "registers/akten.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scanstelle-registers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "registers"), withIntermediateDirectories: true)
        try write(
            """
            CREATE TABLE akten (AKTENZEICHEN TEXT, "AMT_NR" INTEGER, betreff TEXT, bild BLOB);
            INSERT INTO akten VALUES ('50.20-2026/0123', 50, ' Wohngeld ', x'00'), (NULL, 1, 'leer', NULL);
            CREATE VIEW doppelt AS SELECT 'x1' AS k UNION ALL SELECT 'X 1';
            """)
    }

    private func write(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func yaml(
        _ source: String = "database: akten.sqlite, table: akten, key: aktenzeichen, columns: {office: AMT_NR}"
    ) -> String {
        """
        profile: muster
        title: Muster
        procedure: {name: Muster, version: "1", validFrom: 2026-01-01}
        registers: [{name: akten, \(source)}]
        index: {fileReference: {register: akten, find: [{pattern: 'x'}]}}
        route:
          - {when: {fileReference.office: '50'}, to: ablage}
          - {otherwise: ablage}
        deliver: {ablage: {target: eakte, path: /Ablage}}
        """
    }

    private func check(_ source: String) -> (profile: LoadedProfile?, problems: [ProfileProblem]) {
        ProfileLibrary.check(
            yaml(source), file: "muster.yaml", registersFolder: folder.appending(path: "registers").path)
    }

    @Test("rows with a key become entries under our names of the columns, numbers as text")
    func rows() throws {
        let loaded = try ProfileLibrary.parse(
            yaml(), file: "muster.yaml", registersFolder: folder.appending(path: "registers").path)
        let register = try #require(loaded.registers["akten"])
        #expect(register.entries == ["50.20-2026/0123": .init(value: "50.20-2026/0123", columns: ["office": "50"])])
        #expect(register.answered == nil)
        #expect(loaded.profile.registers?.first?.columns == ["office": "AMT_NR"])
    }

    @Test(
        "what cannot be read is told at its line",
        arguments: [
            ("database: fehlt.sqlite, table: akten, key: k", "fehlt.sqlite"),
            ("database: akten.sqlite, table: faelle, key: k", "faelle"),
            ("database: akten.sqlite, table: akten, key: nummer, columns: {office: AMT_NR}", "nummer"),
            ("database: akten.sqlite, table: akten, key: aktenzeichen, columns: {office: amt}", "“amt”"),
            ("database: akten.sqlite, table: doppelt, key: k", "more than once"),
            ("database: ../registers/akten.sqlite, table: akten, key: aktenzeichen", "name of a file"),
            ("database: akten.sqlite, key: aktenzeichen", "table"),
            ("database: akten.sqlite, table: akten, key: aktenzeichen, columns: [AMT_NR]", "letters and digits"),
            ("database: akten.sqlite, table: akten, key: k, url: 'https://a.example/{key}'", "Exactly one"),
        ])
    func faults(_ source: String, _ words: String) {
        let problem = check(source).problems.first
        #expect(problem?.line == 4 && problem?.text(.english).contains(words) == true)
    }

    @Test("a file that is no database, and a link to one, are refused")
    func noDatabase() throws {
        let registers = folder.appending(path: "registers")
        try "Aktenzeichen;Amt\n".write(to: registers.appending(path: "text.sqlite"), atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: registers.appending(path: "link.sqlite").path, withDestinationPath: path)
        for name in ["text.sqlite", "link.sqlite"] {
            let problems = check("database: \(name), table: akten, key: aktenzeichen, columns: {office: AMT_NR}")
                .problems
            #expect(problems.first?.message.en.contains(name) == true && problems.first?.passes == false)
        }
    }

    @Test("a table larger than the limit is refused")
    func tooLarge() {
        #expect(throws: CaptureError.self) {
            try RegisterDatabase(path: path, maxSizeInBytes: 10).entries(of: "akten", key: "aktenzeichen", columns: [:])
        }
    }

    @Test("a changed database is taken up, in write-ahead mode too")
    func reload() throws {
        try yaml().write(to: folder.appending(path: "muster.yaml"), atomically: true, encoding: .utf8)
        let shelf = try ProfileShelf(folder: folder.path)
        let queue = try DatabasePool(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO akten VALUES ('50.20-2026/0124', 50, '', NULL)") }
        _ = try shelf.refresh(releases: [:])
        #expect(try shelf.profile(named: "muster").registers["akten"]?.entries.count == 2)
        try queue.close()
    }

    @Test("a database that is being written to keeps the last state at work and is tried again")
    func locked() throws {
        let yaml = yaml()
        try yaml.write(to: folder.appending(path: "muster.yaml"), atomically: true, encoding: .utf8)
        let shelf = try ProfileShelf(folder: folder.path)
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { database in
            try database.execute(sql: "BEGIN EXCLUSIVE; INSERT INTO akten VALUES ('50.20-2026/0125', 50, '', NULL)")
            try (yaml + "\n").write(to: folder.appending(path: "muster.yaml"), atomically: true, encoding: .utf8)
            #expect(try shelf.refresh(releases: [:]).map { $0.problem?.code } == [.unavailable])
            #expect(try shelf.profile(named: "muster").registers["akten"]?.entries.count == 1)
            try database.execute(sql: "COMMIT")
        }
        #expect(try shelf.refresh(releases: [:]).map(\.problem) == [nil])
        #expect(try shelf.profile(named: "muster").registers["akten"]?.entries.count == 2)
    }
}
