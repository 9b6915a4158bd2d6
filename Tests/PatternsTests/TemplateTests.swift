import CaptureModel
import Patterns
import Testing

@Suite struct TemplateTests {
    @Test("a value with slashes stays one component")
    func components() throws {
        let path = try Template.fill("/Amt ${office}/${ref}", ["office": "50", "ref": "50.20-2026/0123/../x"])
        #expect(path == ["Amt 50", "50.20-2026/0123/../x"])
    }

    @Test("a value that looks like a template is not filled again")
    func once() throws {
        #expect(try Template("${a}").filled(with: ["a": "${b}", "b": "x"]) == "${b}")
    }

    @Test("a variable without a value is an error", arguments: [[:], ["a": ""], ["a": " \t"]])
    func missing(_ values: [String: String]) {
        #expect(throws: CaptureError.self) { try Template("/x/${a}").components(filledWith: values) }
    }

    @Test("variables are listed once, in order")
    func variables() throws {
        #expect(try Template("/${b}/${a.c}${b}").variables == ["b", "a.c"])
    }

    @Test("unfinished or odd variables are refused", arguments: ["${a", "${}", "${a b}", "${ä}", "x${"])
    func malformed(_ text: String) {
        #expect(throws: CaptureError.self) { try Template(text) }
    }
}
