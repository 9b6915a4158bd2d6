// What types are learned from: words, pairs and parts of words, some counted again for where they stand, and the look of
// the pages.
//
// Method: the bag of words of text classification (Joachims 1998) with hashed features (Weinberger et al. 2009), zone
// weighting as in document image classification. A change here makes old models useless: raise `version` with it.

package import CaptureModel

/// The features of one document, in the order of their hashes.
package struct DocumentFeatures: Sendable {
    /// Version of this code's features, written into every model.
    package static let version = 3

    /// Pages that features are taken from: the first ones and the last.
    static let pagesRead = 6

    struct Feature: Sendable {
        let hash: UInt32
        let group: FeatureGroup
        var count: Double
        /// Index into `places`; nil where a document is learned from.
        let place: Int32?
    }

    /// Where a feature stands, to tell people why.
    struct Place: Sendable {
        let text: LocalizedText
        let page: Int
        let box: Box?
    }

    let features: [Feature]
    let places: [Place]

    /// `pages` are those of the document, in order; a document that is only learned from needs no places.
    package init(pages: [(number: Int, analysis: PageAnalysis)], keepsPlaces: Bool = true) {
        var collector = FeatureCollector(keepsPlaces: keepsPlaces)
        let shown = pages.filter { !$0.analysis.isBlank }
        let middle = shown.dropFirst().prefix(Self.pagesRead - 2)
        let last = shown.count > Self.pagesRead - 1 ? shown.suffix(1) : []
        let read = Array(shown.prefix(1) + middle + last)
        for (index, page) in read.enumerated() {
            let isLast = index == read.count - 1
            TextFeatures(page.analysis, number: page.number, isFirst: index == 0, isLast: isLast).add(to: &collector)
        }
        LayoutFeatures(pages: read.map(\.analysis), pageCount: shown.count).add(
            to: &collector, page: read.first?.number)
        features = collector.sorted
        places = collector.places
    }

    /// There is nothing to tell a type by: the look of an empty page says nothing.
    package var isEmpty: Bool { !features.contains { $0.group == .word } }
}

/// Gathers features, each once with its count.
struct FeatureCollector {
    private let keepsPlaces: Bool
    private var found: [UInt32: DocumentFeatures.Feature] = [:]
    private(set) var places: [DocumentFeatures.Place] = []

    init(keepsPlaces: Bool) {
        self.keepsPlaces = keepsPlaces
        found.reserveCapacity(4_096)
    }

    /// The place's index, for features that stand there.
    mutating func place(_ place: @autoclosure () -> DocumentFeatures.Place) -> Int32? {
        guard keepsPlaces else { return nil }
        places.append(place())
        return Int32(places.count - 1)
    }

    mutating func add(_ group: FeatureGroup, _ hash: UInt32, count: Double = 1, place: Int32?) {
        found[hash, default: .init(hash: hash, group: group, count: 0, place: place)].count += count
    }

    var sorted: [DocumentFeatures.Feature] { found.values.sorted { $0.hash < $1.hash } }
}
