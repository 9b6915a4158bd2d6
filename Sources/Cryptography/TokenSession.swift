import COpenSSL
import CaptureModel

/// An open PKCS #11 token: a smart card, an HSM or SoftHSM, through the module its maker gives; wrapped by libp11.
///
/// To be used from one thread at a time.
final class TokenSession {
    private let context: UnsafeMutablePointer<PKCS11_CTX>
    private let slots: UnsafeMutablePointer<PKCS11_SLOT>
    private let slotCount: UInt32
    private let slot: UnsafeMutablePointer<PKCS11_SLOT>

    /// Opens the token and signs in with the PIN, once: after a wrong one nothing tries again by itself, since tokens
    /// lock themselves after a few.
    init(module: String, token label: String, pin: String) throws(CaptureError) {
        ERR_clear_error()
        guard let context = PKCS11_CTX_new() else { throw .openSSL("PKCS11_CTX_new") }
        guard PKCS11_CTX_load(context, module) == 0 else {
            PKCS11_CTX_free(context)
            throw .tokenModuleMissing(OpenSSLFault.reasons())
        }
        var slots: UnsafeMutablePointer<PKCS11_SLOT>?
        var count: UInt32 = 0
        guard PKCS11_enumerate_slots(context, &slots, &count) == 0, let slots else {
            PKCS11_CTX_unload(context)
            PKCS11_CTX_free(context)
            throw .tokenAway(OpenSSLFault.reasons())
        }
        let places = UnsafeMutableBufferPointer(start: slots, count: Int(count))
        let index = places.firstIndex { slot in
            slot.token.map { Self.text($0.pointee.label) == label } ?? false
        }
        self.context = context
        self.slots = slots
        slotCount = count
        slot = slots + (index ?? 0)
        guard index != nil else { throw .tokenAway("no token of this label") }
        try login(pin)
    }

    private func login(_ pin: String) throws(CaptureError) {
        guard let token = slot.pointee.token, token.pointee.loginRequired != 0 else { return }
        if token.pointee.userPinLocked != 0 { throw .tokenLocked }
        if token.pointee.userPinFinalTry != 0 { throw .tokenLastTry }
        if PKCS11_login(slot, 0, pin) != 0 { throw .keyPasswordWrong }
    }

    /// The private key of this label, or the only one where none is named.
    func key(labeled label: String?) throws(CaptureError) -> UnsafeMutablePointer<PKCS11_KEY> {
        var keys: UnsafeMutablePointer<PKCS11_KEY>?
        var count: UInt32 = 0
        guard PKCS11_enumerate_keys(slot.pointee.token, &keys, &count) == 0 else {
            throw .tokenAway(OpenSSLFault.reasons())
        }
        let all = UnsafeMutableBufferPointer(start: keys, count: Int(count))
        let found = all.indices.filter { label == nil || Self.text(all[$0].label) == label }
        guard let keys, let index = found.first, found.count == 1 else { throw .tokenKeyMissing("\(found.count) keys") }
        return keys + index
    }

    /// The certificate that lies beside the key, nil where the token has none.
    ///
    /// It is the caller's to free.
    func certificate(of key: UnsafeMutablePointer<PKCS11_KEY>) -> OpaquePointer? {
        guard let certificate = PKCS11_find_certificate(key)?.pointee.x509, X509_up_ref(certificate) == 1 else {
            return nil
        }
        return certificate
    }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    deinit {
        PKCS11_release_all_slots(context, slots, slotCount)
        PKCS11_CTX_unload(context)
        PKCS11_CTX_free(context)
    }
}
