/// Who may import whom.
///
/// Each rule answers with its breaches, in words; none means it is kept.
enum ImportRules {
    /// Rooms every other may stand on; they stand on each other in this order.
    static let foundations = [
        "CaptureModel", "XMLWriting", "Cryptography", "DurableFiles", "ChildProcesses", "Patterns", "Learning",
        "BoundedRequests", "Provenance",
    ]

    /// Rooms that do one stage of the work.
    ///
    /// Only `Pipeline`, `PageWorker` and the programs know several of them.
    static let stages: Set = [
        "Imaging", "Recognition", "PDFComposition", "ScannerDriver", "Indexing", "Profiles", "Acquisition", "Delivery",
        "RegisterServices", "Sealing", "MailReading", "MailDrop",
    ]

    /// The one room for pixels serves the others that meet them.
    static let imagingGuests: Set = ["Recognition", "PageWorker", "ScannerDriver"]

    /// Each outside library, and what this package wraps of C, with the only rooms that may import it.
    static let owners: [String: Set<String>] = [
        "CSANE": ["ScannerDriver", "FolderScanner"],
        "CTIFF": ["Imaging"],
        "CLeptonica": ["Imaging"],
        "CTesseract": ["Recognition"],
        "CEngineShortcuts": ["Recognition"],
        "CZXing": ["Recognition"],
        "COpenSSL": ["Cryptography"],
        "CExpat": ["PageWorker"],
        "CGMime": ["MailReading"],
        "CCurl": ["MailDrop"],
        "CLinux": ["DurableFiles", "Acquisition"],
        "CSandbox": ["PageWorker"],
        "CZlib": ["PDFComposition"],
        "CRE2": ["Patterns"],
        "CLinear": ["Learning"],
        "FoundationNetworking": ["BoundedRequests"],
        "Yams": ["Profiles", "scanstelle"],
        "GRDB": ["BatchStore", "Profiles"],
        "Subprocess": ["ChildProcesses"],
        "SystemPackage": ["Acquisition", "ChildProcesses"],
        "Hummingbird": ["WebAPI"],
        "HummingbirdCore": ["WebAPI"],
        "HTTPTypes": ["WebAPI"],
        "NIOCore": ["WebAPI"],
        "NIOHTTPTypes": ["WebAPI"],
        "Mustache": ["WebAPI"],
        "ArgumentParser": ["scanstelle"],
        "Logging": ["Acquisition", "MailDrop", "Pipeline", "WebAPI", "scanstelle"],
        "ServiceLifecycle": ["Acquisition", "MailDrop", "Pipeline", "WebAPI", "scanstelle"],
        "UnixSignals": ["scanstelle"],
    ]

    /// The system's own modules, free to all but the rooms named in `narrowRooms`.
    static let system: Set = ["Foundation", "FoundationXML", "Dispatch", "Glibc", "Synchronization"]

    /// Rooms that import nothing but this.
    static let narrowRooms: [String: Set<String>] = [
        "CaptureModel": ["Foundation"],
        "Indexing": ["CaptureModel", "Patterns", "Learning", "Foundation"],
    ]

    /// C modules the daemon may be linked with: none of them reads an image, a page or a scanner.
    static let daemonCModules: Set = ["CLinux", "COpenSSL", "CRE2", "CLinear", "CCurl"]

    typealias Imports = [(room: String, module: String)]

    static func foreignImports(_ imports: Imports, rooms: Set<String>) -> [String] {
        imports.filter { room, module in
            !rooms.contains(module) && !system.contains(module) && !(owners[module]?.contains(room) ?? false)
        }.map { "\($0.room) imports \($0.module), which is another room's or nobody's" }
    }

    static func narrowImports(_ imports: Imports) -> [String] {
        imports.filter { room, module in narrowRooms[room].map { !$0.contains(module) } ?? false }
            .map { "\($0.room) imports \($0.module)" }
    }

    static func stageImports(_ imports: Imports) -> [String] {
        imports.filter { room, module in
            guard stages.contains(module), room != module else { return false }
            if module == "Imaging", imagingGuests.contains(room) { return false }
            let isFoundationOrStage = stages.contains(room) || foundations.contains(room)
            return isFoundationOrStage || room == "BatchStore" || room == "WebAPI" || room == "FolderScanner"
        }.map { "\($0.room) imports the stage \($0.module)" }
    }

    static func pipelineImports(_ imports: Imports) -> [String] {
        imports.filter { $0.module == "Pipeline" && $0.room != "scanstelle" && $0.room != "Workbench" }
            .map { "\($0.room) imports Pipeline" }
    }

    static func undeclaredImports(_ imports: Imports, in manifest: Manifest) -> [String] {
        imports.filter { room, module in
            manifest.targets[module] != nil && manifest.targets[room]?.dependencies.contains(module) == false
        }.map { "\($0.room) imports \($0.module) without declaring it" }
    }

    static func unusedDeclarations(_ imports: Imports, in manifest: Manifest, rooms: Set<String>) -> [String] {
        rooms.sorted().flatMap { room -> [String] in
            guard let target = manifest.targets[room], target.kind != "systemLibrary" else { return [] }
            let imported = Set(imports.filter { $0.room == room }.map(\.module))
            let unused = target.dependencies.subtracting(imported)
            return unused.sorted().map { "\(room) declares \($0) and never imports it" }
        }
    }

    static func daemonModules(in manifest: Manifest) -> [String] {
        let modules = manifest.reachable(from: "scanstelle").filter { module in
            module.first == "C" && module.dropFirst().first?.isUppercase == true
        }
        return modules.subtracting(daemonCModules).sorted().map { "scanstelle is linked with \($0)" }
    }

    static func cycles(_ imports: Imports) -> [String] {
        var rest = Dictionary(grouping: imports, by: \.room).mapValues { Set($0.map(\.module)) }
        // Rooms that import no remaining room are taken away until none is left or all that are left lie on cycles.
        while let room = rest.first(where: { $0.value.isDisjoint(with: rest.keys) })?.key { rest[room] = nil }
        return rest.keys.sorted().map { "\($0) lies on or above a cycle" }
    }
}
