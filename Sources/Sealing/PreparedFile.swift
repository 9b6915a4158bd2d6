// A finished document with room for a seal, as the composer left it. It comes from a process that is not trusted: where
// it says the room is, zeros must stand, and the parts it says are signed must be all the rest of the file.

import CaptureModel
import Cryptography
import DurableFiles
import Foundation

/// Puts a signature into a prepared file.
struct PreparedFile: Sendable {
    let path: String
    let slot: SealSlot

    /// A PDF time in universal time: `D:20261121183000+00'00'`.
    static func time(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let numbers = [parts.month, parts.day, parts.hour, parts.minute, parts.second].map { $0 ?? 0 }
        return String(format: "D:%04d", parts.year ?? 0) + numbers.map { String(format: "%02d", $0) }.joined()
            + "+00'00'"
    }

    /// The digest of all that is signed, with the time of signing in its place.
    ///
    /// - Parameter sha256: of the file as it was composed; another file is not sealed.
    func digest(_ algorithm: DigestAlgorithm, time: String, sha256: String) throws(CaptureError) -> [UInt8] {
        let file = try OpenFile(path)
        try check(file)
        guard try SHA256.of(file: path).hex == sha256 else { throw .sealMaterialChanged("SHA-256") }
        var digest = MessageDigest(algorithm)
        try file.read(0..<slot.contentsOffset) { digest.update($0) }
        try file.read((slot.contentsOffset + slot.contentsLength)..<slot.timeOffset) { digest.update($0) }
        Array(time.utf8).withUnsafeBytes { digest.update($0) }
        try file.read((slot.timeOffset + time.utf8.count)..<slot.sizeInBytes) { digest.update($0) }
        return digest.finish()
    }

    /// Writes the sealed document durably to `target`; answers its SHA-256.
    ///
    /// What was written is read back and checked before it gets its name: a half-sealed file never has it.
    func seal(
        _ signature: DetachedSignature, time: String, _ algorithm: DigestAlgorithm, to target: String
    ) throws(CaptureError) -> String {
        let room = (slot.contentsLength - 2) / 2
        guard signature.bytes.count <= room else { throw .sealTooLarge("\(signature.bytes.count) of \(room) bytes") }
        let patches = [
            (slot.contentsOffset + 1, Self.hexadecimal(signature.bytes)), (slot.timeOffset, Array(time.utf8)),
        ]
        let slot = slot
        try DurableFile.copy(path, to: target, patches: patches) { (part) throws(CaptureError) in
            let written = try OpenFile(part)
            var digest = MessageDigest(algorithm)
            try written.read(0..<slot.contentsOffset) { digest.update($0) }
            try written.read((slot.contentsOffset + slot.contentsLength)..<slot.sizeInBytes) { digest.update($0) }
            let contents = try written.bytes(
                (slot.contentsOffset + 1)..<(slot.contentsOffset + 1 + 2 * signature.bytes.count))
            guard written.sizeInBytes == slot.sizeInBytes, contents == Self.hexadecimal(signature.bytes),
                signature.isSound(over: digest.finish())
            else { throw .sealNotConfirmed("signature") }
        }
        return try SHA256.of(file: target).hex
    }

    private func check(_ file: borrowing OpenFile) throws(CaptureError) {
        let timeLength = Self.time(Date(timeIntervalSince1970: 0)).utf8.count
        let contentsEnd = slot.contentsOffset + slot.contentsLength
        let rangeEnd = slot.byteRangeOffset + slot.byteRange.utf8.count
        let isOrdered =
            0 < slot.byteRangeOffset && rangeEnd <= slot.contentsOffset && slot.contentsLength > 2
            && contentsEnd <= slot.timeOffset && slot.timeOffset + timeLength < slot.sizeInBytes
        guard isOrdered, file.sizeInBytes == slot.sizeInBytes else { throw .sealMaterialChanged("offsets") }
        let contents = try file.bytes(slot.contentsOffset..<contentsEnd)
        let zeros = contents.dropFirst().dropLast()
        let isRoom =
            contents.first == UInt8(ascii: "<") && contents.last == UInt8(ascii: ">")
            && zeros.allSatisfy { $0 == UInt8(ascii: "0") }
        guard isRoom, try file.bytes(slot.byteRangeOffset..<rangeEnd) == Array(slot.byteRange.utf8),
            try file.bytes(slot.timeOffset..<(slot.timeOffset + timeLength)).starts(with: Array("D:".utf8))
        else { throw .sealMaterialChanged("placeholder") }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
