package import CaptureModel
import Foundation
import Yams

/// The profiles of a folder, each ready for use or with the problems that keep it from use.
package struct ProfileLibrary: Sendable {
    /// Profiles without fault, by name.
    package let profiles: [String: LoadedProfile]
    /// Faults of the others, by file name.
    package let faults: [String: CaptureError]

    /// Loads every `*.yaml` of `folder`; one bad profile does not keep the others from work.
    package init(folder: String) throws(CaptureError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
                .sorted()
        } catch {
            throw .unreadable(folder, "\(error)")
        }
        var profiles: [String: LoadedProfile] = [:]
        var faults: [String: CaptureError] = [:]
        for name in names {
            do throws(CaptureError) {
                let loaded = try Self.load(file: folder + "/" + name)
                guard profiles[loaded.profile.name] == nil else { throw .sameName(loaded.profile.name) }
                profiles[loaded.profile.name] = loaded
            } catch {
                faults[name] = error
            }
        }
        self.profiles = profiles
        self.faults = faults
    }

    /// The profile called `name`; fails with its faults, or with the names there are.
    package func profile(named name: String) throws(CaptureError) -> LoadedProfile {
        if let profile = profiles[name] { return profile }
        if let fault = faults[name + ".yaml"] { throw fault }
        throw .noProfile(name, known: profiles.keys.sorted())
    }

    /// The profile in `file`, with the registers in the folder `registers` and what was learned in `models` beside it.
    ///
    /// - Parameter registersFolder: where the registers are taken from instead.
    package static func load(file: String, registersFolder: String? = nil) throws(CaptureError) -> LoadedProfile {
        guard let yaml = TextFile.content(of: file, maxSizeInBytes: maxSizeInBytes) else {
            throw .unreadable(file, "not there, not UTF-8, or above \(maxSizeInBytes) bytes")
        }
        let folder = URL(filePath: file).deletingLastPathComponent()
        return try parse(
            yaml, file: file, registersFolder: registersFolder ?? folder.appending(path: "registers").path,
            modelsFolder: folder.appending(path: "models").path)
    }

    /// The profile that `yaml` describes; `file` is the name problems are told with.
    ///
    /// - Parameter modelsFolder: where what was learned lies; nil for `models` beside the registers.
    package static func parse(
        _ yaml: String, file: String, registersFolder: String, modelsFolder: String? = nil
    ) throws(CaptureError) -> LoadedProfile {
        let (profile, problems) = check(
            yaml, file: file, registersFolder: registersFolder, modelsFolder: modelsFolder)
        guard let profile, problems.isEmpty else { throw .problems(problems, in: file) }
        return profile
    }

    /// The profile as far as it can be read, with all its problems in the order of the file; none means it may be used.
    package static func check(
        _ yaml: String, file: String, registersFolder: String, modelsFolder: String? = nil
    ) -> (profile: LoadedProfile?, problems: [ProfileProblem]) {
        let registers = RegisterFolder(registersFolder)
        var reader = ProfileReader(file: file, registers: registers)
        guard let root = YAMLText.root(yaml, reader.reader), let profile = reader.profile(root) else {
            return (nil, reader.reader.problems)
        }
        let own = reader.reader.problems.filter { $0.file == file }.sorted {
            ($0.line, $0.column) < ($1.line, $1.column)
        }
        let problems = own + reader.reader.problems.filter { $0.file != file }
        let beside = modelsFolder ?? registersFolder
        let folder = URL(filePath: beside).deletingLastPathComponent()
        let (model, notices) = TypeModelFolder(besideProfiles: folder).model(for: profile)
        let loaded = LoadedProfile(
            profile: profile, registers: registers.registers, source: yaml, typeModel: model, notices: notices)
        return (loaded, problems)
    }

    /// A profile is written by hand; the largest we know has 30 kB.
    static let maxSizeInBytes = 1_000_000
}

extension CaptureError {
    fileprivate static func unreadable(_ path: String, _ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "profile-unreadable",
            LocalizedText(de: "\(path) ist nicht lesbar.", en: "\(path) cannot be read."),
            remedy: LocalizedText(
                de: "Bitte Ort, Rechte und Zeichensatz (UTF-8) prüfen.",
                en: "Please check its place, permissions and encoding (UTF-8)."), cause: cause)
    }

    fileprivate static func sameName(_ name: String) -> CaptureError {
        CaptureError(
            .badProfile, "profile-name-taken",
            LocalizedText(de: "Das Profil \(name) gibt es schon.", en: "There is a profile \(name) already."),
            remedy: LocalizedText(de: "Bitte den Namen ändern.", en: "Please change the name."))
    }

    fileprivate static func noProfile(_ name: String, known: [String]) -> CaptureError {
        let nearest = NearestName.nearest(to: name, among: known).map { [$0] } ?? known
        let list = nearest.joined(separator: ", ")
        return CaptureError(
            .badProfile, "no-such-profile",
            LocalizedText(de: "Das Profil \(name) gibt es nicht.", en: "There is no profile \(name)."),
            remedy: LocalizedText(de: "Vorhanden: \(list).", en: "There is: \(list)."))
    }
}
