package import Foundation

/// Keys and certificates for one test run, made by openssl; worth nothing and gone with the run.
package struct SealBench: Sendable {
    package enum Fault: Error { case openssl(String) }

    package static let password = "geheim"

    package let scratch: Scratch

    /// A root, a seal key with a certificate of it, and the key of a timestamp service.
    package init() throws {
        scratch = try Scratch()
        try scratch.write(Self.password + "\n", to: "seal.pass")
        chmod(scratch.path("seal.pass"), 0o600)
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
            "-out", "ca.pem", "-days", "3650", "-subj", "/C=DE/O=Landkreis Muster/CN=Muster Root")
        try certify("seal", "Scanstelle Siegel", "keyUsage=critical,digitalSignature,nonRepudiation")
        try certify("tsa", "Muster Zeitstempel", "extendedKeyUsage=critical,timeStamping")
        try export("seal")
    }

    package func path(_ name: String) -> String { scratch.path(name) }

    /// Makes `NAME.key` and `NAME.pem`, certified by the root.
    package func certify(_ name: String, _ commonName: String, _ usage: String, rsaBits: Int? = nil) throws {
        let kind =
            rsaBits.map { ["-newkey", "rsa:\($0)"] } ?? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        try openssl(
            ["req"] + kind + [
                "-nodes", "-keyout", "\(name).key", "-out", "\(name).csr", "-subj",
                "/C=DE/O=Landkreis Muster/CN=\(commonName)",
            ])
        try scratch.write(usage + "\n", to: "\(name).ext")
        try openssl(
            "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days",
            "3650", "-extfile", "\(name).ext", "-out", "\(name).pem")
    }

    /// Puts key, certificate and root into `NAME.p12`.
    package func export(_ name: String) throws {
        try openssl(
            "pkcs12", "-export", "-inkey", "\(name).key", "-in", "\(name).pem", "-certfile", "ca.pem", "-out",
            "\(name).p12", "-passout", "pass:\(Self.password)")
    }

    @discardableResult package func openssl(_ arguments: String...) throws -> Data { try openssl(arguments) }

    /// Runs openssl in the folder of the bench.
    @discardableResult package func openssl(_ arguments: [String]) throws -> Data {
        let outcome = try Tool.run("env", ["-C", scratch.path, "openssl"] + arguments)
        guard outcome.status == 0 else { throw Fault.openssl(outcome.errorText) }
        return outcome.output
    }

    /// The answer of a timestamp service to a query, in a file of its own.
    package func timestamp(_ query: Data) throws -> Data {
        let name = UUID().uuidString
        try scratch.write(query, to: name + ".tsq")
        try scratch.write("01\n", to: name + ".serial")
        try scratch.write(
            """
            [tsa]
            default_tsa = service
            [service]
            serial = \(name).serial
            signer_cert = tsa.pem
            signer_key = tsa.key
            certs = ca.pem
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            other_policies = 1.2.3.4.5
            digests = sha256, sha384, sha512
            ess_cert_id_alg = sha256
            """, to: name + ".cnf")
        return try openssl("ts", "-reply", "-config", "\(name).cnf", "-queryfile", "\(name).tsq")
    }
}
