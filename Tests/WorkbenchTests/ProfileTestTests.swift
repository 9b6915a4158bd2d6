import BatchStore
import CaptureModel
import Foundation
import Pipeline
import Testing
import Workbench

@Suite("A profile is tested on batches whose right outcome is known") struct ProfileTestTests {
    @Test("the shipped profiles pass on their own stacks", arguments: Samples.names)
    func shipped(_ name: String) throws {
        let cases = try Samples.cases(name)
        try #require(!cases.isEmpty)
        let report = try ProfileTest(try Samples.profile(name)).report(on: cases)
        #expect(report.isPassed, "\(report.documents.filter { $0.outcome != .right })")
        #expect(report.documents.allSatisfy { $0.outcome == .right })
        #expect(report.fields.allSatisfy { $0.score.f1 == 1 } && report.boundaries.f1 == 1)
        #expect(report.types.allSatisfy { $0.expected == $0.found })
    }

    @Test("a type taken for another stands in the confusion matrix and counts as an error nobody sees")
    func confusion() throws {
        let changed = try Samples.profile("gerichtspost", replacing: "beschluss", with: "urteilsabschrift")
        let report = try ProfileTest(changed).report(on: try Samples.cases("gerichtspost"))
        let taken = report.types.first { $0.expected == "beschluss" }
        #expect(taken?.found == "urteilsabschrift" && taken?.count == 1)
        #expect(!report.isPassed && report.result.wrong == 1)
    }

    @Test("a higher threshold lets fewer documents through, never more")
    func thresholds() throws {
        let report = try ProfileTest(try Samples.profile("sozialhilfe")).report(on: try Samples.cases("sozialhilfe"))
        let straight = report.thresholds.map(\.straight)
        #expect(straight == straight.sorted(by: >) && straight.count >= ProfileTest.thresholds.count)
        #expect(report.thresholds.contains(report.result))
    }

    @Test("a route at whose end a person decides does not count as gone by itself")
    func clarifying() throws {
        let profile = try Samples.profile("gerichtspost")
        let routes = Set(profile.profile.deliver.keys)
        let report = try ProfileTest(profile, clarifying: routes).report(on: try Samples.cases("gerichtspost"))
        #expect(report.result.straight == 0 && report.documents.allSatisfy { $0.outcome == .review })
    }

    @Test("the same readings and profile give the same result, bit for bit", arguments: Samples.names)
    func repeatable(_ name: String) throws {
        func decided() throws -> Data {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            var bytes = Data()
            for test in try Samples.cases(name) {
                let decisions = try BatchDecisions(try Samples.profile(name), channel: .command)
                let separation = try decisions.separation(of: test.material)
                bytes += try encoder.encode(separation)
                bytes += try encoder.encode(try decisions.documents(separation, of: test.material))
            }
            return bytes
        }
        let (first, second) = (try decided(), try decided())
        #expect(!first.isEmpty && first == second)
    }

    @Test("readings that do not fit the expected pages are told, not judged")
    func mismatch() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Samples.folder("gerichtspost"), to: folder)
        let file = folder.appending(path: "analyses.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropLast()
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        #expect(throws: CaptureError.self) { try ProfileTestCase.stored(in: folder) }
    }
}
