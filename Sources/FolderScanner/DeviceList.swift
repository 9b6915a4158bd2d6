import CSANE
import Glibc

/// The list `sane_get_devices` answers with; the pointers live until the list is replaced, as SANE demands.
struct DeviceList: ~Copyable {
    let folders: [String]
    let pointers: UnsafeMutablePointer<UnsafePointer<SANE_Device>?>
    private let records: UnsafeMutablePointer<SANE_Device>

    init(folders: [String] = []) {
        self.folders = folders
        pointers = .allocate(capacity: folders.count + 1)
        records = .allocate(capacity: folders.count)
        for (index, folder) in folders.enumerated() {
            let record = SANE_Device(
                name: UnsafePointer(strdup(folder)), vendor: text("Scanstelle"), model: text("folder scanner"),
                type: text("virtual device"))
            (records + index).initialize(to: record)
            (pointers + index).initialize(to: UnsafePointer(records + index))
        }
        (pointers + folders.count).initialize(to: nil)
    }

    deinit {
        for index in folders.indices { free(UnsafeMutablePointer(mutating: records[index].name)) }
        records.deallocate()
        pointers.deallocate()
    }
}

/// Where the folders to feed from are named.
enum FolderConfiguration {
    static func folders() -> [String] {
        configured() + (environment("SCANSTELLE_FOLDER_SCANNER").map { [$0] } ?? [])
    }

    /// The lines of the first `folder.conf` on SANE's search path; `#` begins a comment.
    private static func configured() -> [String] {
        let search = environment("SANE_CONFIG_DIR") ?? "/etc/sane.d"
        for folder in search.split(separator: ":") {
            guard let bytes = FileBytes.read("\(folder)/folder.conf") else { continue }
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                .map { String($0.trimmed()) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        }
        return []
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

/// A constant C string for SANE, which keeps the pointer.
func text(_ literal: StaticString) -> SANE_String_Const {
    UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)
}

extension StringProtocol {
    /// The text without spaces at its ends.
    func trimmed() -> SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex..<endIndex] }
        return self[first...last]
    }
}
