import BatchStore
import CaptureModel
import DurableFiles
import Synchronization

/// The key of the separator sheets, looked for again until there is one: sheets may be printed while the daemon runs.
final class SeparatorKey: Sendable {
    private let path: String
    private let seal: Mutex<SeparatorSeal?>

    /// Fails where the file is there and no key.
    init(file path: String) throws(CaptureError) {
        self.path = path
        seal = Mutex(try SeparatorSeal.existing(keyFile: path))
    }

    /// What a code says whose check part is ours; nil for all others.
    var unseal: @Sendable (String) -> String? {
        { code in self.current?.opened(code) }
    }

    /// A key that cannot be read opens nothing: codes are then findings, and a person sees them.
    private var current: SeparatorSeal? {
        seal.withLock { seal in
            if seal == nil { seal = try? SeparatorSeal.existing(keyFile: path) }
            return seal
        }
    }

    /// Where the daemon and the printer of sheets keep the key.
    static func file(in folder: StateFolder) -> String { folder.path + "/separator.key" }
}
