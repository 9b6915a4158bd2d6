import CaptureModel
import Foundation
import Profiles
import Synchronization

/// The profiles of the daemon: by name for what begins now, by pinned text for what began earlier.
///
/// Parsed profiles are kept for a minute: long enough that a batch does not parse its profile for every document, short
/// enough that a new register is seen soon.
struct ProfileShelf: Sendable {
    private static let keepSeconds = 60.0

    private let folder: String
    private let kept = Kept()

    private final class Kept: Sendable {
        let profiles = Mutex<[String: (profile: LoadedProfile, until: Date)]>([:])
    }

    /// Checks every profile: one fault in one of them and nothing starts.
    init(folder: String) throws(CaptureError) {
        self.folder = folder
        if let fault = try ProfileLibrary(folder: folder).faults.min(by: { $0.key < $1.key }) { throw fault.value }
    }

    func profile(named name: String) throws(CaptureError) -> LoadedProfile {
        try keeping("file:" + name) { () throws(CaptureError) in
            try ProfileLibrary.load(file: folder + "/\(name).yaml")
        }
    }

    func profile(from source: String) throws(CaptureError) -> LoadedProfile {
        try keeping("text:" + source) { () throws(CaptureError) in
            try ProfileLibrary.parse(source, file: "profile.yaml", registersFolder: folder + "/registers")
        }
    }

    private func keeping(
        _ key: String, _ load: () throws(CaptureError) -> LoadedProfile
    ) throws(CaptureError) -> LoadedProfile {
        let now = Date()
        if let entry = kept.profiles.withLock({ $0[key] }), entry.until > now { return entry.profile }
        let profile = try load()
        kept.profiles.withLock { profiles in
            profiles = profiles.filter { $0.value.until > now }
            profiles[key] = (profile, now + Self.keepSeconds)
        }
        return profile
    }
}
