import Cryptography
import Testing

@Suite("the hash tree over the documents of a batch")
struct HashTreeTests {
    private func digests(_ count: Int) -> [[UInt8]] {
        (0..<count).map { MessageDigest.of(Array("document \($0)".utf8), .sha256) }
    }

    @Test("leads every document to the one root", arguments: [1, 2, 3, 4, 5, 7, 8, 33])
    func proofs(_ count: Int) {
        let digests = digests(count)
        let tree = HashTree(digests, .sha256)
        for (digest, proof) in zip(digests, tree.proofs) {
            #expect(HashTree.root(of: digest, proof: proof, .sha256) == tree.root)
        }
    }

    @Test("is over one document the document's own digest")
    func single() {
        let tree = HashTree(digests(1), .sha256)
        #expect(tree.root == digests(1)[0] && tree.proofs == [[]])
    }

    @Test("does not prove a document that was not in it")
    func foreign() {
        let tree = HashTree(digests(4), .sha256)
        let other = MessageDigest.of([1], .sha256)
        #expect(tree.proofs.allSatisfy { HashTree.root(of: other, proof: $0, .sha256) != tree.root })
    }

    @Test("grows by one hash for each doubling")
    func size() {
        #expect(HashTree(digests(64), .sha256).proofs.allSatisfy { $0.count == 6 && $0.joined().count == 7 })
    }
}
