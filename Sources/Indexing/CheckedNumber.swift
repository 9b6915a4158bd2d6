// Numbers with check digits that German authorities give to people, firms and buyers.
//
// Sources: Steuer-ID and USt-IdNr: ISO/IEC 7064 MOD 11,10, as the Federal Central Tax Office describes it (BZSt,
// "Aufbau der Identifikationsnummer"); Versicherungsnummer: § 2 VKVV; Leitweg-ID: format specification 2.0.2 of KoSIT,
// ISO/IEC 7064 MOD 97-10.

/// Reads numbers by their check digits; letters are taken for digits only where these agree then.
enum CheckedNumber {
    /// Steuer-ID: 11 digits, not beginning with 0; one digit of the first ten stands there twice or three times.
    static func taxId(_ text: String) -> FormattedValue? {
        proven(text, prefix: 0) { number in
            let digits = Array(number)
            guard digits.count == 11, digits[0] != "0", hasCheckDigit(digits) else { return false }
            let distinct = Set(digits.prefix(10)).count
            return distinct == 9 || distinct == 8
        }
    }

    /// USt-IdNr: that of Germany with its check digit, others by their outer form (2 to 12 characters), unproven.
    static func vatId(_ text: String) -> FormattedValue? {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        guard plain.prefix(2).allSatisfy(\.isLetter), (4...14).contains(plain.count), plain.allSatisfy(\.isASCII) else {
            return nil
        }
        guard plain.hasPrefix("DE") else {
            return plain.contains(where: \.isNumber) ? FormattedValue(value: plain) : nil
        }
        return proven(plain, prefix: 2) { number in
            let digits = Array(number.dropFirst(2))
            return digits.count == 9 && hasCheckDigit(digits)
        }
    }

    /// Versicherungsnummer: area, birthday, first letter of the birth name, serial number, check digit.
    static func pensionNumber(_ text: String) -> FormattedValue? {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        if hasPensionCheckDigit(plain) { return FormattedValue(value: plain, isProven: true) }
        let repaired = plain.enumerated().map { $0 == 8 ? $1 : Confusable.digit(for: $1) ?? $1 }
        let number = String(repaired)
        return hasPensionCheckDigit(number) ? FormattedValue(value: number, isProven: true, isRepaired: true) : nil
    }

    /// Leitweg-ID: a coarse part of digits, a fine part where there is one, two check digits, with dashes between.
    static func leitwegId(_ text: String) -> FormattedValue? {
        let parts = SearchText(folding: text.uppercased(), confusables: false).text.split(separator: "-").map(
            String.init)
        guard parts.count == 2 || parts.count == 3, let check = parts.last else { return nil }
        let folded = { (part: String) in String(part.map { Confusable.digit(for: $0) ?? $0 }) }
        for (isRepaired, parts) in [
            (false, parts), (true, [folded(parts[0])] + parts.dropFirst().dropLast() + [folded(check)]),
        ] {
            guard let coarse = parts.first, let check = parts.last, (2...12).contains(coarse.count),
                coarse.allSatisfy(isDigit), check.count == 2, check.allSatisfy(isDigit),
                remainder97(of: parts.joined()) == 1
            else { continue }
            return FormattedValue(value: parts.joined(separator: "-"), isProven: true, isRepaired: isRepaired)
        }
        return nil
    }

    /// The rest when the characters, letters as 10 to 35, are read as one number and divided by 97; nil for others.
    static func remainder97(of text: some StringProtocol) -> Int? {
        var remainder = 0
        for character in text {
            guard character.isASCII, let digit = Int(String(character), radix: 36) else { return nil }
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97
        }
        return remainder
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// The number with `prefix` letters before its digits, as it was read or with look-alikes folded to digits.
    private static func proven(_ text: String, prefix: Int, _ isValid: (String) -> Bool) -> FormattedValue? {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        if plain.dropFirst(prefix).allSatisfy(isDigit), isValid(plain) {
            return FormattedValue(value: plain, isProven: true)
        }
        let repaired = plain.prefix(prefix) + plain.dropFirst(prefix).map { Confusable.digit(for: $0) ?? $0 }
        guard repaired.dropFirst(prefix).allSatisfy(isDigit), isValid(String(repaired)) else { return nil }
        return FormattedValue(value: String(repaired), isProven: true, isRepaired: true)
    }

    /// ISO/IEC 7064 MOD 11,10 over all but the last digit.
    private static func hasCheckDigit(_ digits: [Character]) -> Bool {
        var product = 10
        for digit in digits.dropLast().compactMap(\.wholeNumberValue) {
            let sum = (digit + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return digits.last?.wholeNumberValue == (11 - product) % 10
    }

    /// Weights of § 2 VKVV over the digits, the letter as two digits; the sum of the digits of the products modulo 10.
    private static func hasPensionCheckDigit(_ number: String) -> Bool {
        let characters = Array(number)
        guard characters.count == 12, let letter = characters[8].asciiValue, (65...90).contains(letter) else {
            return false
        }
        let place = Int(letter) - 64
        let rest = characters[..<8] + characters[9...]
        let digits = rest.compactMap { isDigit($0) ? $0.wholeNumberValue : nil }
        guard digits.count == 11 else { return false }
        let spelled = digits[..<8] + [place / 10, place % 10] + digits[8..<10]
        let products = zip(spelled, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]).map(*)
        return products.reduce(0) { $0 + $1 / 10 + $1 % 10 } % 10 == digits[10]
    }
}
