import Foundation

/// The environment variables that libraries and child programs of a worker find.
package enum WorkerVariables {
    /// The values by name.
    ///
    /// Whoever starts a worker gives them along; a worker started without them starts itself anew, which costs a tenth of
    /// a second.
    ///
    /// glibc reads its own when it is loaded, before any line of ours: by default it gives the memory of every image back
    /// to the kernel and has it cleared again for the next; kept, up to 64 MB of it, a page takes 4 % less processor time
    /// and no more memory at its peak. OpenMP has no threads to offer here (CEngineShortcuts), and were a library to ask
    /// in a way that is not answered there, it is to have one.
    package static func inside(jobFolder: String) -> [String: String] {
        let temporary = URL(fileURLWithPath: jobFolder).standardizedFileURL.path + "/tmp"
        return [
            "OMP_THREAD_LIMIT": "1", "TMPDIR": temporary, "XDG_CACHE_HOME": temporary, "LC_ALL": "C.UTF-8",
            "SWIFT_BACKTRACE": "enable=no",
            "GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=\(32 << 20):glibc.malloc.trim_threshold=\(64 << 20)",
        ]
    }
}
