package import CaptureModel
import Dispatch
import DurableFiles
import Foundation

/// A folder that an e-file system, an archive or a person fetches documents from; local, NFS or SMB.
///
/// The files of a document are each written beside, synced and renamed: the PDF, its companions where it has any
/// (evidence record, manifest, transfer note), then its metadata as JSON, then as XML. The XML comes last, so its presence
/// says that the document is whole. Names follow from the package alone; an attempt that was killed anywhere is completed
/// by the next one, and a completed one is only read back.
package struct FolderTarget: DeliveryTarget {
    package let name: String
    private let root: String
    private let sentinel: String?
    /// Where file calls are made: on a share they block for as long as the network likes.
    ///
    /// One after the other, which also keeps two deliveries of this process out of each other's way.
    private let queue: DispatchQueue

    /// - Parameters:
    ///   - name: what profiles call this target.
    ///   - root: a folder that exists; below it everything is created as needed.
    ///   - sentinel: name of a file that must lie in the root, which proves that the share is mounted.
    package init(name: String, root: String, sentinel: String? = nil) {
        self.name = name
        self.root = root
        self.sentinel = sentinel
        queue = DispatchQueue(label: "delivery.\(name)")
    }

    package func deliver(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt {
        try await onQueue { () throws(CaptureError) in try deliverNow(package) }
    }

    package func find(_ package: DeliveryPackage) async throws(CaptureError) -> Receipt? {
        try await onQueue { () throws(CaptureError) in try findNow(package) }
    }

    private func deliverNow(_ package: DeliveryPackage) throws(CaptureError) -> Receipt {
        let names = DeliveryNames(package)
        let folder = try makeFolder(names.folder)
        if let receipt = try receipt(for: package, names, in: folder) { return receipt }
        try place(package.pdf, package.sha256, as: names.pdf, names, in: folder)
        try FaultPoint.pass("target.pdf")
        for companion in package.companions ?? [] {
            guard let name = names.companions[companion.kind] else { continue }
            try place(companion.path, companion.sha256, as: name, names, in: folder)
        }
        try place(package.metadata.json(), as: names.metadata, of: package, names, in: folder)
        try FaultPoint.pass("target.metadata")
        try place(package.metadata.xml(), as: names.metadataXML, of: package, names, in: folder)
        guard let receipt = try receipt(for: package, names, in: folder) else { throw .deliveryNotConfirmed }
        return receipt
    }

    private func findNow(_ package: DeliveryPackage) throws(CaptureError) -> Receipt? {
        let names = DeliveryNames(package)
        var folder = try TargetFolder(root: root, sentinel: sentinel)
        for component in names.folder {
            guard let below = try folder.subfolder(component) else { return nil }
            folder = below
        }
        return try receipt(for: package, names, in: folder)
    }

    private func makeFolder(_ components: [String]) throws(CaptureError) -> TargetFolder {
        var folder = try TargetFolder(root: root, sentinel: sentinel)
        for component in components {
            try folder.makeSubfolder(component)
            guard let below = try folder.subfolder(component) else { throw .storage("openat") }
            folder = below
        }
        return folder
    }

    /// The receipt if all files are there and those with a hash, read from the target, have it.
    private func receipt(
        for package: DeliveryPackage, _ names: DeliveryNames, in folder: borrowing TargetFolder
    ) throws(CaptureError) -> Receipt? {
        for name in [names.metadataXML, names.metadata] {
            guard let file = try folder.file(name), try package.owns(metadata: file.content()) else { return nil }
        }
        for companion in package.companions ?? [] {
            guard let name = names.companions[companion.kind],
                try folder.file(name)?.digest().hex == companion.sha256
            else { return nil }
        }
        guard let digest = try folder.file(names.pdf)?.digest(), digest.hex == package.sha256 else { return nil }
        let files = [
            "pdf": path(names.path(of: names.pdf)),
            "metadata": path(names.path(of: names.metadata)),
            "metadataXML": path(names.path(of: names.metadataXML)),
        ]
        return Receipt(
            target: name, object: names.path(of: names.pdf), sha256: digest.hex, sizeInBytes: digest.sizeInBytes,
            files: files.merging(names.companions.mapValues { path(names.path(of: $0)) }) { own, _ in own })
    }

    private func path(_ belowRoot: String) -> String { (root as NSString).appendingPathComponent(belowRoot) }

    private func onQueue<Answer: Sendable>(
        _ work: @escaping @Sendable () throws(CaptureError) -> Answer
    ) async throws(CaptureError) -> Answer {
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: work)) }
        }
        return try result.get()
    }
}

// What is put there, unless an earlier attempt has put it there already.
extension FolderTarget {
    private func place(
        _ source: String, _ sha256: String, as name: String, _ names: DeliveryNames, in folder: borrowing TargetFolder
    ) throws(CaptureError) {
        if let present = try folder.file(name) {
            guard try present.digest().hex == sha256 else { throw .deliveryConflict("file") }
            return
        }
        try folder.place(name, part: names.part) { (part) throws(CaptureError) in
            try copy(source, sha256, to: part)
        }
    }

    private func place(
        _ content: Data, as name: String, of package: DeliveryPackage, _ names: DeliveryNames,
        in folder: borrowing TargetFolder
    ) throws(CaptureError) {
        if let present = try folder.file(name) {
            guard try package.owns(metadata: present.content()) else { throw .deliveryConflict("metadata") }
            return
        }
        try folder.place(name, part: names.part) { (part) throws(CaptureError) in
            try append(content, to: part)
        }
    }

    private func append(_ content: Data, to part: borrowing PartFile) throws(CaptureError) {
        let written: Result<Void, CaptureError> = content.withUnsafeBytes { bytes in
            do throws(CaptureError) { return .success(try part.append(bytes)) } catch { return .failure(error) }
        }
        try written.get()
    }

    /// Hashes the very bytes it copies: what changed since the package was made never gets a name at the target.
    private func copy(_ path: String, _ sha256: String, to part: borrowing PartFile) throws(CaptureError) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .storage("open") }
        defer { close(source) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var hash = SHA256()
        while true {
            let count = read(source, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .storage("read") }
            if count == 0 { break }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            hash.update(piece)
            try part.append(piece)
        }
        guard hash.finish() == sha256 else { throw .deliveryHashMismatch }
    }
}
