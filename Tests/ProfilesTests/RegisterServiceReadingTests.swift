import CaptureModel
import Testing

@testable import Profiles

@Suite("Registers that are services, as profiles name them") struct RegisterServiceReadingTests {
    private func check(_ url: String, _ more: String = "") -> (profile: LoadedProfile?, problems: [ProfileProblem]) {
        ProfileLibrary.check(
            """
            profile: muster
            title: Muster
            procedure: {name: Muster, version: "1", validFrom: 2026-01-01}
            registers: [{name: faelle, url: '\(url)', key: nummer, columns: [team]\(more)}]
            index: {fileReference: {register: faelle, find: [{pattern: 'x'}]}}
            route:
              - {when: {fileReference.team: 'a'}, to: ablage}
              - {otherwise: ablage}
            deliver: {ablage: {target: eakte, path: /Ablage}}
            """, file: "muster.yaml", registersFolder: "/nowhere")
    }

    @Test("address, time-out and age are read; nothing is known before it is asked for")
    func read() throws {
        let (loaded, problems) = check("https://a.example/akten?nummer={key}", ", timeoutSeconds: 1, maxAgeSeconds: 0")
        #expect(problems == [])
        let service = try #require(loaded?.profile.registers?.first?.service)
        #expect(service.timeoutSeconds == 1 && service.maxAgeSeconds == 0)
        #expect(loaded?.registers["faelle"] == Register(name: "faelle", entries: [:], answered: []))
    }

    @Test(
        "keys leave the machine encrypted alone, and never name the host",
        arguments: [
            "http://a.example/{key}", "https://{key}.example/", "https://a.example/", "ftp://a.example/{key}",
            "https://me:secret@a.example/{key}", "https://a.example:{key}/", "http://127.0.0.1.example/{key}", "{key}",
        ])
    func refused(_ url: String) {
        #expect(check(url).problems.first?.line == 4)
    }

    @Test("a service on this machine may be asked in the clear") func local() {
        #expect(check("http://127.0.0.1:8080/{key}").problems == [])
    }
}
