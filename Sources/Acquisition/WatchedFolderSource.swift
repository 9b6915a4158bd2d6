import CaptureModel

/// A watched folder (überwachter Ordner) that the configuration names.
package struct WatchedFolderSource: Sendable, Hashable {
    /// Whether a file of the same name with the ending `json` or `xml` brings the sender's values.
    package enum Sidecar: String, Sendable, Codable, CaseIterable {
        /// Such files are taken like all others.
        case never
        /// Where one lies beside the file it goes with it.
        case optional
        /// A file waits for its sidecar, up to `sidecarSeconds`.
        case required
    }

    /// Absolute, as the configuration names it.
    package var path: String
    /// Name of the profile; `${name}` stands for a value of the sub-folder.
    package var profile: String
    /// Seconds between looks.
    package var pollSeconds: Double
    /// Seconds a file must be unchanged before it is taken.
    package var stableSeconds: Double
    /// Seconds a file without a valid end must be unchanged before it is taken all the same, and told to be cut off.
    package var incompleteSeconds = 300.0
    /// What the names of sub-folders stand for, outermost first, as `tenant`, `office`; `profile` chooses the profile.
    ///
    /// Empty: sub-folders are not looked into.
    package var context: [String] = []
    package var sidecar = Sidecar.optional
    /// Seconds a file waits for the sidecar it needs, or a sidecar for its file.
    package var sidecarSeconds = 120.0
    /// Pseudonym of the person whose scans come by this folder; nil where it is nobody's.
    package var operatedBy: String?
    /// Name of a file that lies in the folder while its share is mounted; nil asks for none.
    package var sentinel: String?

    package init(
        path: String, profile: String, pollSeconds: Double = 5, stableSeconds: Double = 10, operatedBy: String? = nil
    ) {
        self.path = path
        self.profile = profile
        self.pollSeconds = pollSeconds
        self.stableSeconds = stableSeconds
        self.operatedBy = operatedBy
    }

    /// The name of the profile for files of a sub-folder with these values.
    package func profile(in place: [String: String]) -> String {
        if let name = place["profile"] { return name }
        return place.reduce(profile) { $0.replacing("${\($1.key)}", with: $1.value) }
    }
}
