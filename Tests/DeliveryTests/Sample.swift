import CaptureModel
import Delivery
import DurableFiles
import Foundation
import TestSupport

/// An invented document, ready to be delivered.
enum Sample {
    static let pdf = Data("%PDF-1.7\nnot much of a document\n%%EOF\n".utf8)

    static func package(_ deliveryID: String = "delivery-1", in scratch: Scratch) throws -> DeliveryPackage {
        let hash = SHA256.of(pdf)
        return DeliveryPackage(
            deliveryID: deliveryID, pdf: try scratch.write(pdf, to: "made/\(deliveryID).pdf"), sha256: hash,
            folder: ["Kämmerei", "12.34-2026/0815"], fileName: "Rechnung Müller",
            metadata: DocumentMetadata(
                documentID: "document-1", deliveryID: deliveryID, batchID: "batch-1", profile: "tagespost",
                profileVersion: "3", type: "rechnung", title: "Rechnung <Müller & Söhne>",
                fields: ["betrag": "12,50 EUR", "fileReference": "12.34-2026/0815"], pageCount: 2,
                received: "2026-11-02T08:15:00+01:00", channel: "scanner", sha256: hash))
    }
}

/// A folder that a target delivers into, and what lies in it.
struct Share: Sendable {
    let scratch: Scratch
    let root: String

    init() throws {
        scratch = try Scratch()
        root = scratch.path("share")
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    var target: FolderTarget { FolderTarget(name: "eakte", root: root) }

    /// Paths of all files below the root, hidden ones too, in order.
    func files() -> [String] {
        let manager = FileManager.default
        let names = manager.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { name in
            let attributes = try? manager.attributesOfItem(atPath: root + "/" + name)
            return attributes?[.type] as? FileAttributeType != .typeDirectory
        }
    }

    func remove(_ path: String?) throws {
        guard let path else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
