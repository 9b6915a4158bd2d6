#include <tesseract/capi.h>

// Images are leptonica's, whose headers are the business of another module: here they are mere pointers.
static inline void ctesseract_set_image(TessBaseAPI *engine, void *pix) { TessBaseAPISetImage2(engine, (struct Pix *)pix); }
