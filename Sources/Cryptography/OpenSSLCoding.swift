import COpenSSL

/// OpenSSL's structures to DER and back.
enum OpenSSLCoding {
    /// The DER that an `i2d_...` function writes; nil where it failed.
    static func encoded(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        let count = encode(&buffer)
        guard count > 0, let buffer else { return nil }
        defer { CRYPTO_free(buffer, nil, 0) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    /// What a `d2i_...` function makes of all of `bytes`; nil where it failed or left something over.
    ///
    /// What it made is the caller's to free, by `free` where something is left over.
    static func decoded<Value>(
        _ bytes: [UInt8], free: (Value) -> Void, _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Value?
    ) -> Value? {
        bytes.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            guard let value = decode(&position, buffer.count) else { return nil }
            if let start = buffer.baseAddress, position == start + buffer.count { return value }
            free(value)
            return nil
        }
    }
}
