import CaptureModel
import DurableFiles
import Foundation

/// The names a package gets below the root of a folder target; the same for every attempt.
struct DeliveryNames {
    let folder: [String]
    let pdf: String
    let metadata: String
    let metadataXML: String
    /// By kind.
    let companions: [String: String]
    /// The name a file has until it is whole.
    ///
    /// Hidden, and without any text from the paper.
    let part: String

    init(_ package: DeliveryPackage) {
        // 48 bits of the id's hash keep documents with one file name apart; should two ever meet, the second is a conflict
        // and nothing is lost.
        let id = String(SHA256.of(Data(package.deliveryID.utf8)).prefix(12))
        folder = package.folder.map { SafeName($0).text }
        pdf = SafeName(package.fileName, suffix: "-\(id).pdf").text
        let stem = pdf.dropLast(".pdf".count)
        metadata = stem + ".json"
        metadataXML = stem + ".xml"
        companions = Dictionary(
            (package.companions ?? []).map { ($0.kind, stem + $0.ending) }, uniquingKeysWith: { first, _ in first })
        part = ".\(id).part"
    }

    func path(of file: String) -> String { (folder + [file]).joined(separator: "/") }
}
