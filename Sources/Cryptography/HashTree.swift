// A hash tree over many documents (R. Merkle, 1980) as RFC 4998, 4.2 builds it, so that one timestamp over its root proves
// the time of all of them. Two neighbors make a node: their hashes in binary ascending order, put together and hashed; a
// last one without a neighbor goes up as it is. What proves a document's part in it are the hashes beside its way to the
// root, about log2(n).

/// The tree over the digests of some documents.
package struct HashTree: Sendable {
    package let root: [UInt8]
    /// By document, in the order given: the lists of the reduced tree, as they stand in the evidence record.
    package let proofs: [[[[UInt8]]]]

    /// - Parameter digests: one of each document, at least one.
    package init(_ digests: [[UInt8]], _ algorithm: DigestAlgorithm) {
        precondition(!digests.isEmpty)
        var level = digests.enumerated().map { Node(hash: $1, documents: [$0]) }
        var proofs = [[[[UInt8]]]](repeating: [], count: digests.count)
        while level.count > 1 {
            var next: [Node] = []
            for pair in stride(from: 0, to: level.count, by: 2) {
                guard pair + 1 < level.count else {
                    next.append(level[pair])
                    continue
                }
                next.append(Self.parent(of: level[pair], level[pair + 1], algorithm, &proofs))
            }
            level = next
        }
        root = level[0].hash
        self.proofs = proofs
    }

    /// The root that a document's digest and its proof lead to; nil where the digest is not in the proof.
    package static func root(
        of digest: [UInt8], proof: [[[UInt8]]], _ algorithm: DigestAlgorithm
    ) -> [UInt8]? {
        guard let first = proof.first else { return digest }
        guard first.contains(digest) else { return nil }
        return proof.dropFirst().reduce(joined(first, algorithm)) { hash, list in joined(list + [hash], algorithm) }
    }

    private struct Node {
        let hash: [UInt8]
        let documents: [Int]
    }

    private static func parent(
        of left: Node, _ right: Node, _ algorithm: DigestAlgorithm, _ proofs: inout [[[[UInt8]]]]
    ) -> Node {
        for (node, other) in [(left, right), (right, left)] {
            for document in node.documents {
                // The first list holds the document's own hash as well; later ones get it from the list before.
                let list = proofs[document].isEmpty ? sorted([node.hash, other.hash]) : [other.hash]
                proofs[document].append(list)
            }
        }
        return Node(hash: joined([left.hash, right.hash], algorithm), documents: left.documents + right.documents)
    }

    private static func joined(_ hashes: [[UInt8]], _ algorithm: DigestAlgorithm) -> [UInt8] {
        MessageDigest.of(Array(sorted(hashes).joined()), algorithm)
    }

    private static func sorted(_ hashes: [[UInt8]]) -> [[UInt8]] {
        hashes.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
