import Foundation
import TestSupport
import Testing

/// A child that entered the sandbox tries what a taken-over decoder would.
@Suite("the sandbox")
struct SandboxTests {
    private let run: JobRun

    init() throws {
        run = try JobRun()
        try run.scratch.write(Data("page".utf8), to: "in/page")
        try run.scratch.write(Data("other".utf8), to: "other/page")
    }

    /// What the child says to one attempt: "ok" or the error's name.
    private func attempt(_ action: String, _ operand: String) throws -> String {
        let probe = try #require(Programs.path(of: "sandbox-probe"), "sandbox-probe is not built")
        let outcome = try Tool.run(probe, [run.scratch.path, action, operand])
        return outcome.text.trimmingCharacters(in: .newlines)
    }

    @Test("the job's own files can be read, and results and its own files written")
    func inside() throws {
        #expect(try attempt("read", run.scratch.path("in/page")) == "ok")
        #expect(try attempt("write", run.scratch.path("out/result")) == "ok")
        #expect(try attempt("write", run.scratch.path("tmp/own")) == "ok")
        #expect(try attempt("remove", run.scratch.path("tmp/own")) == "ok")
    }

    @Test("what came in cannot be changed or removed")
    func input() throws {
        #expect(try attempt("write", run.scratch.path("in/page")) == "EACCES")
        #expect(try attempt("remove", run.scratch.path("in/page")) == "EACCES")
        #expect(try attempt("chmod", run.scratch.path("in/page")) == "EPERM")
    }

    @Test("nothing else can be read or listed", arguments: ["/etc/passwd", "/proc/1/environ", "/root", "/home"])
    func outside(_ path: String) throws { #expect(try attempt("read", path) == "EACCES") }

    @Test("another job's folder is out of reach")
    func otherJob() throws {
        #expect(try attempt("read", run.scratch.path("other/page")) == "EACCES")
        #expect(try attempt("write", run.scratch.path("other/new")) == "EACCES")
        #expect(try attempt("list", run.scratch.path("other")) == "EACCES")
    }

    @Test("there is no network")
    func network() throws { #expect(try attempt("socket", "") == "EPERM") }

    @Test("memory and files have their limits")
    func limits() throws {
        #expect(try attempt("map", "256") == "ok")
        #expect(try attempt("map", "2048") == "ENOMEM")
        #expect(try attempt("grow", run.scratch.path("tmp/large")) == "EFBIG")
    }

    @Test("programs of the system can be run, others cannot")
    func programs() throws {
        #expect(try attempt("run", "/usr/bin/pdfinfo -v") == "ok")
        let copy = run.scratch.path("out/program")
        try FileManager.default.copyItem(atPath: "/bin/true", toPath: copy)
        #expect(try attempt("run", copy) == "EACCES")
    }
}
