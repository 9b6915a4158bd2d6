import Foundation

/// A place documents are delivered to (Ablieferung): an e-file system, a folder, an archive.
///
/// Delivering the same package twice has the effect of once; `find` tells whether an attempt with unknown outcome arrived.
package protocol DeliveryTarget: Sendable {
    var name: String { get }

    /// Hands the package over and reads it back before it answers.
    func deliver(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt

    /// The receipt of an earlier delivery of this package, nil where it did not arrive whole.
    func find(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt?
}

/// A finished document with what the target must know.
package struct DeliveryPackage: Sendable, Hashable, Codable {
    /// Fixed before the first attempt; travels with every attempt.
    package var deliveryID: String
    /// Path of the PDF on this machine.
    package var pdf: String
    package var sha256: String
    /// Path components below the target's root, already filled in; untrusted text, made safe by the target.
    package var folder: [String]
    /// File name without extension, untrusted text.
    package var fileName: String
    package var metadata: DocumentMetadata
    /// Files that go beside the PDF, before the metadata that say it is whole; nil where there are none.
    package var companions: [Companion]?

    package init(
        deliveryID: String, pdf: String, sha256: String, folder: [String], fileName: String, metadata: DocumentMetadata
    ) {
        self.deliveryID = deliveryID
        self.pdf = pdf
        self.sha256 = sha256
        self.folder = folder
        self.fileName = fileName
        self.metadata = metadata
    }
}

/// A file that goes beside the PDF, as a proof that belongs to it.
package struct Companion: Sendable, Hashable, Codable {
    /// What the receipt calls it, as `manifest`.
    package var kind: String
    /// What follows the PDF's name without its ending, as `.manifest.json`.
    package var ending: String
    /// Path on this machine.
    package var path: String
    package var sha256: String

    package init(kind: String, ending: String, path: String, sha256: String) {
        self.kind = kind
        self.ending = ending
        self.path = path
        self.sha256 = sha256
    }
}

/// What goes beside the PDF as JSON and XML.
package struct DocumentMetadata: Sendable, Hashable, Codable {
    package var documentID: String
    package var deliveryID: String
    package var batchID: String
    package var profile: String
    package var profileVersion: String
    package var type: String?
    package var title: String
    package var fields: [String: String]
    package var pageCount: Int
    /// When the mail was received, ISO 8601 with offset.
    package var received: String
    /// How it came: `scanner`, `folder`, `upload`, `command`, `mail`.
    package var channel: String
    package var sha256: String
    /// The level of the seal inside the PDF, `PAdES B-B` or `PAdES B-T`; nil where it has none.
    package var seal: String?
    /// The kind of evidence that lies beside the PDF, `RFC 4998`; nil where there is none.
    package var evidence: String?
    /// What the PDF is: `converted`, `attached` (with the file it came in inside) or `delivered` (that file itself).
    package var form: String?

    package init(
        documentID: String, deliveryID: String, batchID: String, profile: String, profileVersion: String, type: String?,
        title: String, fields: [String: String], pageCount: Int, received: String, channel: String, sha256: String
    ) {
        self.documentID = documentID
        self.deliveryID = deliveryID
        self.batchID = batchID
        self.profile = profile
        self.profileVersion = profileVersion
        self.type = type
        self.title = title
        self.fields = fields
        self.pageCount = pageCount
        self.received = received
        self.channel = channel
        self.sha256 = sha256
    }
}

/// The target's proof (Quittung) that a document arrived whole.
package struct Receipt: Sendable, Hashable, Codable {
    package var target: String
    /// How the target names the document, as a path.
    package var object: String
    package var sha256: String
    package var sizeInBytes: Int
    /// Files by kind: `pdf`, `metadata`, `metadataXML`, and those of the package's companions.
    package var files: [String: String]

    package init(target: String, object: String, sha256: String, sizeInBytes: Int, files: [String: String]) {
        self.target = target
        self.object = object
        self.sha256 = sha256
        self.sizeInBytes = sizeInBytes
        self.files = files
    }
}
