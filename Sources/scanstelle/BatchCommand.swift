import ArgumentParser
import BatchStore
import CaptureModel
import Foundation
import Profiles

struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Stapel ansehen und steuern / show and steer batches.",
        subcommands: [List.self, Show.self, Wait.self, Hold.self, Release.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Die neuesten Stapel / the newest batches.")

        @OptionGroup var state: StateOptions

        @Option(help: "Höchstens so viele / at most so many.")
        var limit = 50

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                if state.json { return try Terminal.say(json: try await store.recentBatches(limit: limit)) }
                Terminal.say(try await LiveTable.table(store))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ein Stapel mit allem / one batch with everything.")

        @OptionGroup var state: StateOptions

        @Argument(help: "Nummer des Stapels / id of the batch.")
        var id: String

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                let facts = Facts(
                    batch: try await store.existing(id), inputs: try await store.inputs(of: id),
                    pages: try await store.pages(of: id), documents: try await store.documents(of: id))
                try Terminal.say(json: facts)
            }
        }

        private struct Facts: Encodable {
            let batch: BatchRecord
            let inputs: [InputRecord]
            let pages: [PageRecord]
            let documents: [DocumentRecord]
        }
    }

    struct Wait: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Wartet, bis nichts mehr von selbst weitergeht / waits until nothing goes on by itself.",
            discussion:
                "Exit 0: every batch is delivered; 2: something waits for a person or was refused; 3: time is over.")

        @OptionGroup var state: StateOptions

        @Option(help: "Höchstens so viele Sekunden / at most so many seconds.")
        var timeout = 600.0

        @Option(help: "Wenigstens so viele Stapel / at least so many batches.")
        var batches = 1

        func run() async throws {
            let end = ContinuousClock.now + .seconds(timeout)
            try await Terminal.explaining {
                let (_, store) = try state.open()
                while ContinuousClock.now < end {
                    let counts = try await store.counts()
                    let idle = ["delivered", "refused", "held", "purged"]
                    let busy = counts.batches.filter { !idle.contains($0.key) && $0.key != "indexed" }.values.reduce(
                        0, +)
                    let moving = ["ready", "composed", "sealed", "delivering", "retrying"].compactMap {
                        counts.documents[$0]
                    }
                    let total = counts.batches.values.reduce(0, +)
                    if busy == 0, moving.isEmpty, total >= batches { return try verdict(counts) }
                    try await Task.sleep(for: .milliseconds(250))
                }
                throw ExitCode(3)
            }
        }

        private func verdict(_ counts: StoreCounts) throws {
            let isClean = counts.batches["held"] == nil && counts.documents["awaitingReview"] == nil
            if !isClean || counts.inputs["refused"] != nil { throw ExitCode(2) }
        }
    }

    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Hält einen Stapel an / holds a batch.")

        @OptionGroup var state: StateOptions

        @Argument(help: "Nummer des Stapels / id of the batch.")
        var id: String

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                try await store.hold(try await store.existing(id), because: Self.byPerson, actor: state.actor)
            }
        }

        private static let byPerson = CaptureError(
            .badInput, "held-by-person",
            LocalizedText(de: "Von Hand angehalten.", en: "Held by hand."),
            remedy: LocalizedText(
                de: "Mit scanstelle batch release geht es weiter.", en: "scanstelle batch release lets it go on."))
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lässt einen Stapel oder ein Schriftstück weiterlaufen / lets a batch or document go on.")

        @OptionGroup var state: StateOptions

        @Argument(help: "Nummer des Stapels / id of the batch.")
        var id: String

        @Option(help: "Nur dieses Schriftstück bestätigen, ab 1 / confirm this document only, from 1.")
        var document: Int?

        func run() async throws {
            try await Terminal.explaining {
                let (_, store) = try state.open()
                let batch = try await store.existing(id)
                guard let document else { return try await store.release(batch, actor: state.actor) }
                guard let record = try await store.documents(of: id).first(where: { $0.number == document }) else {
                    throw CaptureError.unknownItem
                }
                let profile = ProfileLibrary.check(
                    try await store.profileSource(of: batch), file: batch.profile, registersFolder: "")
                let obligations = profile.profile?.profile.protection.obligations
                try await store.confirm(
                    record, of: batch, actor: state.actor,
                    needsOtherChecker: obligations?.needsOtherChecker ?? false)
            }
        }
    }
}

extension BatchStore {
    /// The batch, or an error that a person understands.
    fileprivate func existing(_ id: String) async throws(CaptureError) -> BatchRecord {
        guard let batch = try await batch(id) else { throw .unknownItem }
        return batch
    }
}

extension CaptureError {
    fileprivate static let unknownItem = CaptureError(
        .badInput, "unknown-item",
        LocalizedText(de: "Das gibt es hier nicht.", en: "There is no such item."),
        remedy: LocalizedText(
            de: "scanstelle batch list zeigt, was da ist.", en: "scanstelle batch list shows what is there."))
}
