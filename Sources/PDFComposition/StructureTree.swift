// The logical structure: a Document of paragraphs in reading order (ISO 32000-1, 14.7; PDF/UA-1, 7.1).
//
// A page's elements have consecutive numbers, so a page is remembered by the first of them and their count.

import CaptureModel

/// The tags of a document, written page by page.
struct StructureTree {
    private struct TaggedPage {
        /// The page's key in the parent tree.
        let key: Int
        let first: ObjectNumber
        let count: Int
        /// The array of the page's elements, by marked-content id.
        let parents: ObjectNumber
    }

    private let root: ObjectNumber
    private let document: ObjectNumber
    private var pages: [TaggedPage] = []

    init(in file: inout PDFFile) {
        root = file.reserve()
        document = file.reserve()
    }

    /// The entry of the catalog.
    var entry: String { "/StructTreeRoot \(root)" }

    /// Writes the paragraphs of a page; answers its key for `/StructParents`, nil where it has no text.
    mutating func add(paragraphs count: Int, of page: ObjectNumber, to file: inout PDFFile) throws(CaptureError) -> Int?
    {
        guard count > 0 else { return nil }
        var elements: [ObjectNumber] = []
        for id in 0..<count {
            elements.append(try file.add("<< /Type /StructElem /S /P /P \(document) /Pg \(page) /K \(id) >>"))
        }
        let parents = try file.add("[ " + elements.map(\.description).joined(separator: " ") + " ]")
        pages.append(TaggedPage(key: pages.count, first: elements[0], count: count, parents: parents))
        return pages.count - 1
    }

    func write(to file: inout PDFFile) throws(CaptureError) {
        let kids = pages.flatMap { page in (0..<page.count).map { "\(ObjectNumber(value: page.first.value + $0))" } }
        try file.write(
            "<< /Type /StructElem /S /Document /P \(root) /K [ \(kids.joined(separator: "\n")) ] >>", as: document)
        let numbers = pages.map { "\($0.key) \($0.parents)" }.joined(separator: "\n")
        let parentTree = try file.add("<< /Nums [ \(numbers) ] >>")
        try file.write(
            "<< /Type /StructTreeRoot /K [ \(document) ] /ParentTree \(parentTree) /ParentTreeNextKey \(pages.count) >>",
            as: root)
    }
}
