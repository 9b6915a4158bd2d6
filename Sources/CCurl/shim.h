#include <curl/curl.h>

// curl's setters are variadic, which Swift cannot call: one line for each kind of value.

static inline CURLcode ccurl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode ccurl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}

typedef size_t (*ccurl_taker)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode ccurl_set_taker(CURL *curl, CURLoption option, ccurl_taker taker) {
    return curl_easy_setopt(curl, option, taker);
}

typedef int (*ccurl_watcher)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
static inline CURLcode ccurl_set_watcher(CURL *curl, ccurl_watcher watcher) {
    return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watcher);
}
