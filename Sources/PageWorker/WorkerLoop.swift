// The worker: one job after the other, until there are no more.
//
// A job that fails is answered with its reason and the next one is taken. A fault that ends the process (memory used up,
// an abort inside a library) is the daemon's to see: it starts another worker.

package import CaptureModel
import Foundation
import Imaging
import MailReading
import PDFComposition
import Recognition

/// Takes requests from standard input and answers them on standard output.
package struct WorkerLoop {
    private let folder: JobFolder
    /// Kept over jobs, because loading the models costs as much as a tenth of a page.
    private var reader: PageReader?

    package init(jobFolder folder: JobFolder) {
        self.folder = folder
        LeptonicaMessages.silence()
    }

    /// Runs until the end of input.
    ///
    /// Throws where it cannot go on: a line that is no request, or nobody to answer to.
    package mutating func run() throws(CaptureError) {
        var channel = try LineChannel.standard()
        while let line = try channel.next() {
            let request = try Self.request(line)
            try channel.send(WorkerReply(id: request.id, result: result(of: request.job)))
        }
    }

    private static func request(_ line: Data) throws(CaptureError) -> WorkerRequest {
        do { return try JSONDecoder().decode(WorkerRequest.self, from: line) } catch {
            throw .fault("WorkerLoop.request", "\(error)")
        }
    }

    private mutating func result(of job: WorkerJob) -> WorkerResult {
        defer { folder.clearTemporary() }
        do throws(CaptureError) {
            return switch job {
            case .inspect(let request): .inspected(try withSidecar(try inspect(request), request))
            case .openMessage(let request):
                .opened(
                    try MessageReader(limits: request.limits).open(folder.file(request.file), into: folder.output))
            case .analyze(let request): .analyzed(try analyze(request))
            case .compose(let request):
                .composed(
                    try PDFComposer.compose(
                        request.takingInvoices(in: folder), folder: folder.path, to: "out/document.pdf"))
            case .printSheets(let request): .printed(try SheetPrinter.draw(request, in: folder))
            }
        } catch {
            return .failed(error)
        }
    }

    private func inspect(_ request: InspectionRequest) throws(CaptureError) -> InputInspection {
        let path = try folder.file(request.file)
        let format: InputFormat
        do throws(CaptureError) { format = try ImageFile.format(of: path, limits: request.limits) } catch {
            throw PDFAttachments.isInvoice(path) ? .invoiceWithoutPages() : ForeignFormat.problem(of: path) ?? error
        }
        guard format == .pdf else { return try ImageFile.inspect(path, limits: request.limits) }
        return try PDFInput(path: path, in: folder).inspect(request.limits)
    }

    /// The inspection with what the sender's values say; a sidecar that cannot be read is told and does no harm.
    private func withSidecar(
        _ inspection: InputInspection, _ request: InspectionRequest
    ) throws(CaptureError) -> InputInspection {
        guard let sidecar = request.sidecar else { return inspection }
        var inspection = inspection
        let file = URL(fileURLWithPath: try folder.file(sidecar))
        inspection.values = (try? Data(contentsOf: file, options: .mappedIfSafe)).flatMap(SidecarValues.read)
        if inspection.values == nil { inspection.findings.append(.sidecarUnreadable) }
        return inspection
    }

    private mutating func analyze(_ request: AnalysisRequest) throws(CaptureError) -> PageAnalysis {
        let path = try folder.file(request.file)
        let reader = try loadedReader(request.settings)
        guard request.format == .pdf else {
            let raster = try Raster(
                decoding: path, format: request.format, page: request.page, limits: request.limits)
            let original = request.format == .jpeg ? path : nil
            return try reader.read(raster, passThroughJPEG: original, to: folder.output, settings: request.settings)
        }
        return try PDFPageReader(input: PDFInput(path: path, in: folder), reader: reader, output: folder.output)
            .read(page: request.page, request.settings, request.limits)
    }

    private mutating func loadedReader(_ settings: AnalysisSettings) throws(CaptureError) -> PageReader {
        if let reader { return reader }
        let loaded = try PageReader(settings: settings)
        reader = loaded
        return loaded
    }
}
