import BatchStore
import CaptureModel
import Foundation
import ServiceLifecycle

/// The newest batches as a table that is drawn anew with every change.
struct LiveTable: Service {
    private static let rows = 15

    let store: BatchStore
    /// Lines above the table: where to look and where to drop files.
    let notes: @Sendable () -> [String]

    func run() async throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        await cancelWhenGracefulShutdown {
            var shown = ""
            for await _ in store.changes(orEvery: .seconds(1)) {
                guard let table = try? await Self.table(store), table != shown else { continue }
                shown = table
                Terminal.say((isTerminal ? "\u{1B}[2J\u{1B}[H" : "") + (notes() + ["", table]).joined(separator: "\n"))
                try? await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    /// One line for each batch, one for each document below it.
    static func table(_ store: BatchStore) async throws(CaptureError) -> String {
        var lines = ["Stapel / batch                             Stand / state        Seiten / pages"]
        for batch in try await store.recentBatches(limit: rows) {
            let pages = try await store.progress(of: batch.id)
            let documents = try await store.documents(of: batch.id)
            let state = pad(batch.stateText(documents).de, 20)
            lines.append("\(pad(name(of: batch), 42)) \(state) \(pages.analyzed)/\(pages.total)")
            if let hold = batch.hold { lines.append("    ! \(hold.message.de) \(hold.remedy.de)") }
            for input in try await store.inputs(of: batch.id) {
                if let problem = input.problem { lines.append("    ! \(input.name): \(problem.message.de)") }
            }
            lines += documents.map(line)
        }
        return lines.joined(separator: "\n")
    }

    private static func name(of batch: BatchRecord) -> String {
        "\(batch.createdText) \(batch.profile) (\(batch.channel.rawValue))"
    }

    private static func line(_ document: DocumentRecord) -> String {
        let type = pad(document.indexed.type ?? "?", 18)
        let reference = pad(document.indexed.fields["fileReference"]?.value ?? "", 20)
        return "    \(type) \(reference) \(pad(document.state.text.de, 20)) \(document.receipt?.object ?? "")"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
    }
}
