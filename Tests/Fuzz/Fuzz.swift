// What our own readers do with bytes that nobody meant to be read: libFuzzer gives them, a crash or a hang is a finding.
//
// `FUZZ_TARGET` names the reader. Linked by `scripts/fuzz` with the sanitizer, which brings `main`.

import Acquisition
import CaptureModel
import Foundation
import Imaging
import PageWorker
import Profiles

/// The readers, by name.
private let targets: [String: @Sendable (Data) -> Void] = [
    "image": { bytes in _ = try? ImageFile.inspect(bytes: bytes, limits: InputLimits()) },
    "ending": { bytes in
        let bytes = Array(bytes)
        _ = FileEnding.judge(size: bytes.count) { offset, count in
            offset >= 0 && offset < bytes.count ? Array(bytes[offset...].prefix(count)) : []
        }
    },
    "sidecar": { bytes in _ = SidecarValues.read(bytes) },
    "invoice": { bytes in _ = ElectronicInvoice.reading(bytes) },
    "reply": { bytes in _ = try? JSONDecoder().decode(WorkerReply.self, from: bytes) },
    "profile": { bytes in
        _ = try? ProfileLibrary.parse(
            String(decoding: bytes, as: UTF8.self), file: "profile.yaml", registersFolder: "/nowhere")
    },
]

private let target = targets[ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""]

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { exit(64) }
    target(bytes.map { Data(bytes: $0, count: count) } ?? Data())
    return 0
}
