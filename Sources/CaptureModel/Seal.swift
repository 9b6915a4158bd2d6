/// How the documents of a profile are sealed (Siegel): with which key, and by whose clock.
package struct SealSettings: Sendable, Hashable, Codable {
    /// What a timestamp stands over.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// The seal of each document, one timestamp each (PAdES B-T).
        case document
        /// All documents of a batch that are ready together, one timestamp for all of them (RFC 4998).
        case batch
    }

    /// Name of a seal in the daemon's configuration; nil where documents get a timestamp alone.
    package var key: String?
    /// Name of a timestamp service in the daemon's configuration; nil where this machine's clock is enough.
    package var timestamp: String?
    package var kind: Kind

    package init(key: String? = nil, timestamp: String? = nil, kind: Kind = .document) {
        self.key = key
        self.timestamp = timestamp
        self.kind = kind
    }

    /// The documents of a batch share one timestamp, and each gets its evidence record.
    package var makesEvidence: Bool { kind == .batch && timestamp != nil }

    /// The level of the seal in the document (ETSI EN 319 142-1); nil where nothing is put into it.
    package var level: String? {
        guard key != nil else { return nil }
        return kind == .document && timestamp != nil ? "PAdES B-T" : "PAdES B-B"
    }
}

/// What the composer leaves room for, so that a seal can be put into the finished file.
package struct SealPreparation: Sendable, Hashable, Codable {
    /// The longest signature that will fit.
    package var reservedBytes: Int
    /// When it is signed, as PDF writes it; replaced by the time of the seal, hence always of the same length.
    package var time: String
    /// What viewers show as the reason of the signature.
    package var reason: String

    package init(reservedBytes: Int, time: String, reason: String) {
        self.reservedBytes = reservedBytes
        self.time = time
        self.reason = reason
    }
}

/// Where in a finished file the room for the seal is; offsets in bytes from the start of the file.
package struct SealSlot: Sendable, Hashable, Codable {
    /// The hexadecimal signature with its angle brackets: the one part that is not signed.
    package var contentsOffset: Int
    package var contentsLength: Int
    /// The text `[ 0 ... ]` that tells which parts are signed.
    package var byteRangeOffset: Int
    /// The time of signing, without its parentheses.
    package var timeOffset: Int
    package var sizeInBytes: Int

    package init(
        contentsOffset: Int, contentsLength: Int, byteRangeOffset: Int, timeOffset: Int, sizeInBytes: Int
    ) {
        self.contentsOffset = contentsOffset
        self.contentsLength = contentsLength
        self.byteRangeOffset = byteRangeOffset
        self.timeOffset = timeOffset
        self.sizeInBytes = sizeInBytes
    }

    /// What must stand at `byteRangeOffset`: the signed parts before and behind the signature.
    package var byteRange: String {
        let end = contentsOffset + contentsLength
        let numbers = [contentsOffset, end, sizeInBytes - end].map { number in
            let digits = String(number)
            return String(repeating: "0", count: max(0, Self.digits - digits.count)) + digits
        }
        return "[ 0 \(numbers.joined(separator: " ")) ]"
    }

    /// Digits of each number, zeros in front: the text has one length, whatever the file's.
    private static let digits = 10
}
