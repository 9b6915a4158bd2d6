// swift-tools-version: 6.2
import PackageDescription

// The rooms of Scanstelle and who may know whom. docs/architecture.md tells why; LayoutTests hold the rules.

let packages: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
]

/// C libraries from Debian: a module map and a shim, nothing else.
let systemLibraries: [Target] = [
    .systemLibrary(name: "CSANE", pkgConfig: "sane-backends", providers: [.apt(["libsane-dev"])]),
    .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"])]),
    .systemLibrary(name: "CLeptonica", pkgConfig: "lept", providers: [.apt(["libleptonica-dev"])]),
    .systemLibrary(name: "CTesseract", providers: [.apt(["libtesseract-dev"])]),
    .systemLibrary(name: "CZXing", pkgConfig: "zxing"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinear", providers: [.apt(["liblinear-dev"])]),
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev", "libp11-dev"])]),
]

/// What CEngineShortcuts answers in place of libgomp.
///
/// The linker must be told: it does not see that libtesseract's calls, which name a version, find answers without one.
let openMP = [
    "GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_end_nowait", "GOMP_sections_next",
    "omp_get_num_threads", "omp_get_thread_num",
].map { "--export-dynamic-symbol=\($0)" }

/// C sources of our own, where a header cannot be given to Swift as it is.
let shims: [Target] = [
    .target(name: "CLinux"),
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp")]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(
        name: "CEngineShortcuts",
        linkerSettings: [.linkedLibrary("lept"), .unsafeFlags(openMP.flatMap { ["-Xlinker", $0] })]),
]

let rooms: [Target] = [
    .target(name: "CaptureModel"),
    .target(name: "Cryptography", dependencies: ["CaptureModel", "COpenSSL"]),
    .target(name: "DurableFiles", dependencies: ["CaptureModel", "CLinux", "Cryptography"]),
    .target(name: "BoundedRequests"),
    .target(
        name: "ChildProcesses",
        dependencies: [
            "CaptureModel",
            .product(name: "Subprocess", package: "swift-subprocess"),
            .product(name: "SystemPackage", package: "swift-system"),
        ]),
    .target(name: "Patterns", dependencies: ["CaptureModel", "CRE2"]),
    .target(name: "XMLWriting"),
    .target(name: "Provenance", dependencies: ["CaptureModel", "DurableFiles", "XMLWriting"]),
    .target(name: "Learning", dependencies: ["CaptureModel", "DurableFiles", "CLinear"]),

    // Worker side.
    .target(name: "Imaging", dependencies: ["CaptureModel", "CLeptonica", "CTIFF"]),
    .target(
        name: "Recognition",
        dependencies: ["CaptureModel", "Imaging", "CTesseract", "CEngineShortcuts", "CZXing"]),
    .target(name: "PDFComposition", dependencies: ["CaptureModel", "Cryptography", "XMLWriting", "CZlib"]),
    .target(name: "MailReading", dependencies: ["CaptureModel", "CGMime"]),
    .target(
        name: "PageWorker",
        dependencies: ["CaptureModel", "Imaging", "Recognition", "PDFComposition", "MailReading", "CExpat", "CSandbox"]),

    // Scanner side.
    .target(name: "ScannerDriver", dependencies: ["CaptureModel", "DurableFiles", "Imaging", "CSANE"]),
    // libsane unloads its backends at the end; a Swift library must stay, since the runtime keeps pointers into it.
    .target(
        name: "FolderScanner", dependencies: ["CSANE"],
        linkerSettings: [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "nodelete"])]),

    // Daemon side.
    .target(name: "Indexing", dependencies: ["CaptureModel", "Patterns", "Learning"]),
    .target(
        name: "Profiles",
        dependencies: [
            "CaptureModel", "Patterns", "Learning", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "Yams", package: "Yams"),
        ]),
    .target(
        name: "BatchStore",
        dependencies: ["CaptureModel", "DurableFiles", "Provenance", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
        name: "Acquisition",
        dependencies: [
            "CaptureModel", "DurableFiles", "ChildProcesses", "BatchStore", "CLinux",
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "SystemPackage", package: "swift-system"),
        ]),
    .target(
        name: "MailDrop",
        dependencies: [
            "CaptureModel", "DurableFiles", "BatchStore", "CCurl",
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]),
    .target(name: "RegisterServices", dependencies: ["CaptureModel", "BoundedRequests"]),
    .target(name: "Sealing", dependencies: ["CaptureModel", "DurableFiles", "Cryptography", "BoundedRequests"]),
    .target(name: "Delivery", dependencies: ["CaptureModel", "DurableFiles", "XMLWriting"]),
    .target(
        name: "Pipeline",
        dependencies: [
            "CaptureModel", "DurableFiles", "ChildProcesses", "Patterns", "Indexing", "BatchStore",
            "RegisterServices", "Sealing", "Provenance",
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]),
    .target(
        name: "Workbench",
        dependencies: [
            "CaptureModel", "DurableFiles", "Learning", "BatchStore", "Profiles", "Pipeline",
        ]),
    .target(
        name: "WebAPI",
        dependencies: [
            "CaptureModel", "BatchStore", "DurableFiles",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Mustache", package: "swift-mustache"),
            .product(name: "Logging", package: "swift-log"),
        ],
        resources: [.embedInCode("Pages")]),
]

let programs: [Target] = [
    .executableTarget(
        name: "scanstelle",
        dependencies: [
            "CaptureModel", "Cryptography", "DurableFiles", "Profiles", "Indexing", "BatchStore", "Acquisition",
            "Delivery", "MailDrop",
            "Sealing", "Pipeline", "Workbench", "WebAPI",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
        ]),
    // scripts/tune-tesseract puts faster builds of Debian's libraries there; where they are missing, or the processor
    // is too old for them, the dynamic linker goes on to Debian's own.
    .executableTarget(
        name: "scanstelle-worker", dependencies: ["PageWorker"],
        linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "/usr/local/lib/scanstelle"])]),
    .executableTarget(name: "scanstelle-scanner", dependencies: ["CaptureModel", "ScannerDriver"]),
]

let tests: [Target] = [
    .target(name: "TestSupport", dependencies: ["CaptureModel", "Imaging"], path: "Tests/TestSupport"),
    .testTarget(name: "LayoutTests"),
    .testTarget(name: "CryptographyTests", dependencies: ["CaptureModel", "Cryptography", "TestSupport"]),
    .executableTarget(
        name: "seal-bench", dependencies: ["CaptureModel", "DurableFiles", "PDFComposition", "Sealing", "TestSupport"],
        path: "Tests/SealBench"),
    .testTarget(
        name: "SealingTests",
        dependencies: [
            "CaptureModel", "Cryptography", "DurableFiles", "PDFComposition", "Sealing", "TestSupport",
        ]),
    .testTarget(name: "DurableFilesTests", dependencies: ["CaptureModel", "DurableFiles", "TestSupport"]),
    .testTarget(name: "PatternsTests", dependencies: ["CaptureModel", "Patterns"]),
    .testTarget(name: "XMLWritingTests", dependencies: ["XMLWriting"]),
    .testTarget(name: "ProvenanceTests", dependencies: ["CaptureModel", "Provenance", "TestSupport"]),
    .testTarget(name: "LearningTests", dependencies: ["CaptureModel", "Learning"]),
    .testTarget(
        name: "ProfilesTests",
        dependencies: [
            "CaptureModel", "Patterns", "Learning", "Profiles", "Indexing",
            .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
        ]),
    .testTarget(name: "IndexingTests", dependencies: ["CaptureModel", "Patterns", "Learning", "Indexing"]),
    .executableTarget(
        name: "decision-bench", dependencies: ["CaptureModel", "Indexing", "Learning", "Profiles"],
        path: "Tests/DecisionBench"),
    .testTarget(name: "ImagingTests", dependencies: ["CaptureModel", "Imaging", "TestSupport"]),
    .testTarget(
        name: "RecognitionTests",
        dependencies: ["CaptureModel", "Imaging", "Recognition", "CLeptonica", "TestSupport"]),
    .executableTarget(name: "sandbox-probe", dependencies: ["PageWorker"], path: "Tests/SandboxProbe"),
    .testTarget(
        name: "PageWorkerTests",
        dependencies: [
            "CaptureModel", "PDFComposition", "PageWorker", "Indexing", "TestSupport", "scanstelle-worker",
            "sandbox-probe",
        ]),
    .testTarget(name: "PDFCompositionTests", dependencies: ["CaptureModel", "PDFComposition", "TestSupport"]),
    .testTarget(name: "DeliveryTests", dependencies: ["CaptureModel", "DurableFiles", "Delivery", "TestSupport"]),
    .testTarget(
        name: "ScannerDriverTests",
        dependencies: [
            "CaptureModel", "DurableFiles", "Imaging", "ScannerDriver", "TestSupport", "scanstelle-scanner",
        ]),
    .testTarget(
        name: "BatchStoreTests",
        dependencies: ["CaptureModel", "BatchStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
        name: "AcquisitionTests",
        dependencies: [
            "CaptureModel", "BatchStore", "Acquisition", "TestSupport", "scanstelle-scanner",
            .product(name: "Logging", package: "swift-log"),
            .product(name: "SystemPackage", package: "swift-system"),
        ]),
    .testTarget(
        name: "MailDropTests",
        dependencies: [
            "CaptureModel", "DurableFiles", "BatchStore", "MailDrop", "TestSupport",
            .product(name: "Logging", package: "swift-log"),
        ]),
    .testTarget(name: "RegisterServicesTests", dependencies: ["CaptureModel", "RegisterServices", "TestSupport"]),
    .testTarget(
        name: "PipelineTests",
        dependencies: [
            "CaptureModel", "BatchStore", "Pipeline", "TestSupport", .product(name: "Logging", package: "swift-log"),
        ]),
    .testTarget(
        name: "WorkbenchTests",
        dependencies: [
            "CaptureModel", "BatchStore", "Learning", "Profiles", "Pipeline", "Workbench", "TestSupport",
        ]),
    .testTarget(
        name: "WebAPITests",
        dependencies: [
            "CaptureModel", "BatchStore", "DurableFiles", "WebAPI", "TestSupport",
            .product(name: "Logging", package: "swift-log"),
        ]),
    .executableTarget(
        name: "fault-probe",
        dependencies: [
            "CaptureModel", "DurableFiles", "Profiles", "BatchStore", "Acquisition", "Delivery", "Pipeline",
            .product(name: "Logging", package: "swift-log"),
        ], path: "Tests/Faults/Probe"),
    .testTarget(name: "EndToEndTests", dependencies: ["CaptureModel", "BatchStore", "Provenance", "TestSupport"]),
]

/// Built by `scripts/fuzz` alone: the linker puts the fuzzer's own `main` into it.
let fuzzers: [Target] =
    Context.environment["SCANSTELLE_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "scanstelle-fuzz",
            dependencies: [
                "CaptureModel", "DurableFiles", "Imaging", "Recognition", "PDFComposition", "MailDrop", "MailReading",
                "PageWorker", "Profiles", "BatchStore", .product(name: "GRDB", package: "GRDB.swift"),
            ], path: "Tests/Fuzz",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "scanstelle",
    products: [
        .executable(name: "scanstelle", targets: ["scanstelle"]),
        .executable(name: "scanstelle-worker", targets: ["scanstelle-worker"]),
        .executable(name: "scanstelle-scanner", targets: ["scanstelle-scanner"]),
        .library(name: "sane-folder", type: .dynamic, targets: ["FolderScanner"]),
    ],
    dependencies: packages,
    targets: systemLibraries + shims + rooms + programs + tests + fuzzers,
    cxxLanguageStandard: .cxx17)

let ours = Set((rooms + programs + tests + fuzzers).map(\.name))
for target in package.targets where ours.contains(target.name) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .swiftLanguageMode(.v6),
            .treatAllWarnings(as: .error),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
}

// Rooms that go over every pixel are optimized in debug builds, too: tests of real pages take a fraction of the time.
for target in package.targets where ["Imaging", "Recognition", "FolderScanner", "ScannerDriver"].contains(target.name) {
    target.swiftSettings? += [.unsafeFlags(["-O"], .when(configuration: .debug))]
}
