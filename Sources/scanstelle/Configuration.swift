import Acquisition
import CaptureModel
import Foundation
import Yams

/// The daemon's configuration file: where things are, not how mail is worked (that is the profiles').
struct Configuration: Sendable, Decodable {
    struct Target: Sendable, Decodable {
        let name: String
        /// The root of an electronic file that is a folder.
        let folder: String
    }

    struct Folder: Sendable, Decodable {
        let path: String
        let profile: String
        let pollSeconds: Double?
        let stableSeconds: Double?
        /// Seconds a file without a valid end is waited for.
        let incompleteSeconds: Double?
        /// What the names of sub-folders stand for.
        let context: [String]?
        let sidecar: WatchedFolderSource.Sidecar?
        let sidecarSeconds: Double?
        /// A file that shows that the share is mounted.
        let sentinel: String?
        /// Pseudonym of the person whose scans come by this folder.
        let `operator`: String?
    }

    struct Scanner: Sendable, Decodable {
        let name: String
        let device: String
        let environment: [String: String]?
        let start: ScannerStart?
        /// Pseudonym of the person who stands for what is started at the device.
        let `operator`: String?
    }

    struct Uploads: Sendable, Decodable {
        /// File with the accounts of programs that may hand in files.
        let tokens: String
        let fileSizeInBytes: Int?
        /// Files a batch may have.
        let files: Int?
        /// Hours a batch that was begun is waited for.
        let patienceHours: Double?
    }

    let state: String
    let profiles: String
    let host: String?
    let port: Int?
    let workers: Int?
    let targets: [Target]
    let folders: [Folder]?
    let scanners: [Scanner]?
    let uploads: Uploads?
    let mail: [Mail]?
    let seals: [Seal]?
    let timestamps: [Timestamp]?
    /// Days after the end of a batch when its images and texts are deleted; nil keeps everything.
    let keepDays: Int?
    /// Room that must be left on the disk for new mail to be taken; nil means 2048, or a twentieth of a small disk.
    let minimumFreeMiB: Int?

    /// Keys by place, for telling typing errors.
    private static let known: [String: Set<String>] = [
        "": [
            "state", "profiles", "host", "port", "workers", "targets", "folders", "scanners", "seals", "timestamps",
            "keepDays", "minimumFreeMiB", "uploads", "mail",
        ],
        "targets": ["name", "folder"],
        "mail": mailKeys,
        "uploads": ["tokens", "fileSizeInBytes", "files", "patienceHours"],
        "folders": [
            "path", "profile", "pollSeconds", "stableSeconds", "operator", "incompleteSeconds", "context", "sidecar",
            "sidecarSeconds", "sentinel",
        ],
        "scanners": ["name", "device", "environment", "start", "operator"], "start": ["paper", "buttons"],
        "seals": [
            "name", "kind", "file", "passwordFile", "module", "token", "key", "pinFile", "certificates", "assurance",
            "digest",
        ],
        "timestamps": [
            "name", "url", "certificates", "policy", "user", "passwordFile", "timeoutSeconds", "assurance", "digest",
        ],
    ]

    static func load(_ path: String) throws(CaptureError) -> Configuration {
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            if let root = try Yams.compose(yaml: text) { try check(root, at: "", path) }
            return try YAMLDecoder().decode(Configuration.self, from: text)
        } catch let error as CaptureError {
            throw error
        } catch {
            throw invalid("\(path): \(error)")
        }
    }

    private static func check(_ node: Node, at place: String, _ path: String) throws(CaptureError) {
        guard let mapping = node.mapping, let keys = known[place] else { return }
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard keys.contains(name) else {
                let line = key.mark.map { ":\($0.line):\($0.column)" } ?? ""
                throw invalid("\(path)\(line): \(name)? (\(keys.sorted().joined(separator: ", ")))")
            }
            for item in value.sequence ?? [value] where place.isEmpty { try check(item, at: name, path) }
            if name == "start" { try check(value, at: name, path) }
        }
    }

    static func invalid(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "configuration-invalid",
            LocalizedText(de: "Die Konfiguration ist fehlerhaft.", en: "The configuration is faulty."),
            remedy: LocalizedText(de: "Bitte die genannte Stelle berichtigen.", en: "Please correct the place named."),
            cause: cause)
    }
}

extension Configuration {
    var watchedFolders: [WatchedFolderSource] {
        (folders ?? []).map { folder in
            var source = WatchedFolderSource(
                path: folder.path, profile: folder.profile, pollSeconds: folder.pollSeconds ?? 5,
                stableSeconds: folder.stableSeconds ?? 10, operatedBy: folder.operator)
            source.incompleteSeconds = folder.incompleteSeconds ?? source.incompleteSeconds
            source.context = folder.context ?? []
            source.sidecar = folder.sidecar ?? source.sidecar
            source.sidecarSeconds = folder.sidecarSeconds ?? source.sidecarSeconds
            source.sentinel = folder.sentinel
            return source
        }
    }

    var scannerSources: [ScannerSource] {
        (scanners ?? []).map { scanner in
            ScannerSource(
                name: scanner.name, device: scanner.device, environment: scanner.environment ?? [:],
                start: scanner.start, operatedBy: scanner.operator)
        }
    }
}
