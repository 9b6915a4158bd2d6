import Testing

@Suite("Dependencies")
struct DependencyTests {
    @Test("each package of the manifest is explained in docs/dependencies.md")
    func packages() throws {
        let manifest = try Project.text(of: "Package.swift")
        let pages = try Project.text(of: "docs/dependencies.md")
        let names = Self.packages(in: manifest)
        #expect(names.contains("swift-log"))
        #expect(names.filter { !pages.contains("| \($0) |") } == [])
    }

    @Test("each package that set-up installs is explained there as well")
    func debianPackages() throws {
        let script = try Project.text(of: "scripts/setup")
        let pages = try Project.text(of: "docs/dependencies.md")
        let names = Self.debianPackages(in: script)
        #expect(names.contains("libsane-dev"))
        #expect(names.filter { !pages.contains("`\($0)`") } == [])
    }

    @Test("both lists are read as they are written")
    func reading() {
        #expect(Self.packages(in: #".package(url: "https://example.org/a/some-lib", from: "1.0.0"),"#) == ["some-lib"])
        #expect(Self.debianPackages(in: "run_packages=(a b\n    c\n)\nother=(d)") == ["a", "b", "c"])
    }

    /// The last part of each package's address.
    private static func packages(in manifest: String) -> [String] {
        manifest.split(separator: "\n").filter { $0.contains(".package(url:") }.compactMap { line in
            line.split(separator: "\"").dropFirst().first?.split(separator: "/").last.map(String.init)
        }
    }

    /// The words of the arrays whose names end in `_packages`.
    private static func debianPackages(in script: String) -> [String] {
        script.ranges(of: "_packages=(").flatMap { range in
            script[range.upperBound...].prefix { $0 != ")" }.split { " \n".contains($0) }.map(String.init)
        }
    }
}
