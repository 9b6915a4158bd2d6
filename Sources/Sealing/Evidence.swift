package import CaptureModel
import Cryptography
package import Foundation

/// Evidence records that lie beside documents.
package enum Evidence {
    /// When the document was there unchanged, as its evidence record proves.
    ///
    /// - Parameter certificates: PEM file of those that are trusted; nil takes those of this machine.
    package static func time(
        of document: String, record: String, certificates: String?
    ) throws(CaptureError) -> Date {
        let content = try SealKeyHolder.content(record) { .evidenceMissing($0) }
        let roots: TrustedRoots =
            if let certificates {
                .certificates(try SealKeyHolder.content(certificates) { .certificateFileMissing($0) })
            } else {
                .system
            }
        return try EvidenceRecord(bytes: content).check(roots: roots) { (algorithm) throws(CaptureError) in
            try digest(of: document, algorithm)
        }.time
    }

    static func digest(of path: String, _ algorithm: DigestAlgorithm) throws(CaptureError) -> [UInt8] {
        let file = try OpenFile(path)
        var digest = MessageDigest(algorithm)
        try file.read(0..<file.sizeInBytes) { digest.update($0) }
        return digest.finish()
    }
}
