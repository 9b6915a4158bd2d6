import Glibc

/// Files and folders by plain system calls: a backend is loaded into strangers' programs and brings as little as it can.
enum FileBytes {
    /// The content of a file; nil where it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var offset = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while offset < buffer.count {
                let size = Glibc.read(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                guard size > 0 else { break }
                offset += size
            }
            count = offset
        }
        return bytes.count == Int(status.st_size) ? bytes : nil
    }

    /// Makes `text` the content of a file, by rename, so that a reader never sees half of it.
    static func write(_ text: String, to path: String) {
        let part = path + ".part"
        guard let file = fopen(part, "we") else { return }
        fputs(text, file)
        fclose(file)
        rename(part, path)
    }

    static func append(_ text: String, to path: String) {
        guard let file = fopen(path, "ae") else { return }
        fputs(text, file)
        fclose(file)
    }

    /// One line on standard error, for the person who wrote a script.
    static func complain(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// The names inside a folder, sorted by their bytes; nil where it is none.
    static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
