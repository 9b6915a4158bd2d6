// Which files of a document's goes out: the PDF/A made of its pages, the file it came in inside that, or that file itself.
//
// A file goes out only where the document is that whole file: its other pages may be somebody else's mail. And it goes
// only where it does nothing: code and programs to be started stay here, and so does what a password limits, since an
// archive must be able to read it (TR-ESOR-F 4.2.1.2: no encryption).

import BatchStore
import CaptureModel

/// What a document is delivered as.
struct DocumentForm: Sendable, Hashable {
    /// The file that is delivered as it came; nil where PDF/A is made.
    var delivered: Int?
    /// Numbers of inputs that are attached as they came.
    var attached: [Int] = []
    /// Numbers of inputs whose invoice's data are attached again.
    var invoices: [Int] = []
    /// Why the form is not the one the profile asks for; nil where it is.
    var fallback: LocalizedText?

    /// How metadata call it.
    var name: String { delivered != nil ? "delivered" : attached.isEmpty ? "converted" : "attached" }

    /// What is known of a file a document came in.
    struct Source: Sendable, Hashable {
        var number: Int
        var isPDF: Bool
        var findings: Set<String>
        /// All of the file's pages with content are in the document.
        var isWhole: Bool
        /// Not every page of it is a mere picture.
        var isBornDigital: Bool
        var hasInvoice: Bool

        var isSigned: Bool { findings.contains("pdf-signed") }

        /// Why it must not leave as it is; nil where it may.
        fileprivate var obstacle: LocalizedText? {
            if !findings.isDisjoint(with: ["pdf-javascript", "pdf-launch", "pdf-multimedia", "pdf-sends-data"]) {
                return LocalizedText(
                    de: "Die Datei enthält Programmteile, Medien oder Aktionen.",
                    en: "The file contains code, media or actions.")
            }
            if findings.contains("pdf-restricted") {
                return LocalizedText(
                    de: "Die Datei ist durch ein Kennwort beschränkt.", en: "The file is restricted by a password.")
            }
            return nil
        }
    }

    /// The form of a document whose pages come from `sources`, all of them.
    ///
    /// - Parameter isSealed: a seal is put into the document, which would change a file that is to go out as it came.
    static func choose(
        _ settings: OriginalSettings, _ sources: [Source], isSealed: Bool = false
    ) -> DocumentForm {
        var form = DocumentForm()
        let candidates = sources.filter { $0.isPDF && ($0.isBornDigital || $0.isSigned) }
        let wanted = settings.bornDigital == .convert ? candidates.filter(\.isSigned) : candidates
        if settings.bornDigital == .deliver, !isSealed, sources.count == 1, let only = wanted.first, only.mayLeave {
            form.delivered = only.number
            return form
        }
        form.attached = wanted.filter(\.mayLeave).map(\.number)
        form.fallback = reason(settings, wanted, of: sources.count, isSealed)
        if settings.invoiceData == .attach {
            form.invoices = sources.filter { $0.hasInvoice && $0.isWhole }.map(\.number)
        }
        return form
    }

    private static func reason(
        _ settings: OriginalSettings, _ wanted: [Source], of count: Int, _ isSealed: Bool
    ) -> LocalizedText? {
        if let obstacle = wanted.lazy.compactMap(\.obstacle).first { return obstacle }
        if wanted.contains(where: { !$0.isWhole }) {
            return LocalizedText(
                de: "Das Schriftstück ist nur ein Teil der Datei.", en: "The document is only a part of the file.")
        }
        guard settings.bornDigital == .deliver, !wanted.isEmpty else { return nil }
        if isSealed {
            return LocalizedText(
                de: "Ein Siegel würde die Datei verändern.", en: "A seal would change the file.")
        }
        guard count > 1 else { return nil }
        return LocalizedText(
            de: "Das Schriftstück besteht aus mehreren Dateien.", en: "The document consists of several files.")
    }
}

extension DocumentForm.Source {
    fileprivate var mayLeave: Bool { isWhole && obstacle == nil }
}
