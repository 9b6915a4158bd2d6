import CaptureModel

extension Word {
    /// The word with the zeros that were read as the letter O: between digits, and after the country code of German
    /// VAT and account numbers.
    ///
    /// In small gray footers the two look alike to the engine; a number of six digits and more with an O inside is none.
    func withZeros() -> Word {
        var letters = Array(text)
        guard letters.contains("O"), letters.count(where: \.isDigit) >= 6 else { return self }
        for index in letters.indices.dropFirst().dropLast() where letters[index] == "O" && letters[index + 1].isDigit {
            if letters[index - 1].isDigit || letters[..<index].elementsEqual("DE") { letters[index] = "0" }
        }
        return Word(text: String(letters), box: box, confidence: confidence)
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
}
