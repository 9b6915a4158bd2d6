import Foundation
import TestSupport
import Testing

/// The judgement of pikepdf's PDF/A validator, level 2b or 3b.
enum Validation {
    /// Findings on the file without the validator's documented false alarms, one a line; empty where it is valid.
    ///
    /// It knows no level 2u, so it takes the letter U for a fault (6.6.4-3), and it knows no extension schemas, so it
    /// takes what they declare for undeclared (6.6.2.3.1-1); that every property is declared has a test of its own.
    static func findings(in path: String, level: String = "2b") throws -> [String] {
        let outcome = try Tool.run(
            try #require(python, "no python3 with pikepdf.pdfa: run scripts/setup"), ["-c", script, path, level])
        guard outcome.status == 0 else { return ["validator failed: \(outcome.errorText)"] }
        return outcome.text.split(separator: "\n").map(String.init).filter { !isFalseAlarm($0) }
    }

    /// What breaks the rules of PDF/A-2u, 3u and PDF/UA-1 that no validator here judges (`scripts/measure/rules.py`), one
    /// a line; `change` is Python that changes the document `pdf` first.
    static func brokenRules(in path: String, afterChange change: String = "") throws -> [String] {
        let scripts = try #require(Programs.projectFolder()).appendingPathComponent("scripts").path
        let outcome = try Tool.run(try #require(python), ["-c", rules, scripts, path, change])
        return outcome.status == 0
            ? outcome.text.split(separator: "\n").map(String.init) : ["rules failed: \(outcome.errorText)"]
    }

    private static let rules = """
        import sys, pikepdf
        sys.dont_write_bytecode = True
        sys.path.insert(0, sys.argv[1])
        from measure import rules
        path = sys.argv[2]
        if sys.argv[3]:
            with pikepdf.open(path) as pdf:
                Name, page = pikepdf.Name, pdf.pages[0]
                exec(sys.argv[3])
                path += '.changed'
                pdf.save(path)
        for fault in rules.faults(path): print(fault)
        """

    private static func isFalseAlarm(_ finding: String) -> Bool {
        let declared = /XMP (namespace|property) (pdfaExtension|pdfaSchema|pdfaProperty|pdfuaid|index|transfer|fx)[=:]/
        return finding.contains("6.6.4-3") || finding.contains("6.6.2.3.1-1") && finding.contains(declared)
    }

    private static let script = """
        import sys, pikepdf.pdfa
        for finding in pikepdf.pdfa.validate_written(sys.argv[1], sys.argv[2]).findings: print(finding)
        """

    /// A Python that knows pikepdf.
    static let python: String? = {
        let ours = Programs.projectFolder()?.appendingPathComponent(".build-venv/bin/python").path
        let named = ProcessInfo.processInfo.environment["SCANSTELLE_PYTHON"]
        return [named, ours, "python3"].compactMap(\.self).first { candidate in
            (try? Tool.run(candidate, ["-c", "import pikepdf.pdfa"]))?.status == 0
        }
    }()
}
