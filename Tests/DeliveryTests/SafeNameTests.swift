import Testing

@testable import Delivery

@Suite("Safe names")
struct SafeNameTests {
    @Test(
        "untrusted text becomes a name that means one thing everywhere",
        arguments: [
            ("Straßenbauamt (Süd), 12.34-2026", "Straßenbauamt (Süd), 12.34-2026"),
            ("12.34-2026/0815", "12.34-2026-0815"),
            ("..", "_"),
            ("../../etc/passwd", "-..-etc-passwd"),
            (".hidden", "hidden"),
            ("ends with dots. .", "ends with dots"),
            ("", "_"),
            ("a\tb\nc", "a-b-c"),
            ("C:\\Windows|*?\"<>", "C--Windows------"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("Com1", "_Com1"),
            ("COM", "COM"),
            ("Mu\u{308}ller", "Müller"),
            ("abc\u{202E}fdp.exe", "abc-fdp.exe"),
            ("\u{FF0E}\u{FF0E}\u{FF0F}", "---"),
            ("Łukasz Ẑ ẞ", "Łukasz Ẑ ẞ"),
        ])
    func rule(untrusted: String, name: String) {
        #expect(SafeName(untrusted).text == name)
    }

    @Test("a zero byte does not end a name")
    func zeroByte() {
        #expect(SafeName("a\u{0}b").text == "a-b")
    }

    @Test("a long name is cut between letters and keeps its suffix")
    func length() {
        let name = SafeName(String(repeating: "ü", count: 500), suffix: "-0123456789ab.json").text
        #expect(name.utf8.count <= SafeName.longest)
        #expect(name.hasSuffix("ü-0123456789ab.json"))
    }

    @Test("a name cut behind a dot does not end with it")
    func cutAtDot() {
        let name = SafeName(String(repeating: "a", count: SafeName.longest - 2) + "..b").text
        #expect(name == String(repeating: "a", count: SafeName.longest - 2))
    }

    @Test("a safe name stays as it is", arguments: ["..", "a/b", "CON", "Müller", ". x .", ""])
    func idempotence(untrusted: String) {
        let name = SafeName(untrusted).text
        #expect(SafeName(name).text == name)
    }
}
