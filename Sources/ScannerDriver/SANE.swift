import CSANE
package import CaptureModel

/// libsane, initialized; one for each process.
///
/// Thread rule: libsane and most of its drivers keep globals and have no locks. This object, its devices and every call
/// on them stay on the thread that made it; nothing here is `Sendable`. Only a `CancelFlag` may be set from elsewhere.
package final class SANE {
    package init() throws(CaptureError) {
        var version: SANE_Int = 0
        let status = sane_init(&version, nil)
        guard status == SANE_STATUS_GOOD else { throw ScannerFault("sane_init", status).error }
    }

    deinit { sane_exit() }

    /// The scanners the configured drivers find; SANE_CONFIG_DIR names the drivers.
    package func devices() throws(CaptureError) -> [ScannerDevice] {
        var list: UnsafeMutablePointer<UnsafePointer<SANE_Device>?>?
        let status = sane_get_devices(&list, SANE_FALSE)
        guard status == SANE_STATUS_GOOD else { throw ScannerFault("sane_get_devices", status).error }
        var devices: [ScannerDevice] = []
        while let device = list?[devices.count]?.pointee {
            devices.append(
                ScannerDevice(
                    name: text(device.name), vendor: text(device.vendor), model: text(device.model),
                    kind: text(device.type)))
        }
        return devices
    }

    /// What a device can do.
    package func capabilities(of device: String) throws(CaptureError) -> ScannerCapabilities {
        do throws(ScannerFault) { return try ControlPanel(device, on: self).options.capabilities } catch {
            throw error.error
        }
    }

    /// The options of a device as they stand right after opening it.
    package func options(of device: String) throws(CaptureError) -> [ScannerOption] {
        do throws(ScannerFault) {
            let device = try SANEDevice(device, on: self)
            return device.options().map { option in
                option.described(value: option.isReadable && option.isActive ? try? device.value(of: option) : nil)
            }
        } catch {
            throw error.error
        }
    }
}

/// A copy of a C string, empty for nil.
func text(_ string: SANE_String_Const?) -> String { string.map { String(cString: $0) } ?? "" }
