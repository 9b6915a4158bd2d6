import Glibc

/// A flag that wakes who waits for it; `set` may be called on any thread and in a signal handler.
///
/// A pipe holds the state: a byte in it means set.
struct CancellationSignal: ~Copyable {
    private let input: Int32
    private let output: Int32

    /// Nil where the process has no descriptors left.
    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (output, input) = (ends[0], ends[1])
    }

    func set() {
        var byte: UInt8 = 1
        _ = write(input, &byte, 1)
    }

    func clear() {
        var byte: UInt8 = 0
        while read(output, &byte, 1) > 0 {}
    }

    /// Waits until it is set or the time is over, for ever where that is negative; true when it is set.
    @discardableResult
    func wait(milliseconds: Int32) -> Bool {
        var end = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        return poll(&end, 1, milliseconds) > 0
    }

    deinit {
        close(input)
        close(output)
    }
}
