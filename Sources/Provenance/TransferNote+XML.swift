// The transfer note as XML: "Transfervermerk für Scanprodukte" (Deutsche Rentenversicherung Bund, V1.0, 2016), which the
// BSI publishes beside TR-03138. The order of elements is the format's; it has no namespace.

package import CaptureModel
import XMLWriting

extension TransferNote {
    /// The file's name inside a PDF and beside one.
    package static let fileName = "transfervermerk.xml"

    /// The note as an XML document in UTF-8; the same note gives the same bytes.
    package var xml: [UInt8] {
        var writer = XMLWriter()
        writer.element("Transfervermerk", attributes: [("erstellt", created)]) { note in
            note.element("Auftragnehmer", organization)
            note.element("Dokument") { document in
                document.element("Seiten", "\(pageCount)")
                document.element(facts, anomalies)
            }
            note.element("Stapel", attributes: [("name", batch), ("erstellt", batchCreated)]) { batch in
                batch.element("Verfahren", procedure, maintainer: procedure.maintainer ?? organization)
                batch.element("PositionDesDokuments", position)
                batch.element("Prozessschritte") { list in
                    for step in steps { list.element(step) }
                }
            }
        }
        return writer.bytes
    }
}

extension XMLWriter {
    fileprivate mutating func element(_ name: String, _ organization: Organization) {
        element(name) { body in
            body.element("Name", organization.name)
            if let street = organization.street { body.element("Strasse", street) }
            if let code = organization.postalCode { body.element("PLZ", code) }
            body.element("Ort", organization.place)
            body.element("Organisationseinheit", organization.unit)
        }
    }

    fileprivate mutating func element(_ name: String, _ procedure: Procedure, maintainer: Organization) {
        element(name) { body in
            body.element("Bezeichnung", procedure.name)
            body.element("Auspraegung", procedure.variant ?? "")
            body.element("Version", procedure.version)
            body.element("Stand", procedure.validFrom)
            body.element("Pfleger", maintainer)
        }
    }

    fileprivate mutating func element(_ step: TransferNote.Step) {
        element("Prozessschritt", attributes: [("name", step.name), ("zeitpunkt", step.time)]) { body in
            body.element("Durchfuehrung", step.performedBy)
            body.element("ITSystem", step.system)
            body.element(step.attributes)
        }
    }

    /// A list of attributes; the format knows no empty one.
    fileprivate mutating func element(_ facts: [TransferNote.Attribute], _ anomalies: [TransferNote.Attribute] = []) {
        guard !facts.isEmpty || !anomalies.isEmpty else { return }
        element("Attribute") { list in
            for fact in facts { list.element("Attribut", attributes: [("name", fact.name)], fact.value) }
            for fact in anomalies {
                list.element("Attribut", attributes: [("name", fact.name), ("auffaelligkeit", "true")], fact.value)
            }
        }
    }
}
