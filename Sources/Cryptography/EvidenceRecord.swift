// Evidence records by RFC 4998: the proof that a document was there when one timestamp was put to many.
//
//     EvidenceRecord ::= SEQUENCE { version, digestAlgorithms, archiveTimeStampSequence }
//     ArchiveTimeStamp ::= SEQUENCE { reducedHashtree [2] IMPLICIT SEQUENCE OF SEQUENCE OF OCTET STRING, timeStamp }
//
// Ours hold one timestamp each. Renewing them before algorithms grow weak is a preservation service's task (TR-ESOR).

package import CaptureModel

/// The evidence record of one document.
package struct EvidenceRecord: Sendable, Hashable {
    /// Its DER, as it stands in an `.ers` file.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameters:
    ///   - proof: the document's part of the tree; empty where the timestamp stands over the document alone.
    ///   - token: over the root of the tree.
    package init(proof: [[[UInt8]]], token: TimestampToken, _ algorithm: DigestAlgorithm) {
        let lists = proof.map { list in DER.sequence(list.map { DER.element(.octetString, $0) }) }
        let tree = proof.isEmpty ? [] : DER.element(.context2, Array(lists.joined()))
        let archiveTimestamp = DER.sequence([tree, token.bytes])
        bytes = DER.sequence([
            DER.element(.integer, [1]), DER.sequence([algorithm.identifier]),
            DER.sequence([DER.sequence([archiveTimestamp])]),
        ])
    }

    /// Checks that the record proves a document with this SHA-256, SHA-384 or SHA-512; answers when it was there.
    package func check(
        roots: TrustedRoots, digest: (DigestAlgorithm) throws(CaptureError) -> [UInt8]
    ) throws(CaptureError) -> TimestampToken {
        guard let content = contents() else { throw .evidenceUnreadable }
        let own = try digest(content.algorithm)
        guard let root = HashTree.root(of: own, proof: content.proof, content.algorithm) else { throw .evidenceForeign }
        return try TimestampToken.checked(content.token, over: root, roots: roots)
    }

    private func contents() -> (algorithm: DigestAlgorithm, proof: [[[UInt8]]], token: [UInt8])? {
        var file = DERReader(bytes)
        guard var record = file.inside(.sequence), file.isAtEnd, record.content(.integer) == [1],
            var algorithms = record.inside(.sequence), let identifier = algorithms.whole(.sequence),
            let algorithm = Self.algorithm(identifier), var chains = record.inside(.sequence), record.isAtEnd,
            var chain = chains.inside(.sequence), chains.isAtEnd, var stamp = chain.inside(.sequence), chain.isAtEnd
        else { return nil }
        var proof: [[[UInt8]]] = []
        if stamp.isNext(.context2) {
            guard let lists = Self.lists(stamp.inside(.context2)) else { return nil }
            proof = lists
        }
        guard let token = stamp.whole(.sequence), stamp.isAtEnd else { return nil }
        return (algorithm, proof, token)
    }

    /// RFC 5754 lets the parameters be absent or NULL.
    private static func algorithm(_ identifier: [UInt8]) -> DigestAlgorithm? {
        DigestAlgorithm.allCases.first { algorithm in
            var ours = DERReader(algorithm.identifier)
            var theirs = DERReader(identifier)
            guard var wanted = ours.inside(.sequence), var found = theirs.inside(.sequence) else { return false }
            return wanted.content(.objectIdentifier) == found.content(.objectIdentifier)
        }
    }

    private static func lists(_ reader: DERReader?) -> [[[UInt8]]]? {
        guard var reader else { return nil }
        var lists: [[[UInt8]]] = []
        while !reader.isAtEnd {
            guard var list = reader.inside(.sequence) else { return nil }
            var hashes: [[UInt8]] = []
            while !list.isAtEnd {
                guard let hash = list.content(.octetString) else { return nil }
                hashes.append(hash)
            }
            lists.append(hashes)
        }
        return lists
    }
}

extension CaptureError {
    static let evidenceUnreadable = CaptureError(
        .badInput, "evidence-unreadable",
        LocalizedText(
            de: "Die Datei ist kein lesbarer Beweisdatensatz (RFC 4998).",
            en: "The file is no readable evidence record (RFC 4998)."),
        remedy: LocalizedText(
            de: "Bitte die Datei mit der Endung .ers angeben.", en: "Please name the file that ends in .ers."))

    static let evidenceForeign = CaptureError(
        .badInput, "evidence-foreign",
        LocalizedText(
            de: "Der Beweisdatensatz gehört nicht zu diesem Schriftstück, oder das Schriftstück wurde verändert.",
            en: "The evidence record does not belong to this document, or the document was changed."),
        remedy: LocalizedText(
            de: "Bitte das Schriftstück aus der Ablage mit dem Original vergleichen.",
            en: "Please compare the filed document with the original."))
}
