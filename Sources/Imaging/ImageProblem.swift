import CaptureModel

/// Why an image file is not taken in. Each kind has its own id, and a text that tells the mailroom what to do.
extension CaptureError {
    private static func image(
        _ problem: String, de: String, en: String, remedyDE: String? = nil, remedyEN: String? = nil, cause: String = ""
    ) -> CaptureError {
        CaptureError(
            .badInput, problem, LocalizedText(de: de, en: en),
            remedy: LocalizedText(
                de: remedyDE ?? "Bitte neu scannen oder den Absender um eine neue Datei bitten.",
                en: remedyEN ?? "Please scan again or ask the sender for a new file."),
            cause: cause)
    }

    static func emptyFile() -> CaptureError {
        image("file-empty", de: "Die Datei ist leer.", en: "The file is empty.")
    }

    static func fileTooLarge(_ size: Int, limit: Int) -> CaptureError {
        image(
            "file-too-large", de: "Die Datei ist zu groß.", en: "The file is too large.",
            remedyDE: "Bitte auf mehrere Dateien verteilen.", remedyEN: "Please split it into several files.",
            cause: "\(size) bytes, limit \(limit)")
    }

    static func unreadableFile(_ cause: String) -> CaptureError {
        CaptureError(
            .unavailable, "file-unreadable",
            LocalizedText(de: "Die Datei lässt sich nicht lesen.", en: "The file cannot be read."),
            remedy: LocalizedText(
                de: "Bitte Datenträger und Rechte prüfen.", en: "Please check the disk and its permissions."),
            cause: cause)
    }

    static func unknownFormat() -> CaptureError {
        image(
            "format-unknown", de: "Die Datei ist weder TIFF noch JPEG, PNG oder PDF.",
            en: "The file is neither TIFF nor JPEG, PNG or PDF.",
            remedyDE: "Bitte das Dokument drucken und scannen oder in einem dieser Formate anfordern.",
            remedyEN: "Please print and scan the document, or ask for it in one of these formats.")
    }

    static func notAnImage() -> CaptureError {
        image(
            "not-an-image", de: "Die Datei ist ein PDF, kein Bild.", en: "The file is a PDF, not an image.",
            remedyDE: "Bitte als PDF einlesen.", remedyEN: "Please import it as PDF.")
    }

    static func truncated(_ cause: String) -> CaptureError {
        image(
            "file-truncated", de: "Die Datei ist unvollständig: ihr Ende fehlt.",
            en: "The file is incomplete: its end is missing.", cause: cause)
    }

    static func damaged(_ cause: String) -> CaptureError {
        image("image-damaged", de: "Das Bild ist beschädigt.", en: "The image is damaged.", cause: cause)
    }

    static func unsupported(_ cause: String) -> CaptureError {
        image(
            "image-unsupported", de: "Diese Art von Bilddatei wird nicht gelesen.",
            en: "This kind of image file is not read.",
            remedyDE: "Bitte als gewöhnliches TIFF, JPEG oder PNG speichern oder neu scannen.",
            remedyEN: "Please save it as plain TIFF, JPEG or PNG, or scan again.", cause: cause)
    }

    static func tagMissing(_ tag: String) -> CaptureError {
        image(
            "tiff-tag-missing", de: "Der TIFF-Datei fehlt eine notwendige Angabe.",
            en: "The TIFF file lacks a necessary entry.", cause: tag)
    }

    static func directoryLoop() -> CaptureError {
        image(
            "tiff-directory-loop", de: "Die Seiten der TIFF-Datei verweisen im Kreis aufeinander.",
            en: "The pages of the TIFF file refer to each other in a circle.")
    }

    static func stripsAbsurd(_ cause: String) -> CaptureError {
        image(
            "tiff-strips-absurd", de: "Die Angaben zu den Bilddaten der TIFF-Datei sind widersprüchlich.",
            en: "What the TIFF file says about its image data is contradictory.", cause: cause)
    }

    static func tooManyPages(limit: Int) -> CaptureError {
        image(
            "too-many-pages", de: "Die Datei hat mehr als \(limit) Seiten.",
            en: "The file has more than \(limit) pages.",
            remedyDE: "Bitte auf mehrere Dateien verteilen.", remedyEN: "Please split it into several files.")
    }

    static func tooManyPixels(_ width: Int, _ height: Int) -> CaptureError {
        image(
            "image-too-large", de: "Das Bild hat zu viele Bildpunkte.", en: "The image has too many pixels.",
            remedyDE: "Bitte mit geringerer Auflösung scannen.", remedyEN: "Please scan at a lower resolution.",
            cause: "\(width) x \(height)")
    }

    static func tooSmall(_ width: Int, _ height: Int) -> CaptureError {
        image(
            "image-too-small", de: "Das Bild ist zu klein für eine Seite.", en: "The image is too small for a page.",
            cause: "\(width) x \(height)")
    }

    static func aspectAbsurd(_ width: Int, _ height: Int) -> CaptureError {
        image(
            "image-aspect-absurd", de: "Das Bild ist ein Streifen, keine Seite.",
            en: "The image is a strip, not a page.",
            cause: "\(width) x \(height)")
    }

    static func pageMissing(_ page: Int) -> CaptureError {
        image(
            "page-missing", de: "Die Datei hat keine Seite \(page + 1).", en: "The file has no page \(page + 1).")
    }
}
