extension Register {
    /// The form under which values are compared: upper case, no spaces, one kind of dash.
    package static func normalizedKey(_ value: some StringProtocol) -> String {
        var key = ""
        for scalar in value.uppercased().unicodeScalars where !scalar.properties.isWhitespace {
            key.unicodeScalars.append(scalar.properties.isDash ? "-" : scalar)
        }
        return key
    }
}
