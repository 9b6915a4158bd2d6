extension TransferNote {
    /// What the note says of the document as a whole, with the names people read.
    package var facts: [Attribute] {
        var facts = [Attribute("Dokument", documentID), Attribute("Herkunft", origin.text)]
        if let agreement { facts.append(Attribute("Scanprodukt", agreement)) }
        if let operatedBy { facts.append(Attribute("Erstellt von", operatedBy)) }
        facts.append(Attribute("Sichtprüfung", quality.kind.text))
        facts.append(Attribute("Ergebnis der Sichtprüfung", quality.result))
        if let person = quality.checkedBy { facts.append(Attribute("Geprüft von", person)) }
        if let time = quality.checkedAt { facts.append(Attribute("Geprüft am", time)) }
        return facts
    }
}

extension TransferNote.Origin {
    /// For the reader of a document.
    package var text: String {
        switch self {
        case .paper: "Papier"
        case .file: "Bilddatei, nicht in diesem Verfahren gescannt"
        case .bornDigital: "Datei, nicht Papier"
        }
    }
}

extension TransferNote.Quality.Kind {
    /// For the reader of a document.
    package var text: String {
        switch self {
        case .automatic: "keine Sichtprüfung dieses Schriftstücks"
        case .sample: "Stichprobe"
        case .doubt: "Einzelprüfung nach Befund"
        }
    }
}

extension TransferNote.Step {
    /// The step in one line.
    package var line: String {
        let details = attributes.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
        return "\(time) \(name) (\(performedBy); \(system))" + (details.isEmpty ? "" : " " + details)
    }
}
