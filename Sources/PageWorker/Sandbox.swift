// What the worker may touch.
//
// Image and PDF decoders have faults, and everybody may send a county a letter. So before the first byte is read, the
// process gives up whatever reading pages does not need; if a decoder is taken over, all it holds is one job's files.
// Landlock keeps the file system away, seccomp the network and the kernel, limits keep memory and disk. The rules hold
// for this thread, later threads and child programs: enter first thing in `main`, before a thread starts.

import CSandbox
package import CaptureModel
import Foundation

/// The cage around a worker.
package enum Sandbox {
    /// Address space, in bytes: an A3 page of 100 megapixels in color with its working copies.
    private static let memory: UInt64 = 1536 << 20
    /// Largest file written, in bytes.
    private static let fileSize: UInt64 = 1 << 30
    private static let openFiles: UInt64 = 256

    /// Programs and their libraries, models of the text recognition, fonts; and the places these look for settings.
    private static let system = ["/usr", "/lib", "/lib64", "/bin"]
    private static let settings = [
        "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/var/cache/fontconfig", "/dev/urandom", "/dev/zero",
    ]

    /// Enters for good.
    ///
    /// A feature that the kernel lacks is told on standard error and done without, a feature that fails
    /// otherwise ends in an error: then nothing may be read.
    package static func enter(jobFolder folder: JobFolder) throws(CaptureError) {
        signal(SIGXFSZ, SIG_IGN)  // a file grown too large is an error of `write`, not the end of the process
        try limit(RLIMIT_AS, memory)
        try limit(RLIMIT_FSIZE, fileSize)
        try limit(RLIMIT_NOFILE, openFiles)
        try limit(RLIMIT_CORE, 0)
        try check(csandbox_no_new_privileges(), "PR_SET_NO_NEW_PRIVS")
        try check(csandbox_undumpable(), "PR_SET_DUMPABLE")
        try check(csandbox_die_with_parent(), "PR_SET_PDEATHSIG")
        try restrictFiles(folder)
        let denied = csandbox_deny_system_calls()
        if denied < 0 { warn("no system call filter: \(reason(-denied))") }
    }

    private static func restrictFiles(_ folder: JobFolder) throws(CaptureError) {
        let abi = csandbox_landlock_abi()
        guard abi > 0 else { return warn("no landlock: \(reason(-abi))") }
        let rules = csandbox_landlock_create(abi)
        try check(rules, "landlock_create_ruleset")
        let models = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"].map { [$0] } ?? []
        for path in system { allow(path, csandbox_read_and_run, rules, abi) }
        for path in settings + models { allow(path, csandbox_read, rules, abi) }
        allow("/dev/null", csandbox_read_and_write, rules, abi)
        // The job's own folders must be there: without them nothing works, and the reason would be told too late.
        try check(csandbox_landlock_allow(rules, abi, folder.input, csandbox_read), "landlock_add_rule in/")
        try check(csandbox_landlock_allow(rules, abi, folder.output, csandbox_read_and_write), "landlock_add_rule out/")
        try check(
            csandbox_landlock_allow(rules, abi, folder.temporary, csandbox_read_and_write), "landlock_add_rule tmp/")
        try check(csandbox_landlock_enter(rules), "landlock_restrict_self")
    }

    /// A place of the system that is not there needs no exception.
    private static func allow(_ path: String, _ access: csandbox_access, _ rules: Int32, _ abi: Int32) {
        _ = csandbox_landlock_allow(rules, abi, path, access)
    }

    /// Never raises a limit that is lower already.
    private static func limit(_ resource: __rlimit_resource, _ value: UInt64) throws(CaptureError) {
        var limits = rlimit()
        getrlimit(__rlimit_resource_t(resource.rawValue), &limits)
        limits = rlimit(rlim_cur: min(rlim_t(value), limits.rlim_max), rlim_max: min(rlim_t(value), limits.rlim_max))
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0 else {
            throw .fault("setrlimit", reason(errno))
        }
    }

    private static func check(_ result: Int32, _ call: String) throws(CaptureError) {
        guard result >= 0 else { throw .fault(call, reason(-result)) }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    private static func warn(_ text: String) {
        FileHandle.standardError.write(Data("scanstelle-worker: sandbox: \(text)\n".utf8))
    }
}
