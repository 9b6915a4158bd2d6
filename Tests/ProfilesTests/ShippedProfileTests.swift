import CaptureModel
import Foundation
import Indexing
import Profiles
import Testing

/// The project's own profiles.
let profilesFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "profiles").path

@Suite struct ShippedProfileTests {
    @Test(
        "the shipped profiles have no fault and serve every stage",
        arguments: ["tagespost", "rechnungen", "bauantraege", "sozialhilfe", "fuehrerschein", "gerichtspost"])
    func shipped(_ name: String) throws {
        let library = try ProfileLibrary(folder: profilesFolder)
        #expect(library.faults.values.map(\.cause) == [])
        let loaded = try library.profile(named: name)
        _ = try BatchSeparator(profile: loaded.profile)
        _ = try DocumentIndexer(profile: loaded.profile, registers: loaded.registers)
    }
}
