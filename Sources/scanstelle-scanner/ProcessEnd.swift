import Foundation

/// The end of this process, whatever its driver does.
enum ProcessEnd {
    /// Ends the process with `status` unless it has ended by itself before; no library is asked.
    static func force(afterSeconds seconds: Double, status: Int32) {
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: seconds)
            _exit(status)
        }
    }
}
