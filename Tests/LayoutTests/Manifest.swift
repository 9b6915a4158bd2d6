/// The targets of `Package.swift` and what each may import, read from its text.
///
/// `swift package dump-package` would lock the build folder while the tests run.
struct Manifest {
    struct Target {
        var kind: String
        var dependencies: Set<String>
        var products: Set<String>
    }

    let targets: [String: Target]

    init(_ text: String) {
        var targets: [String: Target] = [:]
        for kind in ["target", "executableTarget", "testTarget", "systemLibrary"] {
            for body in Self.bodies(of: ".\(kind)(", in: text) {
                guard let name = Self.literals(in: body.after("name:")).first else { continue }
                let list = Self.bodies(of: "dependencies: [", in: body).first ?? ""
                let products = Self.bodies(of: ".product(", in: list)
                let withoutProducts = products.reduce(list) { $0.replacing($1, with: "") }
                targets[name] = Target(
                    kind: kind, dependencies: Set(Self.literals(in: withoutProducts)),
                    products: Set(products.compactMap { Self.literals(in: $0).first }))
            }
        }
        self.targets = targets
    }

    /// Everything `target` is linked with from this package, itself included.
    func reachable(from target: String) -> Set<String> {
        var found: Set<String> = []
        var open = [target]
        while let name = open.popLast() {
            if found.insert(name).inserted { open += targets[name]?.dependencies ?? [] }
        }
        return found
    }

    /// The text between each `opening`, which ends with a bracket, and the bracket that closes it.
    private static func bodies(of opening: String, in text: String) -> [String] {
        text.ranges(of: opening).map { range in
            var depth = 1
            let body = text[range.upperBound...].prefix { character in
                if "([".contains(character) { depth += 1 }
                if ")]".contains(character) { depth -= 1 }
                return depth > 0
            }
            return String(body)
        }
    }

    private static func literals(in text: some StringProtocol) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

extension String {
    fileprivate func after(_ mark: String) -> Substring {
        firstRange(of: mark).map { self[$0.upperBound...] } ?? ""
    }
}
