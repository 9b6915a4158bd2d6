import Testing

@Suite("Who may import whom")
struct ImportRuleTests {
    private let project: Project
    private let imports: ImportRules.Imports
    private let rooms: Set<String>

    init() throws {
        project = try Project.current.get()
        imports = project.sources.flatMap { file in file.swift.imports.map { (file.room, $0.module) } }
        rooms = Set(project.sources.map(\.room)).subtracting(ImportRules.owners.keys)
    }

    @Test("each outside library has the rooms that own it, and no other imports it")
    func foreign() {
        #expect(ImportRules.foreignImports(imports, rooms: rooms) == [])
        #expect(!ImportRules.foreignImports([("Pipeline", "CLeptonica")], rooms: rooms).isEmpty)
        #expect(!ImportRules.foreignImports([("Delivery", "Unheard")], rooms: rooms).isEmpty)
        #expect(ImportRules.foreignImports([("Imaging", "CLeptonica"), ("Imaging", "Foundation")], rooms: rooms) == [])
    }

    @Test("the nouns know Foundation alone, and indexing the nouns, patterns and what was learned besides")
    func narrow() {
        #expect(ImportRules.narrowImports(imports) == [])
        #expect(!ImportRules.narrowImports([("CaptureModel", "DurableFiles")]).isEmpty)
        #expect(!ImportRules.narrowImports([("Indexing", "Dispatch")]).isEmpty)
    }

    @Test("stages do not know each other")
    func stages() {
        #expect(ImportRules.stageImports(imports) == [])
        #expect(!ImportRules.stageImports([("Delivery", "Indexing")]).isEmpty)
        #expect(!ImportRules.stageImports([("WebAPI", "Delivery")]).isEmpty)
        #expect(!ImportRules.stageImports([("PDFComposition", "Imaging")]).isEmpty)
        #expect(ImportRules.stageImports([("Recognition", "Imaging"), ("Pipeline", "Indexing")]) == [])
    }

    @Test("only the program and the workbench know the pipeline")
    func pipeline() {
        #expect(ImportRules.pipelineImports(imports) == [])
        #expect(!ImportRules.pipelineImports([("WebAPI", "Pipeline")]).isEmpty)
    }

    @Test("what a room imports is declared, and what it declares is imported")
    func declarations() {
        #expect(ImportRules.undeclaredImports(imports, in: project.manifest) == [])
        #expect(ImportRules.unusedDeclarations(imports, in: project.manifest, rooms: rooms) == [])
        let sample = Manifest(#".target(name: "A", dependencies: ["B"]), .target(name: "B"), .target(name: "C")"#)
        #expect(!ImportRules.undeclaredImports([("A", "C")], in: sample).isEmpty)
        #expect(ImportRules.undeclaredImports([("A", "B")], in: sample) == [])
        #expect(!ImportRules.unusedDeclarations([], in: sample, rooms: ["A"]).isEmpty)
    }

    @Test("the daemon is linked with no image, OCR, barcode or scanner library")
    func daemon() {
        #expect(ImportRules.daemonModules(in: project.manifest) == [])
        let sample = Manifest(
            """
            .executableTarget(name: "scanstelle", dependencies: ["Pipeline", .product(name: "Yams", package: "Yams")]),
            .target(name: "Pipeline", dependencies: ["Imaging"]), .target(name: "Imaging", dependencies: ["CTIFF"])
            """)
        #expect(!ImportRules.daemonModules(in: sample).isEmpty)
    }

    @Test("arrows have one direction")
    func cycles() {
        #expect(ImportRules.cycles(imports) == [])
        #expect(!ImportRules.cycles([("A", "B"), ("B", "C"), ("C", "A")]).isEmpty)
        #expect(ImportRules.cycles([("A", "B"), ("A", "C"), ("B", "C")]) == [])
    }

    @Test("C modules are imported plainly, but for the scanner backend, which is called from C")
    func plain() {
        func breaches(_ files: [Project.File]) -> [String] {
            files.filter { $0.room != "FolderScanner" }.flatMap { file in
                file.swift.imports.filter { manifestKind($0.module) == "systemLibrary" && !$0.modifiers.isEmpty }
                    .map { "\(file.path): \($0.module)" }
            }
        }
        #expect(breaches(project.sources) == [])
        let sample = Project.File(path: "Sources/Imaging/Sample.swift", source: "package import CTIFF")
        #expect(!breaches([sample]).isEmpty)
    }

    private func manifestKind(_ module: String) -> String? { project.manifest.targets[module]?.kind }
}
