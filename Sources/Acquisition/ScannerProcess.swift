package import CaptureModel
import ChildProcesses
import Foundation

/// A scanner (Scanner) that the configuration names.
package struct ScannerSource: Sendable, Hashable, Codable {
    package var name: String
    /// SANE's name of the device.
    package var device: String
    /// `SANE_CONFIG_DIR` and what else its driver needs.
    package var environment: [String: String]
    /// What starts a batch at the device; nil where only people at a screen do.
    package var start: ScannerStart?
    /// Pseudonym of the person who stands for what is started at the device.
    package var operatedBy: String?

    package init(
        name: String, device: String, environment: [String: String] = [:], start: ScannerStart? = nil,
        operatedBy: String? = nil
    ) {
        self.name = name
        self.device = device
        self.environment = environment
        self.start = start
        self.operatedBy = operatedBy
    }
}

/// Runs `scanstelle-scanner`: one process for one feed, so that a driver that hangs or dies takes nothing along.
package struct ScannerProcess: Sendable {
    /// A feeder that gives no sign for this long is stuck; a page at 600 dpi takes some seconds.
    private static let silence = Duration.seconds(120)

    private let program: String
    private let arguments: [String]

    /// - Parameter arguments: further arguments of a feed, as `--empty-wait-seconds 0`.
    package init(program: String, arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// Feeds until the end and tells every event; a process that dies or is silent ends the feed with `failed`.
    ///
    /// `tell` may throw: the feed is then canceled politely, as some scanners answer no more once their process was killed,
    /// and the error comes after its last word.
    package func feed(
        _ request: FeedRequest, from scanner: ScannerSource,
        _ tell: @escaping @Sendable (ScannerEvent) async throws(CaptureError) -> Void
    ) async throws(CaptureError) -> FeedEnd {
        let child = ChildProgram(path: program, arguments: ["feed"] + arguments, environment: scanner.environment)
        return try await child.converse { (conversation) async throws(CaptureError) in
            try await conversation.send(ScannerCommand.feed(request))
            var (started, stored) = (0, 0)
            var refusal: CaptureError?
            while let event = try await conversation.receive(ScannerEvent.self, within: Self.silence) {
                switch event {
                case .started: started += 1
                case .stored: stored += 1
                case .ended(let end):
                    if let refusal { throw refusal }
                    return end
                case .opened, .noted: break
                }
                guard refusal == nil else { continue }
                do throws(CaptureError) { try await tell(event) } catch {
                    refusal = error
                    try await conversation.send(ScannerCommand.cancel)
                }
            }
            if let refusal { throw refusal }
            let problem = request.resumePoint(stored: stored).told(with: .scannerLost)
            return FeedEnd(reason: .failed, pagesStarted: started, pagesStored: stored, problem: problem)
        }
    }

    /// Watches the buttons and the paper sensor of a scanner and tells what they say, until `isOver` or the device is gone.
    ///
    /// Ends politely, by the end of the process' input; the device is free then.
    package func watch(
        _ request: WatchRequest, on scanner: ScannerSource, until isOver: @escaping @Sendable () -> Bool,
        _ tell: @escaping @Sendable (DeviceSignal) async throws(CaptureError) -> Void
    ) async throws(CaptureError) {
        let child = ChildProgram(path: program, arguments: ["watch"], environment: scanner.environment)
        try await child.converse { (conversation) async throws(CaptureError) in
            try await conversation.send(request)
            while !isOver(), let signal = try await conversation.receive(DeviceSignal.self, within: Self.silence) {
                if case .quiet = signal { continue }
                try await tell(signal)
            }
        }
    }

    /// What a scanner can do, in the words of profiles.
    package func capabilities(of scanner: ScannerSource) async throws(CaptureError) -> ScannerCapabilities {
        try await facts(ScannerCapabilities.self, ["describe", scanner.device], scanner.environment)
    }

    /// The devices that the scanner's libsane lists.
    package func devices(environment: [String: String]) async throws(CaptureError) -> [ScannerDevice] {
        try await facts([ScannerDevice].self, ["list"], environment)
    }

    package func options(of scanner: ScannerSource) async throws(CaptureError) -> [ScannerOption] {
        try await facts([ScannerOption].self, ["options", scanner.device], scanner.environment)
    }

    private func facts<Facts: Decodable & Sendable>(
        _ type: Facts.Type, _ arguments: [String], _ environment: [String: String]
    ) async throws(CaptureError) -> Facts {
        let child = ChildProgram(path: program, arguments: arguments, environment: environment)
        let facts = try await child.converse { (conversation) async throws(CaptureError) in
            try await conversation.receive(Answer<Facts>.self, within: .seconds(60))
        }
        switch facts {
        case .facts(let facts): return facts
        case .problem(let problem): throw problem
        case nil: throw .scannerLost
        }
    }
}

/// The only line of an inquiry: what was asked for, or why it cannot be told.
private enum Answer<Facts: Decodable & Sendable>: Decodable, Sendable {
    case facts(Facts)
    case problem(CaptureError)

    init(from decoder: any Decoder) throws {
        if let problem = try? CaptureError(from: decoder) {
            self = .problem(problem)
        } else {
            self = .facts(try Facts(from: decoder))
        }
    }
}

extension CaptureError {
    static let scannerLost = CaptureError(
        .unavailable, "scanner-lost",
        LocalizedText(de: "Der Scanner antwortet nicht mehr.", en: "The scanner no longer answers."),
        remedy: LocalizedText(
            de: "Bitte Kabel und Gerät prüfen, den Scanner aus- und wieder einschalten.",
            en: "Please check cable and device, switch the scanner off and on."))
}
