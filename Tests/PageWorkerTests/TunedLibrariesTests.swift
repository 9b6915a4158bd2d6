import CaptureModel
import Foundation
import TestSupport
import Testing

@Suite("tuned libraries", .enabled(if: Tuned.isThere, "scripts/tune-tesseract was not run"))
struct TunedLibrariesTests {
    @Test("the tuned libraries read every sample page as Debian's do, to the letter and the pixel")
    func sameText() throws {
        let run = try JobRun()
        let jobs = try Tuned.pages.map { page in
            let format: InputFormat = page.pathExtension == "jpg" ? .jpeg : page.pathExtension == "png" ? .png : .tiff
            let name = try run.give(Data(contentsOf: page), as: page.lastPathComponent)
            return WorkerJob.analyze(
                AnalysisRequest(file: name, format: format, page: 0, settings: AnalysisSettings()))
        }
        let tuned = try run.results(of: jobs).map(\.lines)
        let debian = try run.results(of: jobs, libraries: Tuned.debian).map(\.lines)
        #expect(!debian.joined().isEmpty)
        #expect(tuned == debian)
    }
}

private enum Tuned {
    static let isThere = FileManager.default.fileExists(atPath: "/usr/local/lib/scanstelle/glibc-hwcaps")
    static let debian = "/usr/lib/x86_64-linux-gnu"

    static var pages: [URL] {
        get throws {
            let samples = try #require(Programs.projectFolder()).appendingPathComponent("testdata")
            return try ["mail", "pages"].flatMap { folder in
                try FileManager.default.contentsOfDirectory(
                    at: samples.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            }
            .filter { ["jpg", "png", "tif"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        }
    }
}

extension WorkerResult {
    fileprivate var lines: [TextLine] {
        guard case .analyzed(let analysis) = self else { return [] }
        return analysis.lines
    }
}
