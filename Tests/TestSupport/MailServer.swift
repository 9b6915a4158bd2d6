package import Foundation
import Glibc
import Synchronization

/// Dovecot on free ports of this machine, with a mailbox, a certificate of its own and a folder for all it has.
///
/// Messages are put into the mailbox as a delivery agent puts them, and looked for on disk as dovecot keeps them.
package final class MailServer: Sendable {
    package enum Fault: Error { case noPort, notStarted(String) }

    private static let program = "/usr/sbin/dovecot"

    /// Whether dovecot is there and can change to users of its own, which it insists on.
    package static var isAvailable: Bool {
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: program)
    }

    package static let user = "post"
    package static let password = "geheim"

    package let folder: Scratch
    /// With TLS after the greeting, or without.
    package let port: Int
    /// With TLS from the first byte on.
    package let securePort: Int
    private let process = Process()
    private let delivered = Atomic(0)

    /// Starts it.
    ///
    /// - Parameter capabilities: what it says it can do, in place of all it can.
    package init(capabilities: String? = nil) throws {
        let bench = try SealBench()
        try bench.certify("mail", "localhost", "subjectAltName=DNS:localhost")
        folder = bench.scratch
        (port, securePort) = (try Self.freePort(), try Self.freePort())
        try folder.write("\(Self.user):{PLAIN}\(Self.password)\n", to: "users")
        try folder.write(Self.password + "\n", to: "mail.pass")
        chmod(folder.path("mail.pass"), 0o600)
        for name in [
            "mail", "mail/\(Self.user)", "mail/\(Self.user)/cur", "mail/\(Self.user)/new", "mail/\(Self.user)/tmp",
        ] {
            mkdir(folder.path(name), 0o755)
            try own(folder.path(name))
        }
        try folder.write(configuration(capabilities), to: "dovecot.conf")
        try start()
    }

    deinit { stop() }

    /// The file with the certificate its own is traced back to.
    package var certificates: String { folder.path("ca.pem") }
    package var passwordFile: String { folder.path("mail.pass") }

    private func start() throws {
        // A process started here inherits that signals are blocked, and dovecot would never learn that a child ended.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
        process.arguments = [
            "-MPOSIX", "-e", "sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV", Self.program, "-F", "-c",
            folder.path("dovecot.conf"),
        ]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Each question is a connection, of which dovecot serves a hundred at once.
        var questionsLeft = 500
        while !Self.answers(port) {
            questionsLeft -= 1
            usleep(20_000)
            guard questionsLeft == 0 else { continue }
            throw Fault.notStarted((try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")
        }
    }

    package func stop() {
        guard process.isRunning else { return }
        // Its children end with it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    // MARK: Its messages

    private var root: String { folder.path("mail/" + Self.user) }

    /// Puts a message into the mailbox; the server took it at `received`.
    package func deliver(_ message: Data, received: Date = Date(timeIntervalSince1970: 1_795_000_000)) throws {
        let number = delivered.add(1, ordering: .relaxed).newValue
        let name = String(format: "%d.M%04dP1.muster", Int(received.timeIntervalSince1970), number)
        let path = root + "/tmp/" + name
        try message.write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.modificationDate: received], ofItemAtPath: path)
        try own(path)
        try FileManager.default.moveItem(atPath: path, toPath: root + "/new/" + name)
    }

    /// The messages in a folder of the mailbox, named as dovecot encodes it; nil for the one they arrive in.
    package func messages(in name: String? = nil) -> [Data] {
        let place = name.map { root + "/." + $0 } ?? root
        return ["/new", "/cur"].flatMap { part -> [Data] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place + part)) ?? []
            return names.sorted().compactMap { FileManager.default.contents(atPath: "\(place)\(part)/\($0)") }
        }
    }

    /// Forgets the numbers of the messages that are in the mailbox: they get new ones and another UIDVALIDITY.
    package func renumber() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: root)
        where name.hasPrefix("dovecot")
            && !name.hasPrefix("dovecot-uidvalidity")
        {
            try FileManager.default.removeItem(atPath: root + "/" + name)
        }
    }

    /// Lets nobody in with any other password.
    package func change(password: String) throws {
        let file = try folder.write("\(Self.user):{PLAIN}\(password)\n", to: "users")
        // Dovecot tells by the second whether the file changed.
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: file)
    }

    // MARK: Around it

    private func own(_ path: String) throws {
        let account = getpwnam("nobody")?.pointee
        chown(path, account?.pw_uid ?? 65_534, account?.pw_gid ?? 65_534)
    }

    private func configuration(_ capabilities: String?) -> String {
        """
        base_dir = \(folder.path("run"))
        state_dir = \(folder.path("run"))
        protocols = imap
        listen = 127.0.0.1
        log_path = \(folder.path("log"))
        mail_location = maildir:\(folder.path("mail"))/%u
        first_valid_uid = 1
        mail_max_userip_connections = 100
        auth_failure_delay = 0
        disable_plaintext_auth = no
        ssl = yes
        ssl_cert = <\(folder.path("mail.pem"))
        ssl_key = <\(folder.path("mail.key"))
        \(capabilities.map { "imap_capability = \($0)" } ?? "")
        passdb {
          driver = passwd-file
          args = \(folder.path("users"))
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home=\(folder.path("mail"))/%u
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = \(port)
          }
          inet_listener imaps {
            port = \(securePort)
            ssl = yes
          }
        }
        service anvil {
          chroot =
        }
        """
    }

    private static func freePort() throws -> Int {
        let listener = LoopbackPort()
        guard listener.number > 0 else { throw Fault.noPort }
        return listener.number
    }

    private static func answers(_ port: Int) -> Bool {
        guard let connection = LoopbackPort.connect(to: port) else { return false }
        close(connection)
        return true
    }
}

/// A port of this machine that is free, held as long as the value lives.
package struct LoopbackPort: ~Copyable {
    package let listener: Int32
    package let number: Int

    package init() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        self.listener = listener
        number = isBound ? Int(UInt16(bigEndian: address.sin_port)) : 0
    }

    deinit { close(listener) }

    /// A connection to a port of this machine; nil where nobody listens.
    package static func connect(to port: Int) -> Int32? {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(connection, $0, size) }
        }
        if result == 0 { return connection }
        close(connection)
        return nil
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return address
    }
}
