package import CaptureModel

/// How programs may hand in files.
package struct UploadSettings: Sendable {
    package var accounts: UploadAccounts
    /// Bytes a file may have.
    package var fileSizeInBytes = InputLimits().fileSizeInBytes
    /// Files a batch may have.
    package var files = 500
    /// Hours after which a batch that was begun and not completed goes to a person.
    package var patienceHours = 24.0
    /// What new batches begin with.
    package var profile: @Sendable (String) throws(CaptureError) -> LoadedProfile

    package init(
        accounts: UploadAccounts, profile: @escaping @Sendable (String) throws(CaptureError) -> LoadedProfile
    ) {
        self.accounts = accounts
        self.profile = profile
    }
}
