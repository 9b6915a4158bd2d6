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

extension TransferNote {
    /// Who captured by which procedure, and where in its batch the document stands.
    package var setting: [Attribute] {
        let kind = [procedure.name, procedure.variant].compactMap(\.self).joined(separator: ", ")
        return [
            Attribute("Stelle", organization.line),
            Attribute("Verfahren", "\(kind), Version \(procedure.version), Stand \(procedure.validFrom)"),
            Attribute("Stapel begonnen", batchCreated), Attribute("Position", position),
            Attribute("Seiten", "\(pageCount)"), Attribute("IT-System", steps.last?.system ?? ""),
        ]
    }

    /// The steps, a line each; who did it and with what is left out where it is the program on the machine of the last.
    package var stepLines: [String] {
        steps.map { step in
            let isProgram = step.performedBy == steps.last?.performedBy && step.system == steps.last?.system
            let who = isProgram ? "" : " (\(step.performedBy); \(step.system))"
            let details = step.attributes.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
            return "\(step.time) \(step.name)\(who)" + (details.isEmpty ? "" : " – " + details)
        }
    }
}

extension Organization {
    /// The body in one line.
    package var line: String {
        let town = [postalCode, place].compactMap(\.self).joined(separator: " ")
        return [name, unit, street, town].compactMap(\.self).joined(separator: ", ")
    }
}
