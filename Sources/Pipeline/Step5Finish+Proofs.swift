// What goes with a document as proof: its transfer note, the files it came in, and the manifest over all of it.

import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Provenance

extension Profile {
    /// The transfer note stands in a file inside the PDF.
    var attachesNote: Bool { transferNote == .attached }
}

extension DocumentRecord {
    /// The transfer note and the manifest, relative to the batch folder.
    fileprivate var note: String { folder + "/" + TransferNote.fileName }
    fileprivate var manifest: String { folder + "/" + Manifest.fileName }
}

extension PipelineSteps {
    /// Writes the note into the document's folder; nil where the profile wants none.
    ///
    /// The manifest of an earlier composition goes first: until the new one is written the document has none.
    func writeNote(
        of document: DocumentRecord, in batch: BatchRecord, _ profile: Profile, _ material: DocumentMaterial,
        _ history: BatchHistory
    ) async throws(CaptureError) -> TransferNote? {
        unlink(store.path(batch, document.manifest))
        guard profile.transferNote != TransferNotePlace.none else { return nil }
        let confirmation = history.confirmation(of: document.id)
        let note = TransferNote(
            NoteMaterial(
                document: document, batch: batch, profile: profile, material: material, history: history,
                operatedBy: try await person(batch.operatedBy), confirmedBy: try await person(confirmation?.actor),
                created: store.now.formatted(.iso8601)))
        try DurableFile.write(Data(note.xml), to: store.path(batch, document.note))
        return note
    }

    /// Adds to a composition what goes inside the PDF besides its pages.
    func attach(
        _ material: DocumentMaterial, to request: inout CompositionRequest, _ files: inout [String: String],
        of document: DocumentRecord, in batch: BatchRecord, hasNoteFile: Bool
    ) {
        var attachments: [CompositionAttachment] = []
        if hasNoteFile {
            files["note.xml"] = store.path(batch, document.note)
            attachments.append(
                CompositionAttachment(
                    file: "in/note.xml", name: TransferNote.fileName, mediaType: "text/xml", relationship: .data,
                    description: "Transfervermerk", modified: store.now.formatted(.iso8601)))
        }
        for input in material.inputs where material.form.needs(input.number) {
            files["\(input.number).pdf"] = store.path(batch, input.file)
            guard material.form.attached.contains(input.number) else { continue }
            attachments.append(
                CompositionAttachment(
                    file: "in/\(input.number).pdf", name: input.name, mediaType: "application/pdf",
                    relationship: .source, description: "Original, wie es einging",
                    modified: batch.created.formatted(.iso8601)))
        }
        request.attachments = attachments.isEmpty ? nil : attachments
        let invoices = material.form.invoices.map { "in/\($0).pdf" }
        request.invoicesFrom = invoices.isEmpty ? nil : invoices
    }

    /// Writes the manifest of all files that make up the document as it was composed.
    func writeManifest(
        of document: DocumentRecord, in batch: BatchRecord, _ material: DocumentMaterial, pdf: String, hasNote: Bool
    ) throws(CaptureError) {
        var paths: [(path: String, role: Manifest.Role)] = [(pdf, .document)]
        for page in material.pages {
            paths.append((page.record.file, .original))
            let image = page.facts.record
            for file in [image.file] + (image.layers == nil ? [] : RecordLayers.fileNames) {
                paths.append((page.record.folder + "/" + file, .recordImage))
            }
            paths.append((page.record.folder + "/analysis.json", .analysis))
        }
        if hasNote { paths.append((document.note, .transferNote)) }
        let manifest = try Manifest(
            batch: batch.id, document: document.id, form: material.form.name, paths: paths,
            in: store.path(batch, ""))
        try DurableFile.write(try manifest.canonical, to: store.path(batch, document.manifest))
    }

    /// What goes beside the PDF, and what the PDF is; nil for documents made before there were manifests.
    ///
    /// Where the PDF was sealed since, the manifest follows it first.
    func proofs(
        of document: DocumentRecord, in batch: BatchRecord
    ) throws(CaptureError) -> (form: String, companions: [Companion])? {
        let path = store.path(batch, document.manifest)
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        var manifest = try Manifest(reading: bytes)
        if let sha256 = document.sha256, manifest.files.first(where: { $0.role == .document })?.sha256 != sha256 {
            let size = try SHA256.of(file: store.path(batch, document.pdf)).sizeInBytes
            manifest = manifest.replacingDocument(path: document.pdf, sha256: sha256, sizeInBytes: size)
            try DurableFile.write(try manifest.canonical, to: path)
        }
        var companions = [
            Companion(kind: "manifest", ending: ".manifest", path: path, sha256: SHA256.of(try manifest.canonical))
        ]
        // A file that goes as it came has no room for the note.
        if manifest.form == "delivered", let note = manifest.files.first(where: { $0.role == .transferNote }) {
            companions.append(
                Companion(
                    kind: "transferNote", ending: ".transfervermerk", path: store.path(batch, note.path),
                    sha256: note.sha256))
        }
        return (manifest.form, companions)
    }
}

extension DeliveryPackage {
    /// The SHA-256 of the manifest, which stands for all files of the document.
    var manifest: String? { companions?.first { $0.kind == "manifest" }?.sha256 }
}

extension DocumentForm {
    /// The worker needs the file to attach it or what is in it.
    fileprivate func needs(_ input: Int) -> Bool { attached.contains(input) || invoices.contains(input) }
}
