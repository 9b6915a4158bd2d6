// A SANE backend whose feeder is a folder.
//
// libsane's loader finds it as `libsane-folder.so.1` and calls the thirteen functions below, as it calls those of any
// scanner. So the driver, `scanimage` and every other SANE program can be tried with pages, jams and double feeds at
// will, and without a device. What a script may say stands in `FeederScript`.
//
// Devices: each line of `folder.conf` in SANE_CONFIG_DIR names a folder, and so does SCANSTELLE_FOLDER_SCANNER. The
// device name is `folder:` and the folder's path; a folder that is in no list may be opened as well.
//
// The library is linked with `-z nodelete`: libsane unloads drivers in `sane_exit`, but Swift's runtime remembers the types
// of every library for good, so that a Swift program would crash later on.

package import CSANE
import Glibc

/// SANE calls a backend from one thread; only `sane_cancel` may come from elsewhere, and it does not touch the list.
nonisolated(unsafe) private var devices = DeviceList()

@c(sane_folder_init)
package func initialize(version: UnsafeMutablePointer<SANE_Int>?, authorize: SANE_Auth_Callback?) -> SANE_Status {
    version?.pointee = 1 << 24
    devices = DeviceList(folders: FolderConfiguration.folders())
    return SANE_STATUS_GOOD
}

@c(sane_folder_exit)
package func exitBackend() {
    devices = DeviceList()
}

@c(sane_folder_get_devices)
package func listDevices(
    list: UnsafeMutablePointer<UnsafeMutablePointer<UnsafePointer<SANE_Device>?>?>?, localOnly: SANE_Bool
) -> SANE_Status {
    list?.pointee = devices.pointers
    return SANE_STATUS_GOOD
}

@c(sane_folder_open)
package func openDevice(name: SANE_String_Const?, handle: UnsafeMutablePointer<SANE_Handle?>?) -> SANE_Status {
    let name = name.map { String(cString: $0) } ?? ""
    guard let folder = name.isEmpty ? devices.folders.first : name, let feeder = Feeder(folder: folder) else {
        return SANE_STATUS_INVAL
    }
    handle?.pointee = Unmanaged.passRetained(feeder).toOpaque()
    return SANE_STATUS_GOOD
}

@c(sane_folder_close)
package func closeDevice(handle: SANE_Handle) {
    Unmanaged<Feeder>.fromOpaque(handle).release()
}

@c(sane_folder_get_option_descriptor)
package func describeOption(handle: SANE_Handle, index: SANE_Int) -> UnsafePointer<SANE_Option_Descriptor>? {
    feeder(handle).options.descriptor(at: index)
}

@c(sane_folder_control_option)
package func controlOption(
    handle: SANE_Handle, index: SANE_Int, action: SANE_Action, value: UnsafeMutableRawPointer?,
    info: UnsafeMutablePointer<SANE_Int>?
) -> SANE_Status {
    info?.pointee = 0
    guard let option = FeederOption(rawValue: index) else { return SANE_STATUS_INVAL }
    switch action {
    case SANE_ACTION_GET_VALUE: return feeder(handle).get(option, value)
    case SANE_ACTION_SET_VALUE: return feeder(handle).set(option, value, info)
    default: return SANE_STATUS_UNSUPPORTED
    }
}

@c(sane_folder_get_parameters)
package func getParameters(handle: SANE_Handle, parameters: UnsafeMutablePointer<SANE_Parameters>?) -> SANE_Status {
    parameters?.pointee = feeder(handle).parameters
    return SANE_STATUS_GOOD
}

@c(sane_folder_start)
package func startScan(handle: SANE_Handle) -> SANE_Status {
    feeder(handle).start()
}

@c(sane_folder_read)
package func readScan(
    handle: SANE_Handle, bytes: UnsafeMutablePointer<SANE_Byte>, limit: SANE_Int, count: UnsafeMutablePointer<SANE_Int>
) -> SANE_Status {
    feeder(handle).read(into: UnsafeMutableRawBufferPointer(start: bytes, count: Int(limit)), count)
}

@c(sane_folder_cancel)
package func cancelScan(handle: SANE_Handle) {
    feeder(handle).cancellation.set()
}

@c(sane_folder_set_io_mode)
package func setMode(handle: SANE_Handle, nonBlocking: SANE_Bool) -> SANE_Status {
    nonBlocking == SANE_FALSE ? SANE_STATUS_GOOD : SANE_STATUS_UNSUPPORTED
}

@c(sane_folder_get_select_fd)
package func getDescriptor(handle: SANE_Handle, descriptor: UnsafeMutablePointer<SANE_Int>?) -> SANE_Status {
    SANE_STATUS_UNSUPPORTED
}

private func feeder(_ handle: SANE_Handle) -> Feeder {
    Unmanaged<Feeder>.fromOpaque(handle).takeUnretainedValue()
}
