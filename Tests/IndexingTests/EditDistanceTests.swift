import Testing

@testable import Indexing

@Suite struct EditDistanceTests {
    @Test(
        "letters that look alike cost a fifth of a different one",
        arguments: [
            ("0123", "0123", 0.0), ("O123", "0123", 0.2), ("0124", "0123", 1.0), ("012", "0123", 1.0),
            ("0123", "123", 1.0), ("12", "0123", 2.0), ("", "ab", 2.0), ("ab", "ba", 2.0),
        ])
    func price(_ left: String, _ right: String, _ expected: Double) throws {
        let distance = EditDistance.between(Array(left.utf8), Array(right.utf8), atMost: 2, cost: Confusable.cost)
        #expect(distance == expected)
    }

    @Test("beyond the limit there is no distance") func limit() {
        #expect(EditDistance.between(Array("abcdef"), Array("uvwxyz"), atMost: 2) { $0 == $1 ? 0 : 1 } == nil)
    }
}
