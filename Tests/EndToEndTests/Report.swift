import Foundation
import TestSupport
import Testing

/// The part of the report of `scanstelle process`, and of `expected.json`, that tests compare.
struct Report: Decodable {
    struct Input: Decodable {
        struct Problem: Decodable {
            let code: String
            let message: String?
            let remedy: String?
        }

        let path: String
        let outcome: String
        let problem: Problem?
    }

    struct Page: Decodable {
        struct Barcode: Decodable, Hashable {
            let symbology: String
            let text: String
        }

        let role: String
        let color: String?
        let rotationDegrees: Int?
        let skewDegrees: Double?
        let patchCode: String?
        let barcodes: [Barcode]?
        let text: String?
    }

    struct Document: Decodable {
        struct Field: Decodable { let value: String }
        struct Delivery: Decodable { let state: String }

        let pages: [Int]
        let type: String?
        let fields: [String: Field]
        let needsReview: Bool?
        let route: String?
        let files: [String: String]?
        let delivery: Delivery?
    }

    let inputs: [Input]
    let pages: [Page]
    let documents: [Document]
    let hold: Input.Problem?

    static func read(_ path: String) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// The project's files and programs.
enum Project {
    static func path(_ relative: String) throws -> String {
        try #require(Programs.projectFolder()).appendingPathComponent(relative).path
    }

    /// Runs `scanstelle` to its end.
    static func scanstelle(_ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(try #require(Programs.path(of: "scanstelle")), arguments)
    }

    /// Runs `scanstelle process` and reads its report.
    static func process(
        _ inputs: [String], profile: String, in folder: Scratch
    ) throws -> (outcome: Tool.Outcome, report: Report) {
        let outcome = try scanstelle(
            ["process"] + inputs + [
                "--profile", try path("profiles/\(profile).yaml"), "--output", folder.path("eakte"), "--report",
                folder.path("report.json"),
            ])
        return (outcome, try Report.read(folder.path("report.json")))
    }
}
