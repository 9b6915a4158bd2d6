#include <tiffio.h>

// libtiff's field access is variadic, which Swift cannot call: one line per type.
static inline int ctiff_get_u16(TIFF *tiff, uint32_t tag, uint16_t *value) { return TIFFGetFieldDefaulted(tiff, tag, value); }
static inline int ctiff_get_u32(TIFF *tiff, uint32_t tag, uint32_t *value) { return TIFFGetField(tiff, tag, value); }
static inline int ctiff_get_float(TIFF *tiff, uint32_t tag, float *value) { return TIFFGetField(tiff, tag, value); }
static inline void ctiff_silence(void) { TIFFSetErrorHandler(0); TIFFSetWarningHandler(0); }
