// What was done to the pages, for the transfer note: every step of every page by its name, pages with the same parameters
// together.

import BatchStore
import CaptureModel

/// The words of transfer notes for the worker's steps.
enum StepWords {
    /// German names; a step that is not here goes by its own.
    private static let names = [
        "record": "Übernahme des Bildes", "takePDFImage": "Bild aus PDF übernommen",
        "drawPDFPage": "PDF-Seite als Bild gezeichnet", "takePDFText": "Text aus PDF übernommen",
        "ignorePDFText": "Text des PDF verworfen", "readInvoiceData": "Rechnungsdaten gelesen",
        "removeFrame": "Scanrand entfernt", "turn": "Drehung", "straighten": "Geraderichten",
        "evenPaper": "Papierton ausgeglichen", "threshold": "Umwandlung in Schwarz-Weiß",
        "sauvola": "Umwandlung in Schwarz-Weiß nach Umgebung", "despeckle": "Kleinste Punkte entfernt",
        "removeHairlines": "Haarlinien entfernt", "readText": "Texterkennung",
        "readBesideText": "Texterkennung neben vorhandenem Text",
        "layers": "Zerlegung des Bildes in Schichten", "keepImage": "Bild nicht in Schichten zerlegt",
    ]
    /// Steps after which the text is read; the image that goes into the document never sees them.
    private static let forReading: Set = [
        "removeFrame", "straighten", "evenPaper", "threshold", "sauvola", "despeckle", "removeHairlines",
    ]

    static func name(of step: String) -> String { names[step] ?? step }

    /// What the step means for the image in the document.
    static func effect(of step: String) -> String? {
        if forReading.contains(step) { return "nur für die Texterkennung; das Bild im Dokument bleibt unverändert" }
        return switch step {
        case "turn": "das Bild im Dokument bleibt unverändert, nur seine Anzeige ist gedreht"
        case "layers":
            "das Bild im Dokument ist neu kodiert; Text, Codes, Töne und feine Striche wurden danach verglichen"
        case "keepImage": "das Bild im Dokument bleibt unverändert, weil sonst etwas verloren ginge"
        default: nil
        }
    }

    static func parameters(_ step: ProcessingStep) -> String {
        guard !step.parameters.isEmpty else { return "ja" }
        return step.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}

extension DocumentMaterial {
    /// The worker's steps in the order of their first use.
    func processing(_ history: BatchHistory, fallback: String) -> [TransferNote.Step] {
        var order: [String] = []
        var groups: [String: [(parameters: String, page: Int)]] = [:]
        for page in pages {
            for step in page.facts.steps {
                if groups[step.name] == nil { order.append(step.name) }
                groups[step.name, default: []].append((StepWords.parameters(step), page.record.number))
            }
        }
        return order.map { name in
            let group = groups[name] ?? []
            var attributes = Self.attributes(of: group)
            if let effect = StepWords.effect(of: name) { attributes.append(TransferNote.Attribute("Wirkung", effect)) }
            return TransferNote.Step(
                StepWords.name(of: name),
                time: history.time(of: "page.analyzed", numbers: group.map(\.page)) ?? fallback,
                performedBy: "Programm", system: Self.program, attributes: attributes)
        }
    }

    static var program: String { "Scanstelle \(ScanstelleVersion.current), \(Workstation.name)" }

    /// An attribute for each set of parameters, named by its pages.
    private static func attributes(of group: [(parameters: String, page: Int)]) -> [TransferNote.Attribute] {
        var order: [String] = []
        var pages: [String: [Int]] = [:]
        for (parameters, page) in group {
            if pages[parameters] == nil { order.append(parameters) }
            if pages[parameters]?.last != page { pages[parameters, default: []].append(page) }
        }
        return order.map { TransferNote.Attribute("Abbild \(ranges(pages[$0] ?? []))", $0) }
    }

    /// `5 bis 7, 9` for 5, 6, 7 and 9.
    static func ranges(_ numbers: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = parts.last, number <= last.upperBound + 1 {
                parts[parts.count - 1] = last.lowerBound...max(last.upperBound, number)
            } else {
                parts.append(number...number)
            }
        }
        return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) bis \($0.upperBound)" }
            .joined(separator: ", ")
    }
}
