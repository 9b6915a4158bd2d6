package import CaptureModel
import CSandbox
import Foundation

/// The environment variables that libraries and child programs of a worker find.
package enum WorkerEnvironment {
    /// Sets the variables; starts the program anew where they were not set before.
    ///
    /// glibc reads its own when it is loaded, before any line of ours: by default it gives the memory of every image back
    /// to the kernel and has it cleared again for the next; kept, up to 64 MB of it, a page takes 4 % less processor time
    /// and no more memory at its peak. OpenMP has no threads to offer here (CEngineShortcuts), and were a library to ask
    /// in a way that is not answered there, it is to have one.
    package static func establish(jobFolder folder: JobFolder) throws(CaptureError) {
        dropUnreadMessages()
        // Reading can wait, a scanner cannot. Where the system refuses, reading goes on with the usual priority.
        _ = csandbox_yield_to_others()
        let variables = [
            "OMP_THREAD_LIMIT": "1", "TMPDIR": folder.temporary, "XDG_CACHE_HOME": folder.temporary,
            "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
            "GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=\(32 << 20):glibc.malloc.trim_threshold=\(64 << 20)",
        ]
        guard variables.contains(where: { ProcessInfo.processInfo.environment[$0.key] != $0.value }) else { return }
        for (name, value) in variables { setenv(name, value, 1) }
        var words = CommandLine.arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &words)
        throw .fault("execv", String(cString: strerror(errno)))
    }

    /// Libraries that complain more than anybody reads must not stop the worker: what a full pipe cannot take is lost.
    ///
    /// Only for a pipe, which is the worker's alone; a terminal would go on so for the programs it is shared with.
    private static func dropUnreadMessages() {
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
        _ = fcntl(STDERR_FILENO, F_SETFL, fcntl(STDERR_FILENO, F_GETFL) | O_NONBLOCK)
    }
}
