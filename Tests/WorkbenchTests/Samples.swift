import CaptureModel
import Foundation
import Profiles
import Workbench

/// The project's own sample profiles and mail.
enum Samples {
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let profiles = project.appending(path: "profiles").path
    /// Profiles with a stack of their own that was read before.
    static let names = ["bauantraege", "fuehrerschein", "gerichtspost", "sozialhilfe"]

    static func profile(_ name: String) throws -> LoadedProfile {
        try ProfileLibrary.load(file: profiles + "/\(name).yaml")
    }

    /// The shipped profile with some of its text changed.
    static func profile(_ name: String, replacing old: String, with new: String) throws -> LoadedProfile {
        let text = try profile(name).source
        precondition(text.contains(old), "\(old) is not in \(name)")
        return try ProfileLibrary.parse(
            text.replacing(old, with: new), file: "\(name).yaml", registersFolder: profiles + "/registers")
    }

    static func folder(_ name: String) -> URL { project.appending(path: "testdata/profiles/\(name)") }

    static func cases(_ name: String) throws -> [ProfileTestCase] {
        try ProfileTestCase.stored(in: folder(name)) ?? []
    }
}
