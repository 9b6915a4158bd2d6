import CaptureModel
import Foundation

/// Where the files of this installation are.
enum Programs {
    /// The folder this program stands in; the worker and the scanner program stand beside it.
    static let folder = (executable as NSString).deletingLastPathComponent

    private static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    static var worker: String { folder + "/scanstelle-worker" }
    static var scanner: String { folder + "/scanstelle-scanner" }

    /// The profiles folder: the one that is named, or `profiles` in the working folder or above this program, or the
    /// system's.
    static func profiles(_ named: String?) throws(CaptureError) -> String {
        if let named { return named }
        var candidates = [FileManager.default.currentDirectoryPath + "/profiles"]
        var folder = folder
        while folder.count > 1 {
            candidates.append(folder + "/profiles")
            folder = (folder as NSString).deletingLastPathComponent
        }
        candidates += ["/etc/scanstelle/profiles", "/usr/share/scanstelle/profiles"]
        if let found = candidates.first(where: { isFolder($0) }) { return found }
        throw CaptureError(
            .badProfile, "profiles-missing",
            LocalizedText(de: "Es gibt keinen Ordner mit Profilen.", en: "There is no folder with profiles."),
            remedy: LocalizedText(de: "Bitte mit --profiles angeben.", en: "Please name it with --profiles."))
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
