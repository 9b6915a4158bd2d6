// decision-bench learned COUNT TAUGHT JUDGED: types by learning alone, without a rule.
//
// Both are folders of batches with expected.json and analyses.jsonl. The first COUNT documents of each type of TAUGHT, in
// the order of their batches, teach; those of JUDGED that did not teach are judged. One line of JSON comes out.

import CaptureModel
import Foundation
import Learning

/// What learning from a few documents is worth.
struct LearnedBench {
    /// Mail for others is of no type: it must be sure of none.
    private static let foreign = "irrlaeufer"

    struct Outcome: Encodable {
        struct Verdict: Encodable {
            let truth: String
            let said: String?
            let confidence: Double
            let isTaught: Bool
        }

        let taught: Int
        let trainingSeconds: Double
        let millisecondsPerPage: Double
        let verdicts: [Verdict]
    }

    private struct Sample {
        let id: String
        let type: String
        let pages: [(number: Int, analysis: PageAnalysis)]
    }

    private struct Truth: Decodable {
        struct Document: Decodable {
            let pages: [Int]
            let type: String
        }

        let documents: [Document]
    }

    static func outcome(count: Int, taught: String, judged: String) throws -> Outcome {
        let lesson = try lesson(count, taught)
        let start = clock()
        let model = try TypeTraining.train(examples(lesson))
        let trained = clock()
        let recognizer = TypeRecognizer(model)
        let known = Set(model.types.map(\.name))
        let own = taught == judged ? Set(lesson.map(\.id)) : []
        let asked = try Self.samples(in: judged).filter { !own.contains($0.id) }
        let begin = clock()
        let verdicts = asked.map { sample in
            let verdict = recognizer.verdict(on: sample.pages)
            return Outcome.Verdict(
                truth: sample.type, said: verdict?.type, confidence: verdict?.confidence.value ?? 0,
                isTaught: known.contains(sample.type))
        }
        let pages = asked.reduce(0) { $0 + $1.pages.count }
        return Outcome(
            taught: lesson.count, trainingSeconds: seconds(trained - start),
            millisecondsPerPage: 1_000 * seconds(clock() - begin) / Double(max(pages, 1)), verdicts: verdicts)
    }

    /// What the first `count` documents of each type in each folder teach together.
    static func model(count: Int, taught: [String]) throws -> TypeModel {
        let all = try taught.flatMap { folder in
            try Self.examples(lesson(count, folder)).map { example in
                var example = example
                example.id = folder + "/" + example.id
                return example
            }
        }
        return try TypeTraining.train(all)
    }

    private static func lesson(_ count: Int, _ folder: String) throws -> [Sample] {
        var seen: [String: Int] = [:]
        return try samples(in: folder).filter { $0.type != foreign }.filter { sample in
            seen[sample.type, default: 0] += 1
            return seen[sample.type, default: 0] <= count
        }
    }

    private static func examples(_ lesson: [Sample]) -> [TypeExample] {
        lesson.map { TypeExample(id: $0.id, type: $0.type, pages: $0.pages) }
    }

    private static func seconds(_ ticks: Int) -> Double { Double(ticks) / Double(CLOCKS_PER_SEC) }

    private static func samples(in folder: String) throws -> [Sample] {
        var samples: [Sample] = []
        for batch in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let base = URL(filePath: folder).appending(path: batch)
            guard let text = try? Data(contentsOf: base.appending(path: "analyses.jsonl")) else { continue }
            let pages = try text.split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(PageAnalysis.self, from: Data($0))
            }
            let truth = try JSONDecoder().decode(
                Truth.self, from: Data(contentsOf: base.appending(path: "expected.json")))
            for (index, document) in truth.documents.enumerated() {
                samples.append(
                    Sample(
                        id: "\(batch)/\(index + 1)", type: document.type,
                        pages: document.pages.map { (number: $0, analysis: pages[$0]) }))
            }
        }
        return samples
    }
}
