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
        for (file, text) in SANEDrivers.quiet where file.hasPrefix("airscan") || device.contains("libusb:") {
            try DurableFile.write(Data(text.utf8), to: own + "/" + file)
        }
        var isolated = self
        isolated.environment["SANE_CONFIG_DIR"] = own + ":"
        return isolated
    }
}

package enum SANEDrivers {
    /// Drivers of network scanners alone, and of cameras, which are no scanners.
    private static let unwanted: Set<String> = [
        "net", "escl", "airscan", "dell1600n_net", "v4l", "gphoto2", "test", "pnm",
    ]

    /// Configurations by which drivers that know both kinds of scanner look at cables alone.
    static let quiet = [
        "airscan.conf": "[options]\ndiscovery = disable\n", "epson2.conf": "scsi EPSON\nusb\n", "epsonds.conf": "usb\n",
        "kodakaio.conf": "usb\n", "magicolor.conf": "usb\n", "pixma.conf": "networking=no\n",
    ]

    /// The environment in which libsane finds the system's scanners on cables and asks nothing of the network.
    ///
    /// Empty where somebody has set `SANE_CONFIG_DIR`: they know what they look for.
    ///
    /// - Parameter folder: where its configuration is put.
    package static func localEnvironment(in folder: String) throws(CaptureError) -> [String: String] {
        guard ProcessInfo.processInfo.environment["SANE_CONFIG_DIR"] == nil else { return [:] }
        let system = (try? String(contentsOfFile: "/etc/sane.d/dll.conf", encoding: .utf8)) ?? ""
        let more = (try? FileManager.default.contentsOfDirectory(atPath: "/etc/sane.d/dll.d")) ?? []
        let lists =
            [system] + more.compactMap { try? String(contentsOfFile: "/etc/sane.d/dll.d/\($0)", encoding: .utf8) }
        let names = lists.joined(separator: "\n").split(separator: "\n")
            .map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !unwanted.contains($0) }
        try DurableFile.createFolder(folder + "/dll.d")
        try DurableFile.write(Data((names.joined(separator: "\n") + "\n").utf8), to: folder + "/dll.conf")
        for (file, text) in quiet { try DurableFile.write(Data(text.utf8), to: folder + "/" + file) }
        return ["SANE_CONFIG_DIR": folder + ":"]
    }
}
