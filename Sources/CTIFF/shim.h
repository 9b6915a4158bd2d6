#include <stdlib.h>
#include <tiffio.h>

// libtiff's field access is variadic and its handlers take va_list, neither of which Swift can write: one line per type.
static inline int ctiff_get_u16(TIFF *tiff, uint32_t tag, uint16_t *value) { return TIFFGetFieldDefaulted(tiff, tag, value); }

static inline int ctiff_count_error(TIFF *tiff, void *count, const char *module, const char *format, va_list arguments) {
    (void)tiff, (void)module, (void)format, (void)arguments;
    ++*(int *)count;
    return 1;
}
static inline int ctiff_ignore(TIFF *tiff, void *data, const char *module, const char *format, va_list arguments) {
    (void)tiff, (void)data, (void)module, (void)format, (void)arguments;
    return 1;
}

/// Opens for reading, says nothing on standard error, counts errors (not warnings) in `errors`, which must live as long
/// as the handle, and allocates no more than `max_bytes` at once.
static inline TIFF *ctiff_open_read(const char *path, int *errors, int64_t max_bytes) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (!options) return NULL;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, max_bytes);
    TIFFOpenOptionsSetErrorHandlerExtR(options, ctiff_count_error, errors);
    TIFFOpenOptionsSetWarningHandlerExtR(options, ctiff_ignore, NULL);
    TIFF *tiff = TIFFOpenExt(path, "rm", options);
    TIFFOpenOptionsFree(options);
    return tiff;
}
static inline int ctiff_get_u32(TIFF *tiff, uint32_t tag, uint32_t *value) { return TIFFGetField(tiff, tag, value); }
