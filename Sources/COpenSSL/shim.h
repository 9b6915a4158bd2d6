#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <libp11.h>

// Macros of OpenSSL as functions.

static inline STACK_OF(X509) *copenssl_certificates(void) { return sk_X509_new_null(); }
static inline int copenssl_certificates_add(STACK_OF(X509) *list, X509 *one) { return sk_X509_push(list, one); }
static inline int copenssl_certificates_count(const STACK_OF(X509) *list) { return list ? sk_X509_num(list) : 0; }
static inline X509 *copenssl_certificates_at(const STACK_OF(X509) *list, int index) { return sk_X509_value(list, index); }
static inline X509 *copenssl_certificates_take_first(STACK_OF(X509) *list) { return sk_X509_shift(list); }
static inline void copenssl_certificates_free(STACK_OF(X509) *list) { sk_X509_pop_free(list, X509_free); }

/// Takes away and frees certificates that are signed by themselves.
static inline void copenssl_certificates_drop_roots(STACK_OF(X509) *list) {
    for (int i = sk_X509_num(list) - 1; i >= 0; i--) {
        X509 *one = sk_X509_value(list, i);
        if (X509_check_issued(one, one) == X509_V_OK) X509_free(sk_X509_delete(list, i));
    }
}

/// The one signer of a signature; NULL where it has none or several.
static inline CMS_SignerInfo *copenssl_signer(CMS_ContentInfo *cms) {
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    return signers && sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : NULL;
}

/// Writes a name as RFC 2253 does, but letters beyond ASCII as they are.
static inline int copenssl_print_name(BIO *target, const X509_NAME *name) {
    return X509_NAME_print_ex(target, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}
