import CaptureModel

extension ReadText {
    /// With the lines marked whose last word goes on in the next line.
    func withHyphens() -> ReadText {
        var text = self
        for index in lines.indices.dropLast() where lines[index].goesOn(in: lines[index + 1]) {
            text.lines[index].isHyphenated = true
        }
        return text
    }
}

extension TextLine {
    /// Words a hyphen before stands for something left out (Ergänzungsstrich), as in "Haupt- und Nebenkosten".
    private static let joining: Set<String> = [
        "und", "oder", "bzw.", "bzw", "sowie", "bis", "noch", "als", "wie", "u.",
    ]

    /// The last word goes on in the next line.
    func goesOn(in next: TextLine) -> Bool {
        guard let last = words.last?.text, let first = next.words.first?.text, next.isBelow(self) else { return false }
        guard let hyphen = last.last, "-‐¬".contains(hyphen), let before = last.dropLast().last else { return false }
        guard let start = first.first, !Self.joining.contains(first) else { return false }
        // Two letters at least are parted in German; "E-Akte" is parted at its own hyphen.
        if start.isLowercase { return before.isLetter && last.count > 2 }
        return start.isUppercase && before.isLetter || start.isNumber && before.isNumber
    }

    /// The line follows directly below in the same column.
    private func isBelow(_ other: TextLine) -> Bool {
        let (mine, above) = (box, other.box)
        let pitch = mine.y + mine.height / 2 - above.y - above.height / 2
        let height = max(mine.height, above.height)
        return 2 * pitch > height && pitch < 3 * height && mine.x < above.right && above.x < mine.right
    }
}
