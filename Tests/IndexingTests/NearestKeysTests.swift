import CaptureModel
import Testing

@testable import Indexing

@Suite("The keys a misread value may have meant") struct NearestKeysTests {
    /// References of ten offices in four years.
    private static let keys: [[UInt8]] = (0..<2_000).map { number in
        let text =
            "\(50 + number % 10).\(number % 7)-\(2023 + number % 4)/\(String(10_000 + number * 7 % 9_999).dropFirst())"
        return Array(text.utf8)
    }.sorted { $0.lexicographicallyPrecedes($1) }

    @Test(
        "the search finds the same keys as comparing with each of them",
        arguments: ["50.0-2023/0000", "53.3-2026/O0Z1", "57.2-2025/719", "5.3-2024/0701", "x", "599.6-2024/0021"],
        [0.2, 1.0, 2.0])
    func all(_ value: String, _ limit: Double) {
        let bytes = Array(value.utf8)
        let expected = Self.keys.indices.filter { index in
            EditDistance.between(bytes, Self.keys[index], atMost: limit + 0.001, cost: Confusable.cost) != nil
        }
        let found = NearestKeys(sorted: Self.keys).keys(near: bytes, within: limit)
        #expect(found.map(\.index) == expected)
    }

    @Test("an empty register and an empty key are near to nothing") func empty() {
        #expect(NearestKeys(sorted: []).keys(near: Array("12345678".utf8), within: 1).isEmpty)
        #expect(
            NearestKeys(sorted: [[], Array("12".utf8)]).keys(near: Array("12".utf8), within: 1).map(\.index) == [1])
    }
}
