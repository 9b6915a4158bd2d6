import CaptureModel
import Foundation

/// The bytes of a file from outside; every access is checked against its end.
struct FileBytes {
    let data: Data
    /// Multi-byte numbers have their low byte first.
    var isLittleEndian = false

    var count: Int { data.count }

    init(_ data: Data) { self.data = data }

    /// Maps the file; refuses what is empty or larger than `sizeLimit` bytes.
    init(path: String, sizeLimit: Int) throws(CaptureError) {
        do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
            throw .unreadableFile("\(error)")
        }
        guard !data.isEmpty else { throw .emptyFile() }
        guard data.count <= sizeLimit else { throw .fileTooLarge(data.count, limit: sizeLimit) }
    }

    func hasPrefix(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
        offset >= 0 && offset <= count - bytes.count && data.dropFirst(offset).prefix(bytes.count).elementsEqual(bytes)
    }

    /// An unsigned number of `size` bytes; nil beyond the end of the file and where it does not fit an Int.
    func number(at offset: Int, size: Int) -> Int? {
        guard offset >= 0, size <= 8, offset <= count - size else { return nil }
        var value: UInt64 = 0
        for index in 0..<size {
            let byte = data[data.startIndex + offset + (isLittleEndian ? size - 1 - index : index)]
            value = value << 8 | UInt64(byte)
        }
        return Int(exactly: value)
    }

    func u8(_ offset: Int) -> Int? { number(at: offset, size: 1) }
    func u16(_ offset: Int) -> Int? { number(at: offset, size: 2) }
    func u32(_ offset: Int) -> Int? { number(at: offset, size: 4) }

    /// Where `byte` next stands at or behind `offset`.
    func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + offset, Int32(byte), bytes.count - offset)
            else {
                return nil
            }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }
}
