// The profiles a daemon works with: by name for what begins now, by pinned text for what began earlier.
//
// A profile of which a version was released is served as released, whatever its file says meanwhile; a profile of which
// none was released is served from its file, so that a folder of YAML files is enough to begin with. When a file changes
// it is read again; a file that turned bad keeps the last good version at work, and the fault is told until it is mended.

package import CaptureModel
import Foundation
import Synchronization

package final class ProfileShelf: Sendable {
    /// Parsed texts are kept for a minute: long enough that a batch does not parse its profile for every document, short
    /// enough that a new register is seen soon.
    private static let keepSeconds = 60.0

    /// Something that changed or is wrong, for the log and for people.
    package struct Notice: Sendable, Hashable {
        /// Of the file or profile.
        package var name: String
        package var problem: CaptureError?
    }

    private struct Content {
        var served: [String: LoadedProfile] = [:]
        var faults: [String: CaptureError] = [:]
        var releases: [String: String] = [:]
        var stamp: [String] = []
        var texts: [String: (profile: LoadedProfile, until: ContinuousClock.Instant)] = [:]
    }

    private let folder: String
    private let content = Mutex(Content())

    /// Checks every profile: one fault in one of them and nothing starts.
    ///
    /// - Parameter releases: the text of each released profile by its name.
    package init(folder: String, releases: [String: String] = [:]) throws(CaptureError) {
        self.folder = folder
        let notices = try refresh(releases: releases)
        if let fault = notices.compactMap(\.problem).first { throw fault }
    }

    /// What new batches begin with.
    package func profile(named name: String) throws(CaptureError) -> LoadedProfile {
        if let served = content.withLock({ $0.served[name] }) { return served }
        return try ProfileLibrary(folder: folder).profile(named: name)
    }

    /// The profile a batch pinned, with the registers as they are now.
    package func profile(from source: String) throws(CaptureError) -> LoadedProfile {
        let now = ContinuousClock.now
        if let entry = content.withLock({ $0.texts[source] }), entry.until > now { return entry.profile }
        let profile = try parse(source)
        content.withLock { content in
            content.texts = content.texts.filter { $0.value.until > now }
            content.texts[source] = (profile, now + .seconds(Self.keepSeconds))
        }
        return profile
    }

    /// Faults of files that keep an earlier version at work, by file name.
    package var faults: [String: CaptureError] { content.withLock { $0.faults } }

    /// Looks whether files or releases changed; answers what is new: profiles served anew, and new faults.
    package func refresh(releases: [String: String]) throws(CaptureError) -> [Notice] {
        let stamp = stamp()
        let old = content.withLock { $0 }
        guard stamp != old.stamp || releases != old.releases else { return [] }
        let library = try ProfileLibrary(folder: folder)
        // A file that is gone takes its profile along; one that turned bad does not.
        let kept = old.served.filter { library.faults[$0.key + ".yaml"] != nil }
        var next = Content(served: kept, faults: library.faults, releases: releases, stamp: stamp)
        for (name, loaded) in library.profiles { next.served[name] = loaded }
        for (name, source) in releases {
            do throws(CaptureError) {
                next.served[name] = try parse(source)
            } catch {
                // Its register is gone, or an older version of the program wrote it.
                next.served[name] = old.served[name]
                next.faults[name] = error
            }
        }
        // What passes by itself is tried at the next look, though no file changes.
        if next.faults.values.contains(where: { $0.code == .unavailable }) { next.stamp = [] }
        let done = next
        content.withLock { $0 = done }
        return notices(from: old, to: done)
    }

    private func notices(from old: Content, to new: Content) -> [Notice] {
        let changed = new.served.filter { $0.value.source != old.served[$0.key]?.source }.keys.sorted()
        let faulty = new.faults.filter { old.faults[$0.key] != $0.value }.sorted { $0.key < $1.key }
        return faulty.map { Notice(name: $0.key, problem: $0.value) } + changed.map { Notice(name: $0) }
    }

    private func parse(_ source: String) throws(CaptureError) -> LoadedProfile {
        try ProfileLibrary.parse(source, file: "profile.yaml", registersFolder: folder + "/registers")
    }

    /// Names, sizes and times of all files that profiles are made of.
    private func stamp() -> [String] {
        ["", "/registers", "/models"].flatMap { part -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + part)) ?? []
            // Whoever reads an SQLite database touches the index of its log.
            return names.filter { !$0.hasSuffix("-shm") }.sorted().map { name in
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)\(part)/\(name)")
                let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
                return "\(part)/\(name) \(attributes?[.size] ?? 0) \(time)"
            }
        }
    }
}
