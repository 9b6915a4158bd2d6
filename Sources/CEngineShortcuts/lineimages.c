// Tesseract writes the image of every line of text as PNG into memory and reads it back at once (ImageData::SetPix in
// 5.x, for the sake of its training tools): a twentieth of all time, spent on packing. Leptonica has a format that only
// copies, and reads it back the same way. Which format it is Tesseract asks of pixWriteMem, and finds this one.
#define _GNU_SOURCE
#include "cengineshortcuts.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <stdatomic.h>

static atomic_ulong unpacked;

unsigned long cengineshortcuts_unpacked(void) { return atomic_load(&unpacked); }

// As declared in leptonica's allheaders.h. Nothing else in the program packs images this way: it encodes with
// pixWriteMemPng and its like, which say the format in their name.
l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *image, l_int32 format) {
    if (format == IFF_PNG) {
        atomic_fetch_add(&unpacked, 1);
        return pixWriteMemSpix(data, size, image);
    }
    l_ok (*of_leptonica)(l_uint8 **, size_t *, PIX *, l_int32) = dlsym(RTLD_NEXT, "pixWriteMem");
    return of_leptonica ? of_leptonica(data, size, image, format) : 1;
}
