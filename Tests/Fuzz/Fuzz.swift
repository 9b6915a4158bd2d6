// What our own readers do with bytes that nobody meant to be read: libFuzzer gives them, a crash or a hang is a finding.
//
// `FUZZ_TARGET` names the reader. Linked by `scripts/fuzz` with the sanitizer, which brings `main`.

import CaptureModel
import Foundation
import Imaging
import MailDrop
import MailReading
import PageWorker

/// The readers, by name.
private let targets: [String: @Sendable (Data) -> Void] = [
    "image": { bytes in _ = try? ImageFile.inspect(bytes: bytes, limits: InputLimits()) },
    "sidecar": { bytes in _ = SidecarValues.read(bytes) },
    "invoice": { bytes in _ = ElectronicInvoice.reading(bytes) },
    "imap": { bytes in _ = ListedMessage(String(decoding: bytes, as: UTF8.self)) },
    "message": { bytes in _ = try? MessageReader(limits: MessageLimits()).open(bytes) },
    "reply": { bytes in _ = try? JSONDecoder().decode(WorkerReply.self, from: bytes) },
]

private let target = targets[ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""]

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { exit(64) }
    target(bytes.map { Data(bytes: $0, count: count) } ?? Data())
    return 0
}
