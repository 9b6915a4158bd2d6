// decision-bench PROFILE ANALYSES...: parts and indexes batches whose pages were read before; for measurements alone.
//
// Each file of ANALYSES holds a page analysis as JSON a line, in feed order, as scripts/cache-analyses writes them. For
// each comes one line of JSON: the roles of the pages, the documents, and the CPU seconds that the decisions took.

import CaptureModel
import Foundation
import Indexing
import Profiles

private struct Decisions: Encodable {
    let roles: [PageRole]
    let documents: [IndexedDocument]
    let cpuSeconds: Double
}

private func decide(_ analyses: [PageAnalysis], _ loaded: LoadedProfile) throws -> Decisions {
    let start = clock()
    let separator = try BatchSeparator(profile: loaded.profile)
    let separation = separator.separate(analyses.enumerated().map(summary), readings: readings(analyses, separator))
    let indexer = try DocumentIndexer(
        profile: loaded.profile, registers: loaded.registers, typeModel: loaded.typeModel)
    let documents = separation.documents.map { draft in
        indexer.index(draft, pages: draft.pages.map { (number: $0, analysis: analyses[$0]) })
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return Decisions(roles: separation.roles, documents: documents, cpuSeconds: seconds)
}

/// The profile as after a while: all its types are learned, from the first `count` documents of each in each folder.
private func taught(_ loaded: LoadedProfile, count: Int, folders: [String]) throws -> LoadedProfile {
    var loaded = loaded
    for index in loaded.profile.types.indices { loaded.profile.types[index].learned = true }
    loaded.typeModel = try LearnedBench.model(count: count, taught: folders)
    return loaded
}

private func tell(_ files: some Sequence<String>, _ loaded: LoadedProfile) throws {
    for file in files {
        let analyses = try lines(of: file).map { try JSONDecoder().decode(PageAnalysis.self, from: $0) }
        let decisions = try JSONEncoder().encode(decide(analyses, loaded))
        FileHandle.standardOutput.write(decisions + Data("\n".utf8))
    }
}

/// The pages of one feed: they name no input.
private func summary(_ number: Int, _ analysis: PageAnalysis) -> PageSummary {
    PageSummary(
        number: number, isBlank: analysis.isBlank, patchCode: analysis.patchCode, barcodes: analysis.barcodes,
        findings: analysis.findings, paper: analysis.paper)
}

/// What the rules find in the pages' text, where they ask for it.
private func readings(_ analyses: [PageAnalysis], _ separator: BatchSeparator) -> [Int: PageReading] {
    guard separator.needsText || separator.needsSigns else { return [:] }
    return Dictionary(uniqueKeysWithValues: analyses.enumerated().map { ($0, separator.reading(of: $1)) })
}

private func lines(of file: String) throws -> [Data] {
    try Data(contentsOf: URL(filePath: file)).split(separator: UInt8(ascii: "\n")).map { Data($0) }
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else {
    FileHandle.standardError.write(
        Data(
            """
            usage: decision-bench PROFILE ANALYSES... | learned COUNT TAUGHT JUDGED
                   | taught COUNT TAUGHT[:TAUGHT]... PROFILE ANALYSES...

            """.utf8))
    exit(64)
}
do {
    if arguments.count == 5, arguments[1] == "learned", let count = Int(arguments[2]) {
        let outcome = try LearnedBench.outcome(count: count, taught: arguments[3], judged: arguments[4])
        FileHandle.standardOutput.write(try JSONEncoder().encode(outcome) + Data("\n".utf8))
        exit(0)
    }
    if arguments.count > 5, arguments[1] == "taught", let count = Int(arguments[2]) {
        let folders = arguments[3].split(separator: ":").map(String.init)
        let loaded = try ProfileLibrary.load(file: arguments[4])
        try tell(arguments.dropFirst(5), taught(loaded, count: count, folders: folders))
        exit(0)
    }
    try tell(arguments.dropFirst(2), ProfileLibrary.load(file: arguments[1]))
} catch {
    FileHandle.standardError.write(Data("decision-bench: \(error)\n".utf8))
    exit(1)
}
