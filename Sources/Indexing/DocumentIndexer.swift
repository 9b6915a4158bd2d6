// What a document is, what is known about it, and whether a person must look.
//
// Method: rules give evidence with a confidence (Evidence, FieldScore), checks against formats and registers raise or
// lower it, and the profile's threshold decides between the machine and a person. The type, required fields and fields
// on which the way of the document depends are judged; other fields are told with their confidence, nothing more.

package import CaptureModel
import Learning
import Patterns

/// Recognizes types and index fields by the rules of a profile; pure.
package struct DocumentIndexer: Sendable {
    private let review: ReviewSettings
    private let classifier: TypeClassifier
    /// nil where nothing was learned.
    private let recognizer: TypeRecognizer?
    private let extractors: [FieldExtractor]
    private let router: Router
    private let decisive: Set<String>
    private let inspector: LetterInspector
    private let amounts: Pattern
    private let checks: [ConsistencyCheck]

    package init(
        profile: Profile, registers: [String: Register], typeModel: TypeModel? = nil,
        origin: DocumentOrigin = DocumentOrigin()
    ) throws(CaptureError) {
        review = profile.review
        classifier = try TypeClassifier(profile.types, sureFrom: profile.review.below)
        recognizer = typeModel.map { TypeRecognizer($0) }
        router = try Router(profile: profile, origin: origin)
        inspector = LetterInspector(recipients: profile.recipients ?? [])
        let formatter = try ValueFormatter()
        var extractors: [FieldExtractor] = []
        for rule in profile.index {
            extractors.append(try FieldExtractor(rule, registers: registers, formatter: formatter))
        }
        self.extractors = extractors
        amounts = try Pattern(FieldRule.Format.amountPattern)
        checks = (profile.checks ?? []).enumerated().map { ConsistencyCheck($1, id: "checks[\($0)]", profile.index) }
        decisive = router.decisiveFields
    }

    /// What services must be asked about the document, by the name of their register; nothing where none is named.
    ///
    /// Only fields of the document's type ask: what is not needed does not leave the house.
    package func questions(
        on draft: DocumentDraft, pages: [(number: Int, analysis: PageAnalysis)], context: InputContext? = nil
    ) -> [String: Set<String>] {
        guard asksServices else { return [:] }
        let read = Self.readDocument(draft, pages)
        let verdict = classifier.verdict(on: read, learned: recognizer?.verdict(on: pages))
        var questions: [String: Set<String>] = [:]
        let known = KnownValues(draft, context)
        for extractor in extractors where extractor.isAsked(of: verdict.type) {
            let values = extractor.questions(in: read, known)
            if let name = extractor.rule.register, !values.isEmpty { questions[name, default: []].formUnion(values) }
        }
        return questions
    }

    /// Whether a field's register is a service.
    package var asksServices: Bool { extractors.contains(where: \.asksService) }

    private static func readDocument(
        _ draft: DocumentDraft, _ pages: [(number: Int, analysis: PageAnalysis)]
    ) -> ReadDocument {
        ReadDocument(
            pages: pages.enumerated().map { ReadPage(number: $1.number, analysis: $1.analysis, isFirst: $0 == 0) },
            pageCount: draft.pages.count)
    }

    /// Everything that the rules say about the document; `pages` are those of the draft, in order.
    ///
    /// - Parameters:
    ///   - received: the day the mail came in, which dates are judged by; nil leaves them unjudged.
    ///   - context: what came with the document's file.
    package func index(
        _ draft: DocumentDraft, pages: [(number: Int, analysis: PageAnalysis)], received: CalendarDay? = nil,
        context: InputContext? = nil
    ) -> IndexedDocument {
        let read = Self.readDocument(draft, pages)
        let verdict = classifier.verdict(on: read, learned: recognizer?.verdict(on: pages))
        let known = KnownValues(draft, context)
        var document = IndexedDocument(
            pages: draft.pages, type: verdict.type, typeConfidence: verdict.confidence, why: draft.why + verdict.why,
            fields: known.fields, findings: verdict.findings, needsReview: !verdict.findings.isEmpty)
        if verdict.type != nil, verdict.confidence < review.below, verdict.findings.isEmpty { doubtType(&document) }
        let sums = AmountSums(read, amounts)
        for extractor in extractors where extractor.isAsked(of: verdict.type) {
            let outcome = extractor.outcome(in: read, known, received: received, sums: sums)
            take(outcome, by: extractor, into: &document)
        }
        doubtUnity(&document)
        document.take(draft)
        if let page = read.pages.first, let first = pages.first {
            document.findings += inspector.findings(on: page, first.analysis)
        }
        doubtConsistency(&document)
        route(&document)
        return document
    }

    /// The document after a person chose its type and entered values: formats, registers and the way are found anew.
    ///
    /// An empty value takes the field away. What a person confirmed is no longer doubted.
    package func corrected(_ document: IndexedDocument, type: String?, values: [String: String]) -> IndexedDocument {
        var result = document
        result.type = type
        result.typeConfidence = type == nil ? .none : .certain
        result.findings = document.findings.filter { LetterInspector.codes.contains($0.code) }
        result.needsReview = false
        for extractor in extractors {
            let name = extractor.rule.name
            guard extractor.isAsked(of: type) else {
                Self.remove(name, from: &result)
                continue
            }
            guard let value = values[name] ?? document.fields[name]?.value else {
                take(FieldExtractor.Outcome(), by: extractor, into: &result)
                continue
            }
            let isKept = values[name] == nil || value == document.fields[name]?.value
            var outcome = value.isEmpty ? FieldExtractor.Outcome() : extractor.outcome(of: value)
            if isKept, let kept = document.fields[name] { outcome.value = kept.confirmed }
            Self.remove(name, from: &result)
            take(outcome, by: extractor, into: &result)
        }
        route(&result)
        return result
    }

    private func doubtType(_ document: inout IndexedDocument) {
        document.needsReview = true
        document.findings.append(.doubtfulType)
    }

    /// Several fields with two good values each: a separator may have been missed, and two letters lie in one document.
    private func doubtUnity(_ document: inout IndexedDocument) {
        let ambiguities = document.findings.count { $0.code == "ambiguous" }
        guard document.pages.count > 1, ambiguities > 1 else { return }
        document.needsReview = true
        document.findings.append(.maybeTwoDocuments)
    }

    /// Values that contradict each other: one of them is wrong, and no rule says which.
    private func doubtConsistency(_ document: inout IndexedDocument) {
        let findings = checks.compactMap { $0.finding(in: document.fields) }
        document.findings += findings
        if !findings.isEmpty { document.needsReview = true }
    }

    private func take(
        _ outcome: FieldExtractor.Outcome, by extractor: FieldExtractor, into document: inout IndexedDocument
    ) {
        let rule = extractor.rule
        let isRequired = extractor.isRequired(of: document.type)
        document.findings += outcome.findings
        if outcome.lacksAnswers { document.needsReview = true }
        guard let value = outcome.value else {
            guard isRequired else { return }
            document.findings.append(.missing(rule))
            document.needsReview = true
            return
        }
        document.fields[rule.name] = value
        for (column, text) in outcome.columns where !text.isEmpty {
            var derived = value
            derived.value = text
            derived.alternatives = nil
            document.fields["\(rule.name).\(column)"] = derived
        }
        let isDoubtful = value.confidence < review.below || !outcome.findings.isEmpty
        guard isDoubtful, isRequired || decisive.contains(rule.name) else { return }
        document.needsReview = true
        if outcome.findings.isEmpty { document.findings.append(.doubtful(rule, page: value.page)) }
    }

    /// The way, and whether the folder's path can be filled.
    private func route(_ document: inout IndexedDocument) {
        document.route = nil
        let codes = document.findings.map(\.code)
        let special = LetterInspector.needsOwnWay.intersection(codes)
        guard let found = router.route(type: document.type, fields: document.fields, findings: codes) else {
            document.findings.append(.noRoute)
            document.needsReview = true
            return
        }
        document.route = found.to
        if special.contains(where: { !router.hasWay(rule: found.rule, forFinding: $0) }) { document.needsReview = true }
        document.why.removeAll { $0.rule.hasPrefix("route[") }
        document.why.append(Reason(rule: found.rule, text: .route(found.to)))
        do throws(CaptureError) {
            _ = try router.place(for: found.to, type: document.type, fields: document.fields)
        } catch {
            document.needsReview = true
            document.findings.append(Finding(error.problem, error.message))
        }
    }

    private static func remove(_ name: String, from document: inout IndexedDocument) {
        document.fields = document.fields.filter { $0.key != name && !$0.key.hasPrefix(name + ".") }
    }
}

extension IndexValue {
    /// The same value after a person agreed to it.
    fileprivate var confirmed: IndexValue {
        var value = self
        value.confidence = .certain
        return value
    }
}

extension LocalizedText {
    fileprivate static func route(_ key: String) -> LocalizedText {
        LocalizedText(de: "Geht nach „\(key)“.", en: "Goes to “\(key)”.")
    }
}

extension Finding {
    fileprivate static let doubtfulType = Finding(
        "doubtful-type",
        LocalizedText(
            de: "Die Dokumentart ist nicht sicher. Bitte prüfen.", en: "The document type is not certain. Please check."
        ))

    fileprivate static let maybeTwoDocuments = Finding(
        "maybe-two-documents",
        LocalizedText(
            de: "Mehrere Angaben stehen hier zweimal und verschieden. Vielleicht sind es zwei Schriftstücke.",
            en: "Several values stand here twice and differ. These may be two documents."))

    fileprivate static let noRoute = Finding(
        "no-route",
        LocalizedText(
            de: "Keine Regel sagt, wohin das Schriftstück gehört. Bitte Ziel wählen.",
            en: "No rule says where the document goes. Please choose a destination."))

    fileprivate static func doubtful(_ rule: FieldRule, page: Int?) -> Finding {
        Finding(
            "doubtful-field",
            LocalizedText(
                de: "\(rule.label.de) ist nicht sicher. Bitte prüfen.",
                en: "\(rule.label.en) is not certain. Please check."), page: page)
    }
}
