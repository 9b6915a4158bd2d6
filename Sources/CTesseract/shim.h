// The C API names PIX, so leptonica comes first.
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
