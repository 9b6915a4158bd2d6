import CaptureModel
import Foundation
import TestSupport
import Testing

/// A worker in a job folder of its own, run over real pipes from its first request to its end.
struct JobRun {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        for name in ["in", "out", "tmp"] {
            try FileManager.default.createDirectory(atPath: scratch.path(name), withIntermediateDirectories: true)
        }
    }

    /// Puts a file into `in/`; answers its name for requests.
    func give(_ bytes: Data, as name: String = "file") throws -> String {
        try scratch.write(bytes, to: "in/" + name)
        return "in/" + name
    }

    /// The answers to these jobs, in order; the worker must live to the end of them and end well.
    ///
    /// - Parameters:
    ///   - libraries: a folder in which the dynamic linker looks first.
    ///   - isQuiet: nothing may be complained of; libraries do complain of damaged files.
    func results(of jobs: [WorkerJob], libraries: String? = nil, isQuiet: Bool = true) throws -> [WorkerResult] {
        var lines = Data()
        for (id, job) in jobs.enumerated() {
            lines += try JSONEncoder().encode(WorkerRequest(id: id, job: job)) + Data("\n".utf8)
        }
        let program = try #require(Programs.path(of: "scanstelle-worker"), "scanstelle-worker is not built")
        let search = libraries.map { ["LD_LIBRARY_PATH=" + $0] } ?? []
        let outcome = try Tool.run("/usr/bin/env", search + [program, scratch.path], input: lines)
        #expect(outcome.status == 0 && (!isQuiet || outcome.errorText.isEmpty), "\(outcome.errorText)")
        let replies = try outcome.output.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(WorkerReply.self, from: $0)
        }
        #expect(replies.map(\.id) == Array(jobs.indices))
        return replies.map(\.result)
    }

    func result(of job: WorkerJob) throws -> WorkerResult { try #require(results(of: [job]).first) }

    /// The problem a file is refused with; nil where it is taken.
    func refusal(of bytes: Data) throws -> String? {
        try result(of: .inspect(InspectionRequest(file: give(bytes)))).problem
    }

    func analyze(
        _ bytes: Data, _ format: InputFormat, page: Int = 0, settings: AnalysisSettings = AnalysisSettings(),
        limits: InputLimits = InputLimits()
    ) throws -> PageAnalysis {
        let request = AnalysisRequest(
            file: try give(bytes), format: format, page: page, settings: settings, limits: limits)
        let result = try result(of: .analyze(request))
        guard case .analyzed(let analysis) = result else { throw try #require(result.error) }
        return analysis
    }
}

extension WorkerResult {
    var error: CaptureError? {
        guard case .failed(let error) = self else { return nil }
        return error
    }

    var problem: String? { error?.problem }

    var inspection: InputInspection? {
        guard case .inspected(let inspection) = self else { return nil }
        return inspection
    }
}

extension AnalysisSettings {
    /// Without reading text, which takes a second and is not what most of these tests are about.
    static var withoutText: AnalysisSettings {
        var settings = AnalysisSettings()
        settings.readsText = false
        return settings
    }
}
