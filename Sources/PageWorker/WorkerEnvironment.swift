package import CaptureModel
import CSandbox
import Foundation

/// What a worker is to find around it before its first job.
package enum WorkerEnvironment {
    /// Sets the variables; starts the program anew where they were not given along.
    package static func establish(jobFolder folder: JobFolder) throws(CaptureError) {
        dropUnreadMessages()
        // Reading can wait, a scanner cannot. Where the system refuses, reading goes on with the usual priority.
        _ = csandbox_yield_to_others()
        let variables = WorkerVariables.inside(jobFolder: folder.path)
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
