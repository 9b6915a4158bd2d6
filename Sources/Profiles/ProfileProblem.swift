package import CaptureModel

/// One fault of a profile or register, where it stands and what to do about it.
package struct ProfileProblem: Sendable, Hashable {
    package let file: String
    /// From 1; 1 where the fault is the file as a whole.
    package let line: Int
    package let column: Int
    package let message: LocalizedText
    package let remedy: LocalizedText
    /// It may be gone at the next try, as a database that another program is writing to.
    package var passes = false

    package init(file: String, line: Int, column: Int, message: LocalizedText, remedy: LocalizedText) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    /// `file:line:column: message remedy`, the form editors and compilers use.
    package func text(_ language: Language) -> String {
        "\(file):\(line):\(column): \(message[language]) \(remedy[language])"
    }
}

extension CaptureError {
    /// All problems of a profile in one error; its cause has a line for each.
    static func problems(_ problems: [ProfileProblem], in name: String) -> CaptureError {
        CaptureError(
            problems.allSatisfy(\.passes) ? .unavailable : .badProfile, "bad-profile",
            LocalizedText(
                de: "Das Profil \(name) hat \(problems.count) Fehler.",
                en: "The profile \(name) has \(problems.count) fault(s)."),
            remedy: LocalizedText(
                de: "Bitte die genannten Zeilen berichtigen und das Profil neu laden.",
                en: "Please correct the lines named and load the profile again."),
            cause: problems.map { $0.text(.english) }.joined(separator: "\n"))
    }
}
