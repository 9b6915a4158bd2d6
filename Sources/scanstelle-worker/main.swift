// scanstelle-worker JOBFOLDER: takes jobs on standard input, one JSON object a line, and answers them on standard output.
// JOBFOLDER holds `in/` (only read), `out/` (results) and `tmp/`. Ends with the end of input.

import Foundation
import PageWorker

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: scanstelle-worker JOBFOLDER\n".utf8))
    exit(64)
}
let folder = JobFolder(CommandLine.arguments[1])
do {
    try WorkerEnvironment.establish(jobFolder: folder)
    try Sandbox.enter(jobFolder: folder)
    var loop = WorkerLoop(jobFolder: folder)
    try loop.run()
} catch {
    FileHandle.standardError.write(Data("scanstelle-worker: \(error)\n".utf8))
    exit(70)
}
