// The size of print, told by words and the heights of their boxes.
//
// In a typeface of offices capitals and figures are 0.72 of the font size high, small letters 0.5, and what hangs below
// the baseline adds 0.21 (Arial, Times and Calibri differ by some hundredths). So each word tells its size by its own
// letters, and the middle of what the words of a line tell is the line's.

/// How large letters are printed.
enum LetterSize {
    private static let high = 0.72
    private static let low = 0.5
    private static let below = 0.21
    private static let lowLetters = Set("acegmnopqrsuvwxyz.,:;-–—_=+~•·…")
    private static let hangingLetters = Set("gjpqyſ,;()[]{}/|§_@$ç")

    /// The font size of a line of words with boxes as high as told, in the unit of the heights.
    static func size(of words: [(text: String, height: Double)]) -> Double {
        let told = words.compactMap { word in share(of: word.text).map { word.height / $0 } }.sorted()
        guard told.isEmpty else { return told[told.count / 2] }
        // Nothing but signs: the highest is taken for a bracket.
        return (words.map(\.height).max() ?? 0) / (high + below)
    }

    /// Share of the font size that the word's ink is high; nil for words without letters and figures.
    private static func share(of text: String) -> Double? {
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let isHigh = text.contains { !lowLetters.contains($0) }
        let isHanging = text.contains { hangingLetters.contains($0) }
        return (isHigh ? high : low) + (isHanging ? below : 0)
    }
}
