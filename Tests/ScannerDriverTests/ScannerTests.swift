import Testing

/// Tests that run the real libsane, each in a process of its own, one after the other.
@Suite("Scanner", .serialized, .timeLimit(.minutes(5)))
enum ScannerTests {}
