// A scanned document as PDF/A-2u (ISO 19005-2), or 3u where files are attached, with PDF/UA-1 tags: the page images
// unchanged, the words invisibly over them. Written page by page from front to back; the same request and files give the same bytes.

package import CaptureModel
import Foundation

/// Makes documents from pages.
package enum PDFComposer {
    /// Writes the document to `path`; relative paths, also those of the request, are below `folder`.
    ///
    /// What was at `path` is replaced. On failure nothing is left there. Nothing is synced: who takes the file does that.
    package static func compose(
        _ request: CompositionRequest, folder: String, to path: String
    ) throws(CaptureError) -> CompositionResult {
        let target = absolute(path, in: folder)
        do throws(CaptureError) {
            guard !request.pages.isEmpty else { throw .fault("PDFComposer.compose", "no pages") }
            var document = try DocumentWriter(path: target)
            for page in request.pages {
                let analysis = try analysis(at: absolute(page.analysis, in: folder))
                try document.add(
                    analysis, image: absolute(page.image, in: folder),
                    layers: page.layers.map { absolute($0, in: folder) }, part: page.part)
            }
            for attachment in request.attachments ?? [] {
                try document.attach(attachment, at: absolute(attachment.file, in: folder))
            }
            let size = try document.finish(request.metadata, labels: request.pages.map(\.label))
            var result = CompositionResult(file: path, sizeInBytes: size, pageCount: request.pages.count)
            if let seal = request.seal {
                let slot = try document.reserveSeal(
                    seal, sizeInBytes: size, documentID: request.metadata.documentID)
                result.sizeInBytes = slot.sizeInBytes
                result.seal = slot
            }
            return result
        } catch {
            unlink(target)
            throw error
        }
    }

    private static func analysis(at path: String) throws(CaptureError) -> PageAnalysis {
        do {
            return try JSONDecoder().decode(PageAnalysis.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .fault("PDFComposer.compose", "analysis: \(error)")
        }
    }

    private static func absolute(_ files: LayerFiles, in folder: String) -> LayerFiles {
        LayerFiles(
            background: absolute(files.background, in: folder), foreground: absolute(files.foreground, in: folder),
            mask: absolute(files.mask, in: folder))
    }

    private static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}
