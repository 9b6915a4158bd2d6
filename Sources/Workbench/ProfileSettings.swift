import CaptureModel
import Profiles

/// A profile's text on its own, without its registers and models.
enum ProfileSettings {
    /// How pages were read by the profile in `source`; nil where the text is no profile any more.
    static func analysis(of source: String) -> AnalysisSettings? {
        ProfileLibrary.check(source, file: "profile.yaml", registersFolder: "").profile?.profile.analysisSettings
    }
}
