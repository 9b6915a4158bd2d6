// Where learned types lie: in the folder `models` beside the profile, one file a profile, `NAME.types`.
//
// A batch keeps its profile's text, not the model: which model judged a document stands in its reasons, by the first
// digits of the file's SHA-256. A model that is missing or does not fit keeps no mail from work: the rules decide alone,
// and what they leave open goes to a person.

import CaptureModel
package import Foundation
import Learning

/// The models of a folder of profiles.
package struct TypeModelFolder: Sendable {
    private let folder: URL

    /// `folder` is that of the profiles.
    package init(besideProfiles folder: URL) { self.folder = folder.appending(path: "models") }

    /// Where the model of a profile is written to.
    package func file(of profile: String) -> URL { folder.appending(path: profile + ".types") }

    /// The model that a profile's types ask for, and what an admin should know about it.
    func model(for profile: Profile) -> (model: TypeModel?, notices: [Finding]) {
        let wanted = profile.types.filter(\.isLearned).map(\.type)
        guard !wanted.isEmpty else { return (nil, []) }
        let path = file(of: profile.name).path
        guard FileManager.default.fileExists(atPath: path) else { return (nil, [.notLearned(wanted)]) }
        do throws(CaptureError) {
            let model = try read(path)
            let missing = Set(wanted).subtracting(model.types.map(\.name)).sorted()
            return (model, missing.isEmpty ? [] : [.notLearned(missing)])
        } catch {
            return (nil, [.unusableModel(error)])
        }
    }

    private func read(_ path: String) throws(CaptureError) -> TypeModel {
        let size = TypeModelFile.maxSizeInBytes
        let data: Data?
        do {
            data = try FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: size + 1)
        } catch {
            throw .unreadableModel("\(error)")
        }
        guard let data, data.count <= size else { throw .unreadableModel("empty, or above \(size) bytes") }
        return try TypeModelFile.read(data)
    }
}

extension CaptureError {
    fileprivate static func unreadableModel(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "type-model-unreadable",
            LocalizedText(
                de: "Die Datei mit den gelernten Dokumentarten ist nicht lesbar.",
                en: "The file of learned document types cannot be read."),
            remedy: LocalizedText(de: "Bitte Ort und Rechte prüfen.", en: "Please check its place and permissions."),
            cause: cause)
    }
}

extension Finding {
    fileprivate static func notLearned(_ types: [String]) -> Finding {
        let list = types.joined(separator: ", ")
        return Finding(
            "types-not-learned",
            LocalizedText(
                de: "Noch nicht gelernt: \(list). Bis dahin entscheiden allein die Regeln.",
                en: "Not learned yet: \(list). Until then the rules decide alone."))
    }

    fileprivate static func unusableModel(_ error: CaptureError) -> Finding {
        Finding(
            error.problem,
            LocalizedText(
                de: "\(error.message.de) Es entscheiden allein die Regeln. \(error.remedy.de)",
                en: "\(error.message.en) The rules decide alone. \(error.remedy.en)"))
    }
}
