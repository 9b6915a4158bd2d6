import CaptureModel
import ScannerDriver

/// The questions that need no paper; each answers with the program's exit status.
enum Inquiry {
    static func list(to output: LineOutput) -> Int32 {
        answer(output) { library throws(CaptureError) in try library.devices() }
    }

    static func options(of device: String, to output: LineOutput) -> Int32 {
        answer(output) { library throws(CaptureError) in try library.options(of: device) }
    }

    static func capabilities(of device: String, to output: LineOutput) -> Int32 {
        answer(output) { library throws(CaptureError) in try library.capabilities(of: device) }
    }

    private static func answer(
        _ output: LineOutput, _ question: (SANE) throws(CaptureError) -> some Encodable
    ) -> Int32 {
        do throws(CaptureError) {
            return output.write(try question(try SANE())) ? 0 : 1
        } catch {
            output.write(error)
            return 1
        }
    }
}
