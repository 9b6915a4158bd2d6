/// The names we are written to (`recipients:` of a profile), in the forms in which they stand on letters.
///
/// "An das Jugendamt des Landkreises Musterland" is addressed to "Landkreis Musterland": German genitives end in -s or
/// -es. Only one word of a name takes the ending, so each form differs from the name in one word.
enum OwnNames {
    private static let genitives = ["s", "es"]

    /// Each name and its genitives.
    static func forms(of names: [String]) -> [Phrase] {
        names.flatMap { name -> [Phrase] in
            let keys = Phrase(name).keys
            let inflected = keys.indices.flatMap { index in
                genitives.map { ending in
                    var keys = keys
                    keys[index] += ending
                    return Phrase(keys.joined(separator: " "))
                }
            }
            return keys.isEmpty ? [] : [Phrase(name)] + inflected
        }
    }
}
