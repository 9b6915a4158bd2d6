import Foundation

/// What does not stand in a source file.
///
/// Each rule answers with its breaches, in words; none means it is kept.
enum TextRules {
    static let longestFile = 500
    static let longestFunction = 60

    /// Words of code, and why we do without them.
    static let forbidden: [(words: String, reason: String)] = [
        ("try!", "an error is returned or handled"),
        ("as!", "a failed cast is an error like any other"),
        ("fatalError(", "one bad page must not end the program"),
        ("public ", "we are one package"),
        ("open class", "we are one package"),
        ("@_exported", "an import is the file's own"),
    ]

    /// Words that tests may use, on text of their own, and the programs may not.
    static let forbiddenInSources: [(words: String, reason: String)] = [
        ("XMLDocument", "it loads external entities"),
        ("NSRegularExpression", "it takes exponential time; Patterns does not"),
        ("Regex<", "it takes exponential time; Patterns does not"),
        ("Regex(", "it takes exponential time; Patterns does not"),
    ]

    /// Calls by which a room without input and output could get at files.
    static let fileCalls = [
        "FileManager", "FileHandle", "fopen(", "open(", "contentsOf:", "contentsOfFile:", "write(to:",
    ]

    /// The same words where they put lists together.
    static let listCalls = ["append(contentsOf:", "insert(contentsOf:"]

    static func forbiddenWords(in file: Project.File) -> [String] {
        let isSource = file.path.hasPrefix("Sources/")
        return (forbidden + (isSource ? forbiddenInSources : [])).filter { contains($0.words, in: file.swift.code) }
            .map { "\(file.path): \($0.words) (\($0.reason))" }
    }

    static func fileAccess(in file: Project.File) -> [String] {
        let code = listCalls.reduce(file.swift.code) { $0.replacing($1, with: "") }
        return fileCalls.filter { contains($0, in: code) }.map { "\(file.path): \($0)" }
    }

    static func output(in file: Project.File) -> [String] {
        contains("print(", in: file.swift.code) ? ["\(file.path): print("] : []
    }

    /// A regular expression between slashes: a slash where a value must begin, with another one on its line.
    static func regexLiterals(in file: Project.File) -> [String] {
        file.swift.lines.filter { line in
            line.indices.contains { index in
                guard line[index] == "/" else { return false }
                let before = line[..<index].last { $0 != " " } ?? "="
                let rest = line[line.index(after: index)...]
                let isValue = "=(,:[{#".contains(before) || line[..<index].hasSuffix("return ")
                return isValue && rest.first != " " && rest.first != ")" && rest.contains("/")
            }
        }.map { "\(file.path):\($0)" }
    }

    static func length(of file: Project.File) -> [String] {
        let count = file.swift.lines.count
        return count > longestFile ? ["\(file.path) has \(count) lines"] : []
    }

    /// Functions and initializers by their own lines, from their first word to the closing brace.
    static func functionLengths(in file: Project.File) -> [String] {
        let lines = file.swift.lines
        return lines.indices.filter { isFunction(lines[$0]) }.compactMap { start in
            var depth = 0
            var hasBody = false
            let end = lines[start...].firstIndex { line in
                depth += line.count { $0 == "{" } - line.count { $0 == "}" }
                hasBody = hasBody || line.contains("{")
                return hasBody && depth <= 0
            }
            guard let end, end - start + 1 > longestFunction else { return nil }
            return "\(file.path): \(lines[start].trimmed) has \(end - start + 1) lines"
        }
    }

    /// Paths of one machine, which mean nothing on another.
    static func machinePaths(in text: String, at path: String) -> [String] {
        ["work", "root", "tmp/brief", "opt/swift", "home"].map { "/\($0)/" }
            .filter { contains($0, in: text) }.map { "\(path): \($0)" }
    }

    private static func isFunction(_ line: Substring) -> Bool {
        let words = line.split { " (<?".contains($0) }
        let modifiers = words.prefix { ["package", "private", "fileprivate", "convenience"].contains($0) }
        return words.contains("func") || words.dropFirst(modifiers.count).first == "init"
    }

    /// True where `words` begin a word or path of their own: `reopen(` is not `open(`, and neither is a member `.open(`.
    private static func contains(_ words: String, in text: String) -> Bool {
        text.components(separatedBy: words).dropLast().contains { before in
            guard let last = before.last, words.first != "@" else { return true }
            return !(last.isLetter || last.isNumber || "_.".contains(last))
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring { drop { $0 == " " } }
}
