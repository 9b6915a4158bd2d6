// What became of a batch, as one JSON object for scripts, benchmarks and tests. Names are stable: fields may be added,
// never renamed.

package import BatchStore
package import CaptureModel
import Foundation

package struct BatchReport: Encodable, Sendable {
    package struct ProfileName: Encodable, Sendable {
        package let name, version: String
    }

    package struct Input: Encodable, Sendable {
        package let path: String
        package let sha256: String
        package let outcome: String
        package let problem: Problem?
        package let findings: [Message]
    }

    package struct Problem: Encodable, Sendable {
        package let code, message, remedy, messageEnglish, remedyEnglish: String
    }

    package struct Page: Encodable, Sendable {
        package let input: Int
        package let index: Int
        package let role: PageRole
        package let widthPixels, heightPixels, resolutionDPI: Int
        package let color: ColorMode
        package let rotationDegrees: Int
        package let skewDegrees: Double
        package let patchCode: PatchCode?
        package let barcodes: [Barcode]
        package let text: String
        package let confidence: Confidence
        package let findings: [Message]
    }

    package struct Document: Encodable, Sendable {
        package let pages: [Int]
        package let type: String?
        package let typeConfidence: Confidence
        package let why: [Reason]
        package let fields: [String: Field]
        package let needsReview: Bool
        package let findings: [Message]
        package let route: String?
        package let files: [String: String]
        package let delivery: DeliveryState
    }

    package struct Field: Encodable, Sendable {
        package let value: String
        package let confidence: Confidence
        package let page: Int?
        package let box: Box?
        package let why: Reason
    }

    package struct Message: Encodable, Sendable {
        package let code, message, messageEnglish: String
    }

    package struct DeliveryState: Encodable, Sendable {
        package let target: String?
        package let state: String
        package let receipt: Receipt?
        package let problem: Problem?
    }

    package struct Timing: Encodable, Sendable {
        package let wallSeconds, cpuSeconds: Double
        package let pages: Int

        package init(wallSeconds: Double, cpuSeconds: Double, pages: Int) {
            self.wallSeconds = wallSeconds
            self.cpuSeconds = cpuSeconds
            self.pages = pages
        }
    }

    package let version: String
    package let profile: ProfileName
    package let inputs: [Input]
    package let pages: [Page]
    package let documents: [Document]
    package var timing: Timing?
    /// Why the whole batch waits for a person, where it does.
    package let hold: Problem?

    /// Whether every input was taken and every document has arrived.
    package var isAllDelivered: Bool {
        hold == nil && inputs.allSatisfy { $0.outcome == InputRecord.Outcome.accepted.rawValue }
            && documents.allSatisfy { $0.delivery.state == DocumentState.delivered.rawValue }
    }
}

extension BatchReport {
    /// Collects the report of a batch; text is read page by page.
    ///
    /// - Parameter paths: what the caller calls the inputs, by number.
    package static func make(
        of batch: BatchRecord, paths: [Int: String], target: (String) -> String?, from store: BatchStore
    ) async throws(CaptureError) -> BatchReport {
        let pages = try await store.pages(of: batch.id)
        // Pages of a file that was refused on the way are gone: numbers have gaps, places in the report have none.
        let places = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($1.number - 1, $0) })
        var pageReports: [Page] = []
        for page in pages { pageReports.append(try report(of: page, in: batch, store)) }
        return BatchReport(
            version: ScanstelleVersion.current,
            profile: ProfileName(name: batch.profile, version: batch.profileVersion),
            inputs: try await store.inputs(of: batch.id).map { Input($0, path: paths[$0.number] ?? $0.name) },
            pages: pageReports,
            documents: try await store.documents(of: batch.id).map { document in
                Document(document, places: places, target: document.indexed.route.flatMap(target))
            },
            hold: batch.hold.map { Problem($0) })
    }

    private static func report(
        of page: PageRecord, in batch: BatchRecord, _ store: BatchStore
    ) throws(CaptureError) -> Page {
        let file = store.path(batch, page.folder + "/analysis.json")
        guard FileManager.default.fileExists(atPath: file) else { return Page(unread: page) }
        return Page(page, try store.decoded(PageAnalysis.self, file))
    }
}

extension BatchReport.Input {
    fileprivate init(_ input: InputRecord, path: String) {
        self.init(
            path: path, sha256: input.sha256, outcome: input.outcome.rawValue,
            problem: input.problem.map { BatchReport.Problem($0) },
            findings: input.findings.map { BatchReport.Message($0) })
    }
}

extension BatchReport.Problem {
    fileprivate init(_ error: CaptureError) {
        self.init(
            code: error.problem, message: error.message.de, remedy: error.remedy.de, messageEnglish: error.message.en,
            remedyEnglish: error.remedy.en)
    }
}

extension BatchReport.Message {
    fileprivate init(_ finding: Finding) {
        self.init(code: finding.code, message: finding.message.de, messageEnglish: finding.message.en)
    }
}

extension BatchReport.Page {
    fileprivate init(_ page: PageRecord, _ analysis: PageAnalysis) {
        self.init(
            input: (page.input ?? page.number) - 1, index: page.inputPage, role: page.role ?? .content,
            widthPixels: analysis.width, heightPixels: analysis.height, resolutionDPI: analysis.resolution,
            color: analysis.color, rotationDegrees: analysis.rotation.rawValue, skewDegrees: analysis.skewDegrees,
            patchCode: analysis.patchCode, barcodes: analysis.barcodes, text: analysis.text,
            confidence: analysis.confidence, findings: analysis.findings.map { BatchReport.Message($0) })
    }

    fileprivate init(unread page: PageRecord) {
        self.init(
            input: (page.input ?? page.number) - 1, index: page.inputPage, role: page.role ?? .content, widthPixels: 0,
            heightPixels: 0, resolutionDPI: 0, color: .bitonal, rotationDegrees: 0, skewDegrees: 0, patchCode: nil,
            barcodes: [], text: "", confidence: .none, findings: [])
    }
}

extension BatchReport.Document {
    fileprivate init(_ document: DocumentRecord, places: [Int: Int], target: String?) {
        let indexed = document.indexed
        let fields = indexed.fields.mapValues { value in
            BatchReport.Field(
                value: value.value, confidence: value.confidence, page: value.page.flatMap { places[$0] },
                box: value.box, why: value.why)
        }
        self.init(
            pages: indexed.pages.compactMap { places[$0] }, type: indexed.type, typeConfidence: indexed.typeConfidence,
            why: indexed.why, fields: fields, needsReview: document.state == .awaitingReview,
            findings: indexed.findings.map { BatchReport.Message($0) }, route: indexed.route,
            files: document.receipt?.files ?? [:],
            delivery: BatchReport.DeliveryState(
                target: target, state: document.state.rawValue, receipt: document.receipt,
                problem: document.problem.map { BatchReport.Problem($0) }))
    }
}
