// The logical structure: a Document of paragraphs in reading order, in sections where it has parts (ISO 32000-1, 14.7;
// PDF/UA-1, 7.1).
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

        var elements: [String] { (0..<count).map { "\(ObjectNumber(value: first.value + $0))" } }
    }

    private struct Section {
        let number: ObjectNumber
        let title: String
        let firstPage: Int
    }

    private let root: ObjectNumber
    private let document: ObjectNumber
    private var pages: [TaggedPage] = []
    private var sections: [Section] = []

    init(in file: inout PDFFile) {
        root = file.reserve()
        document = file.reserve()
    }

    /// The entry of the catalog.
    var entry: String { "/StructTreeRoot \(root)" }

    /// What is added from here on belongs to a section.
    mutating func beginSection(_ title: String, in file: inout PDFFile) {
        sections.append(Section(number: file.reserve(), title: title, firstPage: pages.count))
    }

    /// Writes the paragraphs of a page; answers its key for `/StructParents`, nil where it has no text.
    mutating func add(paragraphs count: Int, of page: ObjectNumber, to file: inout PDFFile) throws(CaptureError) -> Int?
    {
        guard count > 0 else { return nil }
        let parent = sections.last?.number ?? document
        var elements: [ObjectNumber] = []
        for id in 0..<count {
            elements.append(try file.add("<< /Type /StructElem /S /P /P \(parent) /Pg \(page) /K \(id) >>"))
        }
        let parents = try file.add("[ " + elements.map(\.description).joined(separator: " ") + " ]")
        pages.append(TaggedPage(key: pages.count, first: elements[0], count: count, parents: parents))
        return pages.count - 1
    }

    func write(to file: inout PDFFile) throws(CaptureError) {
        let opening = pages[..<(sections.first?.firstPage ?? pages.count)].flatMap(\.elements)
        let kids = (opening + sections.map(\.number.description)).joined(separator: "\n")
        try file.write("<< /Type /StructElem /S /Document /P \(root) /K [ \(kids) ] >>", as: document)
        for (index, section) in sections.enumerated() {
            let end = index + 1 < sections.count ? sections[index + 1].firstPage : pages.count
            let kids = pages[section.firstPage..<end].flatMap(\.elements).joined(separator: "\n")
            let title = PDFSyntax.text(section.title)
            try file.write(
                "<< /Type /StructElem /S /Sect /P \(document) /T \(title) /K [ \(kids) ] >>", as: section.number)
        }
        let numbers = pages.map { "\($0.key) \($0.parents)" }.joined(separator: "\n")
        let parentTree = try file.add("<< /Nums [ \(numbers) ] >>")
        try file.write(
            "<< /Type /StructTreeRoot /K [ \(document) ] /ParentTree \(parentTree) /ParentTreeNextKey \(pages.count) >>",
            as: root)
    }
}
