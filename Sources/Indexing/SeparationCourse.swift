import CaptureModel

/// What a rule says about a page.
struct SeparationMatch {
    let rule: SeparationRule
    let treatment: SeparationRule.Sheet
    /// The rule is about the sheet, not about a page of content.
    let isAboutSheet: Bool
    /// nil takes the value back.
    let values: [String: String?]
    let reasons: [Reason]
    /// What a person should look at where the rule was not sure.
    let doubt: Finding?
    /// The rule was nearly met: the page goes on with its document, but a person should look.
    var isOnlyDoubt = false
}

/// The way through the batch: what is decided, and what the next page must know.
struct SeparationCourse {
    private(set) var separation = Separation(roles: [], documents: [])
    /// What the next page is compared with; nil where no document is open.
    private(set) var document: OpenDocument?
    private(set) var values: [String: String] = [:]
    /// Inputs with a page that met a rule about sheets; nil among them stands for pages that came without a file.
    private(set) var separatedInputs: Set<Int?> = []
    private var isOpen = false
    private var given: [String: String] = [:]
    private var pending: [Reason] = []
    private var pendingFindings: [Finding] = []
    private var beginsAttachment = false
    private var beginsBatch = false
    /// Number of the last page that met a rule about sheets.
    private var separatorPage: Int?

    /// Content pages of the document at hand.
    var pagesInDocument: Int { isOpen ? separation.documents.last?.pages.count ?? 0 : 0 }

    /// Number of the last page of the document at hand.
    var lastPage: Int? { isOpen ? separation.documents.last?.pages.last : nil }

    mutating func beginFile() {
        close()
        given = [:]
        values = [:]
        pending = [Reason(rule: "input", text: .newFile)]
    }

    mutating func take(_ side: SheetSide, _ matches: [SeparationMatch], _ notices: [Finding]) {
        let page = side.page
        pendingFindings += notices
        let isBackOfSeparator = side.front.map { $0.number == separatorPage } ?? false
        guard let first = matches.first(where: { !$0.isOnlyDoubt }) else {
            if page.isBlank { return mark(.blank) }
            if isBackOfSeparator, pagesInDocument == 0 { pendingFindings.append(.writtenBack(page.number)) }
            pendingFindings += matches.compactMap(\.doubt)
            return add(page)
        }
        if first.isAboutSheet { separatedInputs.insert(page.input) }
        if isBackOfSeparator, first.isAboutSheet { return takeBack(page, first, matches) }
        if !first.isAboutSheet, isBackOfSeparator, pagesInDocument == 0 { return add(page) }
        if first.isAboutSheet { separatorPage = page.number }
        noteWrittenFront(side, first)
        begin(first, matches, at: page)
        switch first.treatment {
        case .drop: mark(.separator)
        case .keep: add(page)
        }
    }

    /// Keeps what the next pages are compared with.
    mutating func remember(_ found: [String: String], _ side: SheetSide) {
        values.merge(found) { $1 }
        guard separation.roles.last == .content else { return }
        guard let signs = side.signs else { return }
        if pagesInDocument > 1, document != nil {
            document?.add(signs, paper: side.page.paper)
        } else {
            document = OpenDocument(signs, paper: side.page.paper)
        }
    }

    /// The other side of a separator says the same again, or adds a value; nothing new begins.
    private mutating func takeBack(_ page: PageSummary, _ first: SeparationMatch, _ matches: [SeparationMatch]) {
        for match in matches.reversed() { apply(match) }
        switch first.treatment {
        case .drop: mark(.separator)
        case .keep: add(page)
        }
    }

    /// A separator on the back of a page with content: nobody prints that on purpose.
    private mutating func noteWrittenFront(_ side: SheetSide, _ match: SeparationMatch) {
        guard match.isAboutSheet, match.treatment == .drop, let front = side.front, !front.isBlank, isOpen,
            let last = separation.documents.indices.last, separation.documents[last].pages.last == front.number
        else { return }
        separation.documents[last].note(.writtenBack(front.number))
    }

    private mutating func begin(_ first: SeparationMatch, _ matches: [SeparationMatch], at page: PageSummary) {
        let action = first.rule.begins ?? .document
        if let doubt = first.doubt {
            if isOpen, let last = separation.documents.indices.last { separation.documents[last].note(doubt) }
            pendingFindings.append(doubt)
        }
        if action == .attachment, isOpen {
            beginsAttachment = true
        } else {
            close()
            pending = matches.filter { !$0.isOnlyDoubt }.flatMap(\.reasons)
        }
        if action == .batch { beginsBatch = true }
        if action == .batch || matches.contains(where: { $0.rule.resets == true && !$0.isOnlyDoubt }) { given = [:] }
        for match in matches.reversed() where !match.isOnlyDoubt { apply(match) }
    }

    private mutating func apply(_ match: SeparationMatch) {
        for (name, value) in match.values { given[name] = value }
    }

    private mutating func close() {
        isOpen = false
        document = nil
        beginsAttachment = false
    }

    private mutating func mark(_ role: PageRole) { separation.roles.append(role) }

    private mutating func add(_ page: PageSummary) {
        mark(.content)
        if isOpen, let last = separation.documents.indices.last {
            separation.documents[last].pages.append(page.number)
            if beginsAttachment { separation.documents[last].attachments = attachments(of: last) + [page.number] }
        } else {
            let why = pending.isEmpty ? [Reason(rule: "batch", text: .firstPage, page: page.number)] : pending
            separation.documents.append(DocumentDraft(pages: [page.number], given: given, why: why))
            if beginsBatch { separation.batches = (separation.batches ?? []) + [separation.documents.count - 1] }
            isOpen = true
            beginsBatch = false
            pending = []
        }
        beginsAttachment = false
        for finding in pendingFindings { separation.documents[separation.documents.count - 1].note(finding) }
        pendingFindings = []
    }

    private func attachments(of document: Int) -> [Int] { separation.documents[document].attachments ?? [] }
}

extension DocumentDraft {
    fileprivate mutating func note(_ finding: Finding) {
        guard findings?.contains(finding) != true else { return }
        findings = (findings ?? []) + [finding]
    }
}
