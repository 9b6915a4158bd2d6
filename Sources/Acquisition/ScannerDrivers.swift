// Which drivers a scanner's process loads.
//
// libsane loads every driver its configuration names, and many of them search the network. So each scanner gets a folder
// of configuration with a `dll.conf` that names its own driver alone. An empty `dll.d` beside it keeps libsane from the
// system's, and the colon at the end of the search path lets a driver still find its other files in /etc/sane.d.

package import CaptureModel
import DurableFiles
import Foundation

extension ScannerSource {
    /// The scanner with a configuration that loads its own driver alone; one whose environment names a configuration
    /// keeps that.
    ///
    /// - Parameter folder: where configurations are kept; they are written anew at each start.
    package func isolated(below folder: String) throws(CaptureError) -> ScannerSource {
        guard environment["SANE_CONFIG_DIR"] == nil, let driver = device.split(separator: ":").first else {
            return self
        }
        // The name is the admin's, so that it becomes no path.
        let own = folder + "/" + SHA256.of(Data(name.utf8)).prefix(16)
        try DurableFile.createFolder(own + "/dll.d")
        try DurableFile.write(Data("\(driver)\n".utf8), to: own + "/dll.conf")
        // Without discovery a network scanner is found only where its device name holds its address.
        try DurableFile.write(Data("[options]\ndiscovery = disable\n".utf8), to: own + "/airscan.conf")
        var isolated = self
        isolated.environment["SANE_CONFIG_DIR"] = own + ":"
        return isolated
    }
}
