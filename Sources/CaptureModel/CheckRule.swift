/// Values of a document that must fit together; where one is not known, nothing is asked.
package enum CheckRule: Sendable, Hashable, Codable {
    /// All are the same, spaces and kinds of dashes apart, as the office of the separator sheet and that of the file.
    case same([String])
    /// The amounts add up, as net amount and tax to the gross amount.
    case sum([String], of: String)
    /// Each date is not after the next.
    case notAfter([String])

    /// Names of the fields, or of columns of their registers as `supplier.iban`, in the order of the rule.
    package var fields: [String] {
        switch self {
        case .same(let names), .notAfter(let names): names
        case .sum(let parts, let total): parts + [total]
        }
    }
}
