import CaptureModel

/// The table of contents that viewers show beside the pages (ISO 32000-1, 12.3.3): a line for each part.
struct Outline {
    private var parts: [(title: String, page: ObjectNumber)] = []

    mutating func add(_ title: String, at page: ObjectNumber) { parts.append((title, page)) }

    /// Writes the outline; answers the entries of the catalog, none where there are no parts.
    func write(to file: inout PDFFile) throws(CaptureError) -> String {
        guard !parts.isEmpty else { return "" }
        let root = file.reserve()
        let items = parts.map { _ in file.reserve() }
        for (index, part) in parts.enumerated() {
            let before = index > 0 ? " /Prev \(items[index - 1])" : ""
            let after = index + 1 < items.count ? " /Next \(items[index + 1])" : ""
            try file.write(
                """
                << /Title \(PDFSyntax.text(part.title)) /Parent \(root) /Dest [ \(part.page) /Fit ]\(before)\(after) >>
                """, as: items[index])
        }
        try file.write(
            "<< /Type /Outlines /First \(items[0]) /Last \(items[items.count - 1]) /Count \(items.count) >>", as: root)
        return " /Outlines \(root) /PageMode /UseOutlines"
    }
}
