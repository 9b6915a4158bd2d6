extension PageAnalysis {
    /// The page's text as it is searched for: like `text`, but words that were broken at the end of a line are whole.
    ///
    /// A whole word stands at the end of the line it begins in.
    package var searchText: String {
        var text = ""
        var block: Int?
        var begun = ""
        for line in lines {
            if let block, block != line.block { text += "\n" }
            block = line.block
            var words = line.words.map(\.text)
            if !begun.isEmpty, !words.isEmpty {
                text += Self.whole(begun, words.removeFirst()) + "\n"
                begun = ""
            }
            if line.isHyphenated == true, !words.isEmpty {
                begun = words.removeLast()
                text += words.map { $0 + " " }.joined()
            } else if !words.isEmpty {
                text += words.joined(separator: " ") + "\n"
            }
        }
        return begun.isEmpty ? text : text + begun + "\n"
    }

    /// The word that stands in two parts, `first` with a hyphen at its end.
    ///
    /// The hyphen goes where the second part begins in lower case (Verwal-tung), else it belongs to the word (E-Akte,
    /// 50.2-2026).
    static func whole(_ first: String, _ second: String) -> String {
        second.first?.isLowercase == true ? String(first.dropLast()) + second : first + second
    }
}
