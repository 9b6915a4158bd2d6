/// Problems of a source that is looked at again and again: each is told once, and again only after it had passed.
package struct StandingProblems: Sendable {
    private var former: Set<String> = []
    private var current: Set<String> = []

    package init() {}

    /// Notes the problem for this look; true where the look before did not meet it.
    package mutating func isNew(_ problem: CaptureError) -> Bool {
        current.insert(problem.problem)
        return !former.contains(problem.problem)
    }

    /// Ends a look: what it did not meet has passed.
    package mutating func endLook() {
        former = current
        current = []
    }
}
