import BatchStore
package import CaptureModel
package import Foundation
package import Pipeline

/// A batch with what should come out of it.
package struct ProfileTestCase: Sendable {
    package var name: String
    package var material: BatchMaterial
    package var expected: ExpectedBatch

    package init(name: String, material: BatchMaterial, expected: ExpectedBatch) {
        self.name = name
        self.material = material
        self.expected = expected
    }

    /// The batches of a folder whose pages were read before: `analyses.jsonl`, a page analysis as JSON a line.
    ///
    /// nil where there are no readings; the pages must be read first.
    package static func stored(in folder: URL) throws(CaptureError) -> [ProfileTestCase]? {
        let file = folder.appending(path: "analyses.jsonl")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let expected = try ExpectedBatch.read(folder)
        let analyses: [PageAnalysis]
        do {
            let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
            analyses = try lines.map { try JSONDecoder().decode(PageAnalysis.self, from: Data($0)) }
        } catch {
            throw .badReadings(file.path, "\(error)")
        }
        guard analyses.count == expected.pages.count else {
            throw .badReadings(file.path, "\(analyses.count) readings, \(expected.pages.count) pages expected")
        }
        return cases(named: folder.lastPathComponent, expected, analyses)
    }

    /// One batch, or one for each file where the files do not belong together.
    package static func cases(
        named name: String, _ expected: ExpectedBatch, _ analyses: [PageAnalysis]
    ) -> [ProfileTestCase] {
        guard expected.filesTogether == false else {
            let material = BatchMaterial(id: name, files: expected.pages.map(\.input), analyses)
            return [ProfileTestCase(name: name, material: material, expected: expected)]
        }
        var files: [String] = []
        for page in expected.pages where files.last != page.input { files.append(page.input) }
        return files.map { file in
            let numbers = expected.pages.indices.filter { expected.pages[$0].input == file }
            let part = expected.part(numbers)
            let material = BatchMaterial(id: file, files: part.pages.map(\.input), numbers.map { analyses[$0] })
            return ProfileTestCase(name: name + "/" + file, material: material, expected: part)
        }
    }
}

extension ExpectedBatch {
    /// The pages `numbers` alone, numbered anew.
    fileprivate func part(_ numbers: [Int]) -> ExpectedBatch {
        let place = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        var part = self
        part.pages = numbers.map { pages[$0] }
        part.documents = documents.compactMap { document in
            let pages = document.pages.compactMap { place[$0] }
            guard !pages.isEmpty else { return nil }
            var document = document
            document.pages = pages
            return document
        }
        return part
    }
}

extension BatchMaterial {
    /// Pages of files, as they are processed together; `files` names the file of each page.
    fileprivate init(id: String, files: [String], _ analyses: [PageAnalysis]) {
        let counts = Dictionary(files.map { ($0, 1) }, uniquingKeysWith: +)
        var number = 0
        var last: String?
        let pages = zip(files, analyses).enumerated().map { index, pair in
            if pair.0 != last { number += 1 }
            last = pair.0
            let isLoose = counts[pair.0] == 1 && !pair.0.lowercased().hasSuffix(".pdf")
            let summary = PageSummary(of: pair.1, number: index, input: number)
            return Page(summary: summary, findings: pair.1.findings, isLooseSheet: isLoose)
        }
        self.init(id: id, channel: .command, pages: pages) { number throws(CaptureError) in
            guard analyses.indices.contains(number) else { throw .fault("BatchMaterial.analysis") }
            return analyses[number]
        }
    }
}

extension CaptureError {
    fileprivate static func badReadings(_ path: String, _ cause: String) -> CaptureError {
        CaptureError(
            .badInput, "readings-unusable",
            LocalizedText(
                de: "Die Lesungen in \(path) passen nicht zu den Seiten.",
                en: "The readings in \(path) do not fit the pages."),
            remedy: LocalizedText(
                de: "Bitte die Datei löschen; die Seiten werden dann neu gelesen.",
                en: "Please delete the file; the pages are then read anew."), cause: cause)
    }
}
