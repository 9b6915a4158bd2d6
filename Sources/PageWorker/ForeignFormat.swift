// What a file is that is none of ours: people are told what to do with it, as it comes in every day.

import CaptureModel
import Foundation

enum ForeignFormat {
    /// The problem of a file that is neither image nor PDF, where its first bytes tell; nil where they do not.
    static func problem(of path: String) -> CaptureError? {
        guard let file = try? MappedFile(path: path) else { return nil }
        let head = Array(file.bytes.prefix(512))
        switch true {
        case head.starts(with: [0x78, 0x9F, 0x3E, 0x22]): return .winmail
        case head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]): return .officeFile
        case head.starts(with: "PK\u{3}\u{4}".utf8): return isOffice(head) ? .officeFile : .archive
        case head.starts(with: "Rar!".utf8), head.starts(with: [0x37, 0x7A, 0xBC, 0xAF]),
            head.starts(with: [0x1F, 0x8B]):
            return .archive
        case head.dropFirst(4).starts(with: "ftyphei".utf8), head.dropFirst(4).starts(with: "ftypmif1".utf8):
            return .telephonePicture
        default: return nil
        }
    }

    /// Text documents are archives whose first file has one of these names.
    private static func isOffice(_ head: [UInt8]) -> Bool {
        let name = String(decoding: head.dropFirst(30).prefix(60), as: UTF8.self)
        let firsts = ["[Content_Types].xml", "_rels/", "mimetype", "word/", "xl/", "docProps/"]
        return firsts.contains { name.hasPrefix($0) }
    }
}

extension CaptureError {
    fileprivate static let winmail = foreign(
        "format-winmail", de: "Die Datei ist eine „winmail.dat“: Outlook hat die Anlagen darin verpackt.",
        en: "The file is a “winmail.dat”: Outlook has put the attachments into it.",
        remedyDE: "Bitte den Absender bitten, die Nachricht als HTML oder Nur-Text statt als Rich-Text zu senden.",
        remedyEN: "Please ask the sender to send the message as HTML or plain text instead of rich text.")

    fileprivate static let officeFile = foreign(
        "format-office", de: "Die Datei ist ein Dokument eines Büroprogramms (Word, Excel, LibreOffice oder Outlook).",
        en: "The file is a document of an office program (Word, Excel, LibreOffice or Outlook).",
        remedyDE: "Bitte als PDF speichern oder vom Absender als PDF anfordern.",
        remedyEN: "Please save it as PDF or ask the sender for a PDF.")

    fileprivate static let archive = foreign(
        "format-archive", de: "Die Datei ist ein Archiv (ZIP oder ähnlich); Archive werden nicht ausgepackt.",
        en: "The file is an archive (ZIP or the like); archives are not unpacked.",
        remedyDE: "Bitte die Dateien einzeln einliefern oder den Absender darum bitten.",
        remedyEN: "Please hand in the files one by one or ask the sender to.")

    fileprivate static let telephonePicture = foreign(
        "format-heic", de: "Die Datei ist ein HEIC-Bild, wie es manche Telefone aufnehmen.",
        en: "The file is a HEIC picture as some telephones take them.",
        remedyDE: "Bitte als JPEG oder PDF anfordern.", remedyEN: "Please ask for a JPEG or PDF.")

    private static func foreign(
        _ problem: String, de: String, en: String, remedyDE: String, remedyEN: String
    ) -> CaptureError {
        CaptureError(
            .badInput, problem, LocalizedText(de: de, en: en), remedy: LocalizedText(de: remedyDE, en: remedyEN))
    }
}
