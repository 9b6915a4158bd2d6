// What our own readers do with bytes that nobody meant to be read: libFuzzer gives them, a crash or a hang is a finding.
//
// `FUZZ_TARGET` names the reader. Linked by `scripts/fuzz` with the sanitizer, which brings `main`.

import CaptureModel
import Foundation
import Imaging
import MailDrop
import MailReading
import Profiles
import Recognition

@testable import PDFComposition
@testable import PageWorker

/// The readers, by name.
private let targets: [String: @Sendable (Data) -> Void] = [
    "image": { bytes in _ = try? ImageFile.inspect(bytes: bytes, limits: InputLimits()) },
    "sidecar": { bytes in _ = SidecarValues.read(bytes) },
    "invoice": { bytes in _ = ElectronicInvoice.reading(bytes) },
    "imap": { bytes in _ = ListedMessage(String(decoding: bytes, as: UTF8.self)) },
    "message": { bytes in _ = try? MessageReader(limits: MessageLimits()).open(bytes) },
    "reply": { bytes in _ = try? JSONDecoder().decode(WorkerReply.self, from: bytes) },
    "scanner": { bytes in _ = try? JSONDecoder().decode(ScannerEvent.self, from: bytes) },
    "profile": { bytes in
        _ = ProfileLibrary.check(
            String(decoding: bytes, as: UTF8.self), file: "fuzz.yaml", registersFolder: "/nonexistent")
    },
    "journal": { bytes in FuzzedJournal.read(bytes) },
    "patch": { bytes in readPatch(bytes) },
    "jpeg": { bytes in
        onDisk(bytes) { path in
            _ = try? JPEGHeader(SourceFile(path: path))
            let image = RecordImage(file: "record.jb2", coding: .jbig2, width: 40, height: 40, components: 1)
            try? JBIG2Header.check(SourceFile(path: path), against: image)
        }
    },
    "netpbm": { bytes in
        onDisk(bytes) { path in
            _ = try? PortableImage(path: path, limits: InputLimits()).raster(resolution: 300)
        }
    },
    "text": { bytes in _ = EmbeddedText(printed: String(decoding: bytes, as: UTF8.self)) },
]

/// A gray page as wide as the first byte says, in steps of eight pixels.
private func readPatch(_ bytes: Data) {
    let width = 8 * (1 + Int(bytes.first ?? 0))
    Array(bytes.dropFirst()).withUnsafeBytes { rows in
        guard
            let page = try? Raster(
                rows: rows, width: width, height: rows.count / width, bytesPerLine: width, layout: .gray,
                resolution: 75)
        else { return }
        _ = try? PatchCodeReader().read(PageSketch(of: page))
    }
}

/// For readers that take a file.
private func onDisk(_ bytes: Data, _ body: (String) -> Void) {
    let path = FuzzedJournal.scratch + "/file"
    try? bytes.write(to: URL(fileURLWithPath: path))
    body(path)
}

private let target = targets[ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""]

@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { exit(64) }
    target(bytes.map { Data(bytes: $0, count: count) } ?? Data())
    return 0
}
