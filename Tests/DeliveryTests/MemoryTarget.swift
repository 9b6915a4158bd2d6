import CaptureModel
import DurableFiles
import Foundation

/// A target that forgets everything with the test; the second one of the protocol.
actor MemoryTarget: DeliveryTarget {
    private struct Entry {
        var sha256: String
        var sizeInBytes: Int
        var metadata: DocumentMetadata?
    }

    nonisolated let name = "memory"
    private var entries: [String: Entry] = [:]

    var count: Int { entries.count }

    func deliver(_ package: DeliveryPackage) throws(CaptureError) -> Receipt {
        try storeData(of: package)
        entries[package.deliveryID]?.metadata = package.metadata
        guard let receipt = find(package) else { throw .fault("find") }
        return receipt
    }

    func find(_ package: DeliveryPackage) -> Receipt? {
        guard let entry = entries[package.deliveryID], entry.metadata != nil else { return nil }
        return Receipt(
            target: name, object: package.deliveryID, sha256: entry.sha256, sizeInBytes: entry.sizeInBytes,
            files: ["pdf": package.deliveryID + ".pdf", "metadata": package.deliveryID + ".json"])
    }

    /// The first half of a delivery.
    func storeData(of package: DeliveryPackage) throws(CaptureError) {
        let digest = try SHA256.of(file: package.pdf)
        guard digest.hex == package.sha256 else {
            let text = LocalizedText(de: "Falsche Prüfsumme.", en: "Wrong checksum.")
            throw CaptureError(.badInput, "wrong-hash", text, remedy: text)
        }
        entries[package.deliveryID] = Entry(sha256: digest.hex, sizeInBytes: digest.sizeInBytes)
    }
}
