package import CaptureModel
import DurableFiles

/// What a look at a mailbox found out, for its administrator.
package struct MailboxReport: Sendable, Encodable {
    package var mailbox: String
    /// What keeps it from being used; nil where all is well.
    package var problem: CaptureError?
    /// Messages that wait; nil where it could not be opened.
    package var messages: Int?
    /// Folders that will be created when they are first needed.
    package var missingFolders: [String]?
}

extension MailboxSource {
    /// Signs in, opens the mailbox and looks for its folders; changes nothing there.
    package func checked() async -> MailboxReport {
        var report = MailboxReport(mailbox: name)
        do throws(CaptureError) {
            let session = try MailboxSession(self, stop: StopFlag())
            report.messages = try await session.open().messageCount
            var missing: [String] = []
            for folder in deletesDone ? [refused] : [done, refused] where try await !session.hasFolder(folder) {
                missing.append(folder)
            }
            report.missingFolders = missing
        } catch {
            report.problem = error
        }
        return report
    }
}
