package import CaptureModel
import DurableFiles
import Foundation

/// A program that may hand in files, known by its token.
package struct UploadAccount: Sendable, Hashable {
    /// As it stands in batches and the audit trail.
    package let name: String
    /// SHA-256 of the token, lower-case hexadecimal: the token itself is nowhere on disk.
    let tokenDigest: String
    /// Profiles it may use; nil means all.
    let profiles: Set<String>?

    func mayUse(_ profile: String) -> Bool { profiles?.contains(profile) ?? true }
}

/// The programs that may hand in files, read from a file of lines: name, `sha256:` and the token's digest, profiles.
///
///     fachverfahren-sozial sha256:9f86d0… sozialhilfe,tagespost
package struct UploadAccounts: Sendable {
    private let byDigest: [String: UploadAccount]

    package init(file path: String) throws(CaptureError) {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw .tokensInvalid("\(path): \(error)")
        }
        try self.init(text, file: path)
    }

    /// - Parameter file: named in faults.
    package init(_ text: String, file: String) throws(CaptureError) {
        var byDigest: [String: UploadAccount] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            guard !words.isEmpty else { continue }
            guard let account = UploadAccount(words), byDigest[account.tokenDigest] == nil else {
                throw .tokensInvalid("\(file):\(index + 1)")
            }
            byDigest[account.tokenDigest] = account
        }
        self.byDigest = byDigest
    }

    /// Whose token an `Authorization` header bears; nil where it is nobody's.
    ///
    /// Looked up by the digest of what was given, so that the time it takes tells nothing of the tokens.
    func account(authorization: String?) -> UploadAccount? {
        guard let words = authorization?.split(separator: " "), words.count == 2, words[0].lowercased() == "bearer"
        else {
            return nil
        }
        return byDigest[SHA256.of(Data(words[1].utf8))]
    }

    /// A new token and the line that lets in whoever has it.
    package static func make(name: String, profiles: [String]) -> (token: String, line: String) {
        var random = SystemRandomNumberGenerator()
        let token = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }.hexadecimal
        let list = profiles.isEmpty ? "" : " " + profiles.joined(separator: ",")
        return (token, "\(name) sha256:\(SHA256.of(Data(token.utf8)))\(list)")
    }
}

extension UploadAccount {
    fileprivate init?(_ words: [String]) {
        guard (2...3).contains(words.count), words[1].hasPrefix("sha256:"), words[0].count <= 60,
            words[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
        else { return nil }
        let digest = words[1].dropFirst(7).lowercased()
        guard digest.utf8.count == 64, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        self.init(
            name: words[0], tokenDigest: digest,
            profiles: words.count == 3 ? Set(words[2].split(separator: ",").map(String.init)) : nil)
    }
}

extension CaptureError {
    fileprivate static func tokensInvalid(_ cause: String) -> CaptureError {
        CaptureError(
            .badProfile, "tokens-invalid",
            LocalizedText(
                de: "Die Datei mit den Zugängen der einliefernden Programme ist fehlerhaft.",
                en: "The file with the accounts of programs that hand in files is faulty."),
            remedy: LocalizedText(
                de: "Je Zeile: Name, sha256:Prüfsumme, Profile. Neue Zeilen schreibt `scanstelle upload-token`.",
                en: "A line each: name, sha256:digest, profiles. `scanstelle upload-token` writes new lines."),
            cause: cause)
    }
}
