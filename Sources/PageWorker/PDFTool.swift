// The command line tools of poppler and qpdf as children: a PDF parser has more faults than all the rest, so it gets a
// process of its own inside the sandbox, with limits on time and on what it writes. (Poppler's licence, the GPL, forbids
// linking as well.)

import CSandbox
import CaptureModel
import Foundation

/// One run of a tool.
struct PDFTool {
    enum Name: String { case pdfinfo, pdfimages, pdftoppm, pdftotext, pdfdetach, qpdf }

    /// What a run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        /// The output was longer than is ever sensible, and its end is missing.
        let isCut: Bool
        let errors: String
        /// Where all of the output lies until the next run.
        let outputFile: String
    }

    /// Bytes of output that are read: 10,000 words with their places, or as many images.
    private static let longestOutput = 2 << 20
    /// Time for all runs of one job, in seconds, by the wall clock and of the processor; an A3 page at 600 dpi takes 5.
    private static let longestJob = 25
    /// Largest file a run may write, in bytes: 100 megapixels in color with room to spare.
    private static let largestFile: UInt64 = 400 << 20
    /// Debian installs them here; a search path could be turned against us.
    private static let folder = "/usr/bin/"

    let job: JobFolder
    private let deadline: ContinuousClock.Instant

    /// The tools for one job, whose time begins now.
    init(job: JobFolder) {
        self.job = job
        deadline = .now + .seconds(Self.longestJob)
    }

    /// Runs to the end; throws where the tool cannot be started or takes too long.
    func run(_ name: Name, _ arguments: [String]) throws(CaptureError) -> Outcome {
        let outputFile = job.temporary + "/output.txt"
        let output = try TextFile(path: outputFile)
        let errors = try TextFile(path: job.temporary + "/errors.txt")
        let child = Self.spawn(name, arguments, output: output.descriptor, errors: errors.descriptor)
        guard child > 0 else { throw .fault(name.rawValue, String(cString: strerror(-child))) }
        let left = (deadline - .now) / .milliseconds(1)
        let status = csandbox_wait(child, Int32(max(0, left)))
        guard status != -ETIME, status != 128 + SIGXCPU else { throw .pdfTooComplex(name.rawValue) }
        guard status >= 0 else { throw .fault(name.rawValue, String(cString: strerror(-status))) }
        return Outcome(
            status: status, output: output.text(atMost: Self.longestOutput),
            isCut: output.size > Self.longestOutput, errors: errors.text(atMost: 4096),
            outputFile: outputFile)
    }

    private static func spawn(_ name: Name, _ arguments: [String], output: Int32, errors: Int32) -> Int32 {
        let words = ([name.rawValue] + arguments).map { strdup($0) }
        let variables = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for word in words + variables { free(word) } }
        return csandbox_spawn(
            folder + name.rawValue, words + [nil], variables + [nil], output, errors, UInt64(longestJob), largestFile)
    }

    /// A file for what a child prints.
    private struct TextFile: ~Copyable {
        let descriptor: Int32

        init(path: String) throws(CaptureError) {
            descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .fault("open", String(cString: strerror(errno))) }
        }

        /// Bytes in the file.
        var size: Int {
            var status = stat()
            return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        }

        borrowing func text(atMost limit: Int) -> String {
            var buffer = [UInt8](repeating: 0, count: min(limit, size))
            let count = pread(descriptor, &buffer, buffer.count, 0)
            return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }

        deinit { close(descriptor) }
    }
}
