import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("Files made to hurt", .timeLimit(.minutes(5))) struct HostileFilesTests {
    @Test("are each taken with their pages or refused with a reason and what to do, by one worker that lives on")
    func survived() throws {
        let run = try JobRun()
        let cases = HostileFiles.all
        let files = try cases.enumerated().map { try run.give($1.bytes, as: "\($0)") }
        let inspections = try run.results(of: files.map { .inspect(InspectionRequest(file: $0)) })
        var jobs: [WorkerJob] = []
        var names: [String] = []
        for (file, (hostile, result)) in zip(files, zip(cases, inspections)) {
            if let inspection = result.inspection {
                #expect(inspection.pageCount > 0 && inspection.pageCount <= InputLimits().pages, "\(hostile.name)")
                let format = inspection.format
                names.append(hostile.name)
                jobs.append(.analyze(AnalysisRequest(file: file, format: format, page: 0, settings: .withoutText)))
            } else {
                expectReason(result, hostile.name)
            }
        }
        for (name, result) in zip(names, try run.results(of: jobs, isQuiet: false)) { expectReason(result, name) }
        #expect(cases.count >= 200 && jobs.count < cases.count / 2, "\(cases.count) files, \(jobs.count) taken")
    }

    private func expectReason(_ result: WorkerResult, _ name: String) {
        guard let error = result.error else { return }
        #expect(error.code == .badInput, "\(name): \(error)")
        #expect(!error.message.de.isEmpty && !error.message.en.isEmpty && !error.remedy.de.isEmpty, "\(name)")
    }

    private func values(_ sidecar: Data) throws -> InputInspection {
        let run = try JobRun()
        let request = InspectionRequest(
            file: try run.give(BarFax.tiff()), sidecar: try run.give(sidecar, as: "sidecar"))
        return try #require(run.result(of: .inspect(request)).inspection)
    }

    @Test(
        "sidecars give the sender's values",
        arguments: [
            #"{"fileReference": "32.10-1/26", "pages": 3, "urgent": true, "more": {"a": {"b": 1}}, "none": null}"#,
            #"{"fields": {"fileReference": "32.10-1/26", "pages": "3", "urgent": true}, "version": 1}"#,
            "<mail><fileReference>32.10-1/26</fileReference><pages> 3 </pages><field name='urgent'>yes</field></mail>",
        ])
    func sidecar(_ text: String) throws {
        let inspection = try values(Data(text.utf8))
        #expect(inspection.values == ["fileReference": "32.10-1/26", "pages": "3", "urgent": "yes"])
        #expect(inspection.findings.isEmpty)
    }

    static let unreadable: [Data] = [
        Data(), Data("{".utf8), Data("[1, 2]".utf8), Data("kein XML".utf8), Data([0xFF, 0xFE, 0, 0xD8]),
        Data(HostileFiles.entityBomb.utf8),
        Data("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>".utf8),
        Data(HostileFiles.nested("[", "]", 100_000).utf8), Data(HostileFiles.nested("{\"a\":", "}", 50_000).utf8),
        Data(HostileFiles.nested("<a>", "</a>", 10_000).utf8),
        Data(("{\"a\": \"" + String(repeating: "x", count: 300_000) + "\"}").utf8),
        Data(("{" + (0...200).map { "\"a\($0)\": 1" }.joined(separator: ",") + "}").utf8),
    ]

    @Test("sidecars that are none are told, and their file is taken all the same", arguments: unreadable)
    func badSidecar(_ bytes: Data) throws {
        let inspection = try values(bytes)
        #expect(inspection.values == nil && inspection.findings.map(\.code) == ["sidecar-unreadable"])
    }

    @Test("sidecar values that hold control signs, names that are paths and texts without end are left out")
    func values() throws {
        let long = String(repeating: "x", count: 4_001)
        let text =
            #"{"../../etc": "1", "a b": "1", "a": "x\u0000y", "b": "x\u202Ey", "c": "\#(long)", "d": "<b>'; --"}"#
        #expect(try values(Data(text.utf8)).values == ["d": "<b>'; --"])
    }
}
