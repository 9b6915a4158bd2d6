import CaptureModel
import Foundation
import Learning
import Profiles
import Testing

@Suite struct TypeReadingTests {
    private func checked(_ types: String, in folder: String? = nil) -> (profile: LoadedProfile?, problems: [String]) {
        let yaml = ProfileProblemTests.good.replacing("  - {type: brief, any: [{text: Guten Tag}]}", with: types)
        let folder = folder.map { $0 + "/registers" } ?? profilesFolder + "/registers"
        let (profile, problems) = ProfileLibrary.check(yaml, file: "probe.yaml", registersFolder: folder)
        return (profile, problems.map { $0.text(.english) })
    }

    @Test(
        "each kind of condition is read",
        arguments: [
            ("sender: Amtsgericht", TypeRule.Condition.sender("Amtsgericht")),
            (
                "zone: {x: 1, y: 2, width: 3, height: 4, page: last}, matches: '[0-9]+'",
                .zone(Zone(x: 1, y: 2, width: 3, height: 4, page: .last), matches: "[0-9]+")
            ),
            ("zone: {x: 1, y: 2, width: 3, height: 4}", .zone(Zone(x: 1, y: 2, width: 3, height: 4), matches: nil)),
            ("paper: green", .paper(.green)), ("pages: 3", .pages(3...3)), ("pages: 2-5", .pages(2...5)),
            ("pages: '2-'", .pages(2...10_000)), ("invoice: true", .invoice),
        ])
    func condition(_ yaml: String, _ condition: TypeRule.Condition) {
        let (profile, problems) = checked("  - {type: brief, any: [{\(yaml)}]}")
        #expect(profile?.profile.types.first?.any == [condition] && problems == [])
    }

    @Test(
        "a faulty condition is told with its line",
        arguments: [
            ("paper: gren", "green"), ("pages: 5-2", "2-5"), ("pages: viele", "2-5"), ("invoice: false", "true"),
            ("text: a, matches: b", "does not go with"), ("zone: {x: 1}", "width"),
            ("sender: a, text: b", "split"),
        ])
    func fault(_ yaml: String, _ hint: String) {
        let problems = checked("  - {type: brief, any: [{\(yaml)}]}").problems
        #expect(problems.contains { $0.hasPrefix("probe.yaml:7:") && $0.contains(hint) }, "\(problems)")
    }

    @Test("a type may be learned beside rules or without any")
    func learned() {
        let (profile, problems) = checked("  - {type: brief, learned: true}")
        #expect(profile?.profile.types.first?.isLearned == true && problems == [])
        #expect(checked("  - {type: brief}").problems.contains { $0.contains("learned: true") })
        #expect(checked("  - {type: brief, learned: ja}").problems.contains { $0.contains("true or false") })
    }

    @Test("a type may be a kind of another, which must be there and may not be one of its own")
    func kinds() {
        let letter = "  - {type: brief, any: [{text: a}]"
        let kind = "\n  - {type: attest, any: [{text: b}], kindOf: brief}"
        let (profile, problems) = checked(letter + "}" + kind)
        #expect(profile?.profile.types.last?.kindOf == "brief" && problems == [])
        #expect(checked(letter + ", kindOf: bericht}").problems.contains { $0.contains("Known: brief") })
        let ring = checked(letter + ", kindOf: attest}" + kind).problems
        #expect(ring.count == 1 && ring.contains { $0.hasPrefix("probe.yaml:8:") }, "\(ring)")
    }

    @Test("types not learned yet are told, and the profile may be used")
    func notLearned() {
        let (profile, _) = checked("  - {type: brief, learned: true}")
        #expect(profile?.typeModel == nil && profile?.notices.map(\.code) == ["types-not-learned"])
        #expect(profile?.notices.first?.message.de.contains("Noch nicht gelernt: brief") == true)
        #expect(checked("  - {type: brief, any: [{text: a}]}").profile?.notices == [])
    }

    @Test("a model beside the profile is loaded; a damaged one is told and left alone")
    func model() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "models"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/registers", withDestinationPath: profilesFolder + "/registers")
        let file = TypeModelFolder(besideProfiles: folder).file(of: "probe")
        let written = try TypeModelFile.written(
            TypeModel(
                featureVersion: DocumentFeatures.version, types: [.init(name: "brief", documents: 5)], features: [],
                rarity: [], otherRarity: 1, weights: [], weightUnit: 1, biases: [0], usualLikeness: [1],
                examples: [],
                calibration: .init(weights: [0, 0, 0, 0, 0, 0, 0], familiarFrom: 0)))
        try written.file.write(to: file)
        let loaded = checked("  - {type: brief, learned: true}", in: folder.path).profile
        #expect(loaded?.typeModel == written.model && loaded?.notices == [])
        try Data("x".utf8).write(to: file)
        let damaged = checked("  - {type: brief, learned: true}", in: folder.path).profile
        #expect(damaged?.typeModel == nil && damaged?.notices.map(\.code) == ["type-model-damaged"])
    }
}
