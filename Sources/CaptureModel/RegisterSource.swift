/// Where a register (Verzeichnis) comes from that is no CSV file: a table of an SQLite database, or a service.
package struct RegisterSource: Sendable, Hashable, Codable {
    package enum Place: Sendable, Hashable, Codable {
        /// A table or view of a database file in the folder of registers; read whole when the profile is loaded.
        case database(file: String, table: String)
        /// An address with `{key}` in it, asked for the values of each document.
        case service(RegisterService)
    }

    package var name: String
    package var place: Place
    /// Name there of the column that holds the key.
    package var key: String
    /// Columns beside the key: the name fields and routes use, and the name there.
    package var columns: [String: String]

    package init(name: String, place: Place, key: String, columns: [String: String] = [:]) {
        self.name = name
        self.place = place
        self.key = key
        self.columns = columns
    }

    /// The service that is asked; nil for a database.
    package var service: RegisterService? {
        guard case .service(let service) = place else { return nil }
        return service
    }
}

/// A service that answers with JSON what it knows of one key.
package struct RegisterService: Sendable, Hashable, Codable {
    /// What stands for the key in the address.
    package static let keyMark = "{key}"

    /// As `https://akten.example/suche?nummer={key}`.
    package var url: String
    /// How long one answer is waited for.
    package var timeoutSeconds = 3.0
    /// How long an answer is used again; 0 asks each time.
    package var maxAgeSeconds = 300.0

    package init(url: String) { self.url = url }
}
