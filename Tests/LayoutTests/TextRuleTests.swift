import Testing

@Suite("What stands in no source file")
struct TextRuleTests {
    private let project: Project

    init() throws { project = try Project.current.get() }

    @Test(
        "no word of code that we do without",
        arguments: (TextRules.forbidden + TextRules.forbiddenInSources).map(\.words))
    func forbidden(words: String) {
        let breaches: [String] = project.files.flatMap { TextRules.forbiddenWords(in: $0) }
            .filter { $0.contains(": \(words) (") }
        #expect(breaches == [])
        #expect(!TextRules.forbiddenWords(in: sample("let x = \(words)y")).isEmpty)
        #expect(TextRules.forbiddenWords(in: sample("// \(words)y\nlet text = \"\(words)y\"")) == [])
    }

    @Test("no regular expression that may take exponential time")
    func regexLiterals() {
        #expect(project.sources.flatMap(TextRules.regexLiterals(in:)) == [])
        #expect(!TextRules.regexLiterals(in: sample("let x = /a+b/")).isEmpty)
        #expect(!TextRules.regexLiterals(in: sample("text.split(separator: #/a b/#)")).isEmpty)
        #expect(TextRules.regexLiterals(in: sample("let x = a / b / c\nreduce(1, /)")) == [])
    }

    @Test("indexing touches no file")
    func fileAccess() {
        #expect(project.sources.filter { $0.room == "Indexing" }.flatMap(TextRules.fileAccess(in:)) == [])
        #expect(!TextRules.fileAccess(in: sample("let x = FileManager.default")).isEmpty)
        #expect(!TextRules.fileAccess(in: sample("let x = open(path, 0)")).isEmpty)
        #expect(!TextRules.fileAccess(in: sample("let x = try Data(contentsOf: url)")).isEmpty)
        #expect(TextRules.fileAccess(in: sample("reopen(batch)\nlist.append(contentsOf: others)")) == [])
    }

    @Test("only the programs print")
    func output() {
        let rooms = project.sources.filter { !$0.room.hasPrefix("scanstelle") }
        #expect(rooms.flatMap(TextRules.output(in:)) == [])
        #expect(!TextRules.output(in: sample("print(1)")).isEmpty)
        #expect(TextRules.output(in: sample("fingerprint(1)")) == [])
    }

    @Test("no file is longer than 500 lines and no function longer than 60")
    func lengths() {
        #expect(project.files.flatMap(TextRules.length(of:)) == [])
        #expect(project.files.flatMap(TextRules.functionLengths(in:)) == [])
        let body = String(repeating: "    x()\n", count: 500)
        #expect(!TextRules.length(of: sample(body)).isEmpty)
        #expect(!TextRules.functionLengths(in: sample("func f() {\n\(body)}")).isEmpty)
        #expect(!TextRules.functionLengths(in: sample("package init(\n    a: Int\n) {\n\(body)}")).isEmpty)
        #expect(TextRules.functionLengths(in: sample("struct S {\n\(body)}")) == [])
    }

    @Test("no file tells of one machine's folders")
    func machinePaths() throws {
        let texts = try Project.texts()
        #expect(texts.flatMap { TextRules.machinePaths(in: $0.text, at: $0.path) } == [])
        #expect(!TextRules.machinePaths(in: "see /" + "work/main", at: "sample").isEmpty)
        #expect(TextRules.machinePaths(in: "see https://example.org/work/main", at: "sample") == [])
    }

    private func sample(_ source: String) -> Project.File {
        Project.File(path: "Sources/Sample/Sample.swift", source: source)
    }
}

@Suite("Reading Swift for the rules")
struct SwiftTextTests {
    @Test(
        "what is said is not code",
        arguments: [
            ("a // b", "a"),
            ("a /* b /* c */ d */ e", "a e"),
            (#"a "b" c"#, #"a "" c"#),
            (#"a "b \(c("d")) e" f"#, #"a "" f"#),
            (##"a #"b " c"# d"##, ##"a #""# d"##),
            ("a \"\"\"\nb \" c\n\"\"\" d", "a \"\"\"\"\"\" d"),
            (#"a "\\" b"#, #"a "" b"#),
        ])
    func code(source: String, code: String) {
        let words = { (text: String) in text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
        let squeezed = words(SwiftText(source).code).replacing("\" \"", with: "\"\"")
        #expect(squeezed == code)
    }

    @Test("lines stay where they are")
    func lines() {
        #expect(SwiftText("a\n/* b\nc */ d\n").lines.count == 4)
    }

    @Test("imports are found in every form")
    func imports() {
        let imports = SwiftText(
            """
            @testable import A
            package import B
            import struct C.D
            // import E
            let import_ = 1
            import F // G
            """
        ).imports
        #expect(imports.map(\.module) == ["A", "B", "C", "F"])
        #expect(imports.first?.modifiers == ["@testable"])
    }
}
