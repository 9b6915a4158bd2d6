import BatchStore
import CaptureModel
import DurableFiles
import Foundation
import Hummingbird
import NIOCore

/// A body on its way into a file of the state folder; the file goes with the value unless somebody took it over.
struct UploadFile: ~Copyable {
    let path: String
    private let descriptor: Int32

    init(in folder: StateFolder) throws(CaptureError) {
        path = folder.uploads + "/" + UUID().uuidString + ".part"
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .storage("open") }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Writes and hashes the body as it comes; more than `limit` bytes are refused at once.
    func receive(_ body: RequestBody, limit: Int) async throws -> ReceivedFile {
        var hash = SHA256()
        var size = 0
        for try await buffer in body {
            size += buffer.readableBytes
            guard size <= limit else { throw APIProblem.tooLarge }
            try buffer.withUnsafeReadableBytes { bytes in
                hash.update(bytes)
                try write(bytes)
            }
        }
        guard size > 0 else { throw APIProblem.emptyBody }
        try await settle()
        return ReceivedFile(path: path, sha256: hash.finish(), sizeInBytes: size)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(CaptureError) {
        var done = 0
        while done < bytes.count {
            let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .storage("write") }
            done += count
        }
    }

    /// Waits for the disk on a thread of its own, so that a large file holds up nobody else; what was synced here costs
    /// nothing when the file is taken over.
    private func settle() async throws(CaptureError) {
        let descriptor = descriptor
        let fault = await withCheckedContinuation { (done: CheckedContinuation<Int32, Never>) in
            DispatchQueue.global().async { done.resume(returning: fsync(descriptor) == 0 ? 0 : errno) }
        }
        guard fault == 0 else {
            errno = fault
            throw .storage("fsync")
        }
    }

    /// Ends the use of the path: what nobody took over is removed.
    consuming func done() {}

    /// Leftovers of requests that a stop broke off.
    static func removeAll(in folder: StateFolder) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.uploads)) ?? [] {
            unlink(folder.uploads + "/" + name)
        }
    }
}
