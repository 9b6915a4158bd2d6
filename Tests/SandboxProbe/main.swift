// Enters the worker's sandbox and tries what the arguments say, one line of result each: "ok" or the error's name.
// For tests alone: a test process cannot enter a sandbox that it never leaves again.

import Foundation
import PageWorker

private let names = [EACCES: "EACCES", EPERM: "EPERM", ENOMEM: "ENOMEM", EFBIG: "EFBIG", ENOENT: "ENOENT"]

private func outcome(_ succeeded: Bool) -> String { succeeded ? "ok" : names[errno] ?? "errno \(errno)" }

private func attempt(_ action: String, _ operand: String) -> String {
    switch action {
    case "read": return outcome(open(operand, O_RDONLY) >= 0)
    case "write": return outcome(open(operand, O_WRONLY | O_CREAT | O_TRUNC, 0o600) >= 0)
    case "remove": return outcome(unlink(operand) == 0)
    case "list": return outcome(opendir(operand) != nil)
    case "socket": return outcome(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0)
    case "chmod": return outcome(chmod(operand, 0o777) == 0)
    case "map":
        let size = (Int(operand) ?? 0) << 20
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return outcome(memory != MAP_FAILED)
    case "grow":
        let file = open(operand, O_WRONLY | O_CREAT, 0o600)
        return outcome(ftruncate(file, 2 << 30) == 0)
    case "run":
        var child = pid_t()
        let words = operand.split(separator: " ").map { strdup(String($0)) } + [nil]
        errno = posix_spawn(
            &child, operand.split(separator: " ").first.map(String.init) ?? "", nil, nil, words, environ)
        return outcome(errno == 0)
    default: return "unknown"
    }
}

let arguments = CommandLine.arguments
do {
    try Sandbox.enter(jobFolder: JobFolder(arguments[1]))
    for index in stride(from: 2, to: arguments.count - 1, by: 2) {
        FileHandle.standardOutput.write(Data((attempt(arguments[index], arguments[index + 1]) + "\n").utf8))
    }
} catch {
    FileHandle.standardOutput.write(Data("\(error)\n".utf8))
}
