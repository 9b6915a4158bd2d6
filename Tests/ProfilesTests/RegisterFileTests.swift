import CaptureModel
import Testing

@testable import Profiles

@Suite struct RegisterFileTests {
    @Test("keys are found whatever their case, spaces and dashes") func keys() {
        let file = RegisterFile("key;office\n50.20-2026/0123;50\n", name: "r", file: "r.csv")
        #expect(file.register.entries[Register.normalizedKey("50.20 – 2026/0123")]?.columns == ["office": "50"])
        #expect(file.problems == [] && file.columns == ["office"])
    }

    @Test("commas, quotes and line breaks inside quotes are read") func quotes() {
        let file = RegisterFile("id,name\r\n1,\"Muster, \"\"M\"\"\r\nGmbH\"\r\n2,x\r\n", name: "r", file: "r.csv")
        #expect(file.register.entries["1"]?.columns["name"] == "Muster, \"M\"\nGmbH" && file.problems == [])
    }

    @Test(
        "faults are told with their line",
        arguments: [
            ("", 1), ("key;key\n", 1), ("key;ä\n", 1), ("key;a\n1;2;3\n", 2), ("key;a\n1;2\n\n 1 ;3\n", 4),
            ("key;a\n;2\n", 2),
        ])
    func faults(_ text: String, _ line: Int) {
        #expect(RegisterFile(text, name: "r", file: "r.csv").problems.map(\.line) == [line])
    }
}
