import CaptureModel
import Foundation
import ScannerDriver

/// Watches a device's buttons and paper sensor until the input ends or a signal comes.
struct WatchProgram {
    let output: LineOutput

    func run() -> Int32 {
        guard let line = readLine(), let request = try? JSONDecoder().decode(WatchRequest.self, from: Data(line.utf8))
        else {
            output.write(DeviceSignal.failed(CaptureError.fault("watch", "usage: watch, then a request")))
            return 1
        }
        let cancel = CancelFlag()
        TerminationWatch(cancel).start()
        Thread.detachNewThread {
            while readLine() != nil {}
            // A driver that hangs in a sensor must not keep the device from the feed that follows.
            ProcessEnd.force(afterSeconds: 5, status: 1)
            cancel.set()
        }
        do throws(CaptureError) {
            let watch = DeviceWatch(request, cancel: cancel) { [output] in output.write($0) }
            watch.run(on: try SANE())
        } catch {
            output.write(DeviceSignal.failed(error))
        }
        return 0
    }
}
