import CaptureModel
import Foundation
import Provenance
import TestSupport
import Testing

@Suite("the transfer note as XML")
struct TransferNoteTests {
    /// The schema is not part of the project: its printed source is not free.
    private static let schema = Programs.projectFolder().map {
        $0.appendingPathComponent("../shared/norms-data/transfervermerk/transfervermerk.xsd").path
    }.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

    private static func note(_ change: (inout TransferNote) -> Void = { _ in }) -> TransferNote {
        var note = TransferNote(
            created: "2026-02-03T08:20:11Z", documentID: "6f0d3c1e-2b4a-4c5d-8e9f-0123456789ab", origin: .paper,
            pageCount: 3, operatedBy: "P-0815",
            organization: Organization(
                name: "Landkreis Musterland", street: "Am Markt 1", postalCode: "00001", place: "Musterstadt",
                unit: "Zentrale Scanstelle"),
            procedure: Procedure(name: "Scannen der Tagespost", version: "1.0", validFrom: "2026-01-01"),
            batch: "2026-02-03-0012", batchCreated: "2026-02-03T08:10:00Z", position: "Abbild 5 bis 7 von 201",
            quality: TransferNote.Quality(
                .sample, result: "freigegeben", checkedBy: "P-0920", checkedAt: "2026-02-03T08:19:40Z"))
        note.steps = [
            TransferNote.Step(
                "Scannen", time: "2026-02-03T08:12:48Z", performedBy: "P-0815", system: "Scanner poststelle-1",
                attributes: [TransferNote.Attribute("Auflösung", "300 dpi")]),
            TransferNote.Step(
                "Trennung in Schriftstücke", time: "2026-02-03T08:13:02Z", performedBy: "Programm",
                system: "Scanstelle 0.1.0"),
        ]
        note.anomalies = [TransferNote.Attribute("Ecke abgerissen", "Abbild 6")]
        change(&note)
        return note
    }

    @Test("the sample note is written as the sample file has it")
    func sample() throws {
        let folder = try #require(Programs.projectFolder())
        let expected = try Data(contentsOf: folder.appendingPathComponent("testdata/transfernote/sample.xml"))
        #expect(Data(Self.note().xml) == expected)
    }

    private static let variants: [TransferNote] = [
        note(), note { $0.anomalies = [] }, note { $0.organization.street = nil }, note { $0.operatedBy = nil },
        note { $0.quality = TransferNote.Quality(.automatic, result: "maschinell geprüft") },
        note { $0.origin = .bornDigital }, note { $0.procedure.variant = "Farbe" },
        note { $0.created = "2026-02-03T09:20:11+01:00" },
        note { $0.anomalies = [TransferNote.Attribute("<\"&'>\u{0}\u{1B}\n", "]]>\u{FFFF}")] },
        note { $0.procedure.maintainer = Organization(name: "IT", place: "Musterstadt", unit: "10.1") },
    ]

    @Test("whatever a note holds, it keeps to the schema", .enabled(if: schema != nil), arguments: variants)
    func validity(_ note: TransferNote) throws {
        let checked = try Tool.run(
            "xmllint", ["--noout", "--schema", try #require(Self.schema), "-"], input: Data(note.xml))
        #expect(checked.status == 0, "\(checked.errorText)")
    }

    @Test("agreement with the paper is stated only where a person looked at paper")
    func agreement() {
        let statement = "bildlich und inhaltlich"
        func says(_ note: TransferNote) -> Bool { String(decoding: note.xml, as: UTF8.self).contains(statement) }
        #expect(says(Self.note()))
        #expect(!says(Self.note { $0.origin = .file }) && !says(Self.note { $0.origin = .bornDigital }))
        #expect(!says(Self.note { $0.quality = TransferNote.Quality(.automatic, result: "") }))
    }
}
