// What sets two profiles apart, told by what they mean: values one by one, rules by their own notation.
//
// Lists whose order decides (separators, routes, finders) are also compared in order; of a type or field that comes or
// goes as a whole, its parts are not told again.

package import CaptureModel

/// One thing that is different.
package struct ProfileChange: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Codable { case added, removed, changed, reordered }

    package var kind: Kind
    /// As `types.rechnung.any`.
    package var place: String
    package var before: String?
    package var after: String?
    package var message: LocalizedText
}

package enum ProfileDiff {
    /// All changes, in the order of a profile's sections; none where both mean the same.
    package static func changes(from old: Profile, to new: Profile) -> [ProfileChange] {
        let (before, after) = (ProfileContents(old), ProfileContents(new))
        var changes: [ProfileChange] = []
        for place in ordered(before.places, after.places) {
            switch (before.entries[place], after.entries[place]) {
            case (.value(let left), .value(let right)) where left != right:
                changes.append(ProfileChange(.changed, place, before: left, after: right))
            case (.list(let left, let isOrdered), .list(let right, _)):
                changes += lists(left, right, isOrdered, place)
            case (.value(let left), nil): changes.append(ProfileChange(.removed, place, before: left))
            case (nil, .value(let right)): changes.append(ProfileChange(.added, place, after: right))
            case (.list(let left, _), nil): changes += lists(left, [], false, place)
            case (nil, .list(let right, _)): changes += lists([], right, false, place)
            default: break
            }
        }
        return withoutParts(changes)
    }

    private static func lists(
        _ left: [String], _ right: [String], _ isOrdered: Bool, _ place: String
    ) -> [ProfileChange] {
        var changes = left.filter { !right.contains($0) }.map { ProfileChange(.removed, place, before: $0) }
        changes += right.filter { !left.contains($0) }.map { ProfileChange(.added, place, after: $0) }
        let kept = left.filter { right.contains($0) }
        let again = right.filter { left.contains($0) }
        if isOrdered, kept != again {
            changes.append(
                ProfileChange(
                    .reordered, place, before: kept.joined(separator: " | "), after: again.joined(separator: " | ")))
        }
        return changes
    }

    /// Of what comes or goes as a whole the parts are not told.
    private static func withoutParts(_ changes: [ProfileChange]) -> [ProfileChange] {
        let wholes = changes.filter { ProfileContents.keyed.contains($0.place) }
            .compactMap { change in (change.before ?? change.after).map { "\(change.place).\($0)." } }
        return changes.filter { change in !wholes.contains { change.place.hasPrefix($0) } }
    }

    private static func ordered(_ left: [String], _ right: [String]) -> [String] {
        var places = left
        for (index, place) in right.enumerated() where !places.contains(place) {
            let previous = index > 0 ? places.firstIndex(of: right[index - 1]) : nil
            places.insert(place, at: previous.map { $0 + 1 } ?? 0)
        }
        return places
    }
}

extension ProfileChange {
    fileprivate init(_ kind: Kind, _ place: String, before: String? = nil, after: String? = nil) {
        let message =
            switch kind {
            case .added:
                LocalizedText(
                    de: "\(place): „\(after ?? "")“ kommt hinzu.", en: "\(place): “\(after ?? "")” is added.")
            case .removed:
                LocalizedText(
                    de: "\(place): „\(before ?? "")“ entfällt.", en: "\(place): “\(before ?? "")” is removed.")
            case .changed:
                LocalizedText(
                    de: "\(place): bisher „\(before ?? "")“, jetzt „\(after ?? "")“.",
                    en: "\(place): was “\(before ?? "")”, is “\(after ?? "")” now.")
            case .reordered:
                LocalizedText(
                    de: "\(place): Die Reihenfolge ist anders; die erste passende Regel entscheidet.",
                    en: "\(place): the order is different; the first rule that matches decides.")
            }
        self.init(kind: kind, place: place, before: before, after: after, message: message)
    }
}
