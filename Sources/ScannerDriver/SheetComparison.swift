import CaptureModel
import Foundation
import Imaging

/// Looks whether the first sheet after a stop is the last one before it, laid into the feeder once more.
///
/// The small pictures beside the pages are compared. They are not evidence: one that is missing or broken is no answer.
struct SheetComparison {
    /// Absolute path of the batch's `pages` folder.
    let folder: String

    /// What a person should look at; nil where the two differ, or nothing can be said.
    func finding(first: Int, before: Int) -> Finding? {
        guard let new = try? sheet(first), let old = try? sheet(before), new.isLike(old) else { return nil }
        return Finding(
            Finding.sheetMaybeTwice,
            LocalizedText(
                de: "Seite \(first) sieht aus wie Seite \(before): Vielleicht wurde dasselbe Blatt zweimal eingelegt.",
                en: "Page \(first) looks like page \(before): maybe the same sheet was fed twice."),
            page: first - 1)
    }

    private func sheet(_ page: Int) throws(CaptureError) -> SheetLikeness? {
        let path = folder + "/" + String(format: "%04d", page) + "/preview.jpg"
        return try SheetLikeness(of: Raster(decoding: path, format: .jpeg, page: 0, limits: InputLimits()))
    }
}
