import CaptureModel
import Testing

@testable import Patterns

@Suite struct PatternTests {
    @Test("a nested repetition takes linear time on a hundred thousand characters")
    func linear() throws {
        let text = String(repeating: "a", count: 100_000) + "!"
        #expect(try Pattern("(a+)+$").firstMatch(in: text) == nil)
    }

    @Test("an expression is compiled once, and apart for each way to compare letters")
    func shared() throws {
        let first = try CompiledExpression.of("Az\\d+", ignoresCase: false)
        #expect(try CompiledExpression.of("Az\\d+", ignoresCase: false) === first)
        #expect(try CompiledExpression.of("Az\\d+", ignoresCase: true) !== first)
    }

    @Test("groups are reached by number and by name")
    func groups() throws {
        let match = try #require(try Pattern(#"^(?<plan>\d+)-(?P<year>\d{4})(x)?$"#).wholeMatch(in: "50-2026"))
        #expect(match["plan"] == "50" && match["year"] == "2026" && match[1] == "50" && match[3] == nil)
        #expect(match["month"] == nil && match[9] == nil)
    }

    @Test("ranges count UTF-8 bytes")
    func ranges() throws {
        let match = try #require(try Pattern(#"\d+"#).firstMatch(in: "Größe 12"))
        #expect(match.range == 8..<10 && match[0] == "12")
    }

    @Test("umlauts match in either case where case is ignored")
    func umlauts() throws {
        #expect(try Pattern("kündigung", ignoresCase: true).wholeMatch(in: "KÜNDIGUNG") != nil)
        #expect(try Pattern("kündigung").wholeMatch(in: "KÜNDIGUNG") == nil)
    }

    @Test(
        "all matches are found, empty ones left out",
        arguments: [(#"\d+"#, ["1", "22"]), ("x*", []), ("ü", ["ü", "ü"])])
    func all(_ expression: String, _ expected: [String]) throws {
        let matches = try Pattern(expression).allMatches(in: "1ü 22ü")
        #expect(matches.map { $0[0] } == expected)
    }

    @Test("a pattern may match the empty text") func empty() throws {
        #expect(try Pattern("a*").wholeMatch(in: "") != nil)
        #expect(try Pattern("a+").firstMatch(in: "") == nil)
    }

    @Test("a named group inside a class or behind an escape is plain text")
    func literal() throws {
        #expect(try Pattern(#"[(?<a>]+"#).wholeMatch(in: "(?<a>") != nil)
        #expect(try Pattern(#"\(?<a>"#).wholeMatch(in: "<a>") != nil)
    }

    @Test(
        "what RE2 does not know is refused in words",
        arguments: [
            (#"(a)\1"#, "Backreferences"), ("a(?=b)", "Look-around"), ("(?<!a)b", "Look-around"), ("(a", "not a valid"),
        ])
    func refused(_ expression: String, _ message: String) {
        let error = #expect(throws: CaptureError.self) { try Pattern(expression) }
        #expect(error?.code == .badProfile && error?.problem == "bad-pattern")
        #expect(error?.message.en.contains(message) == true && error?.cause.isEmpty == false)
    }

    @Test("an expression that would need too much memory is refused")
    func memory() {
        #expect(throws: CaptureError.self) { try Pattern(#"((\pL{500}){500})"#) }
        #expect(throws: CaptureError.self) { try Pattern(String(repeating: "a", count: 5_000)) }
    }
}
