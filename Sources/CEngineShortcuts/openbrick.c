// Tesseract looks for ruled lines by opening the page with bricks of a quarter of an inch (LineFinder::GetLineMasks), for
// which Leptonica moves the whole page once for every pixel of the brick's sides, 300 times at 300 dpi: a twelfth of all
// time. A move may as well double the length already reached (van den Boomgaard and van Balen, "Methods for fast
// morphological image transforms using bitmapped binary images", 1992): 40 moves, and those of rows inside the cache.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <stdbool.h>

// Pixels of a bitonal image: words of 32, the leftmost pixel in the highest bit, white after the end of a row.
typedef struct {
    l_uint32 *words;
    int perRow;
    int rows;
} Pixels;

static l_uint32 *row_of(Pixels pixels, int y) { return pixels.words + (size_t)y * pixels.perRow; }

// How far to move next: twice as far each time, and no farther than `length`.
static int next_move(int reached, int length) { return reached < length - reached ? reached : length - reached; }

// Keeps the pixels of a row that are black `distance` farther right, too; says whether any are left.
static bool keep_ahead(l_uint32 *row, int count, int distance) {
    int words = distance / 32, bits = distance % 32;
    l_uint32 any = 0;
    for (int i = 0; i < count; i++) {
        l_uint32 near = i + words < count ? row[i + words] : 0;
        l_uint32 far = i + words + 1 < count ? row[i + words + 1] : 0;
        row[i] &= (l_uint32)(((l_uint64)near << 32 | far) >> (32 - bits));
        any |= row[i];
    }
    return any != 0;
}

// Blackens the pixels of a row that are black `distance` farther left.
static void spread_ahead(l_uint32 *row, int count, int distance) {
    int words = distance / 32, bits = distance % 32;
    for (int i = count - 1; i >= words; i--) {
        l_uint32 near = row[i - words];
        l_uint32 far = i > words ? row[i - words - 1] : 0;
        row[i] |= (l_uint32)(((l_uint64)far << 32 | near) >> bits);
    }
}

// Leaves of each run of black pixels in a row those with `length` - 1 more to their right.
static void erode_rows(Pixels pixels, int length) {
    for (int y = 0; y < pixels.rows; y++) {
        bool any = true;
        for (int reached = 1, move; any && reached < length; reached += move) {
            move = next_move(reached, length);
            any = keep_ahead(row_of(pixels, y), pixels.perRow, move);
        }
    }
}

// Makes each black pixel one of `length` to the right.
static void dilate_rows(Pixels pixels, int length) {
    for (int y = 0; y < pixels.rows; y++) {
        for (int reached = 1, move; reached < length; reached += move) {
            move = next_move(reached, length);
            spread_ahead(row_of(pixels, y), pixels.perRow, move);
        }
    }
}

// The same downwards.
static void erode_columns(Pixels pixels, int length) {
    for (int reached = 1, move; reached < length; reached += move) {
        move = next_move(reached, length);
        for (int y = 0; y < pixels.rows; y++) {
            l_uint32 *row = row_of(pixels, y);
            const l_uint32 *below = y < pixels.rows - move ? row_of(pixels, y + move) : NULL;
            for (int i = 0; i < pixels.perRow; i++) row[i] &= below ? below[i] : 0;
        }
    }
}

static void dilate_columns(Pixels pixels, int length) {
    for (int reached = 1, move; reached < length; reached += move) {
        move = next_move(reached, length);
        for (int y = pixels.rows - 1; y >= move; y--) {
            l_uint32 *row = row_of(pixels, y);
            const l_uint32 *above = row_of(pixels, y - move);
            for (int i = 0; i < pixels.perRow; i++) row[i] |= above[i];
        }
    }
}

// As declared in leptonica's allheaders.h: what `image` has in common with bricks that lie wholly in its black.
PIX *pixOpenBrick(PIX *target, PIX *image, l_int32 width, l_int32 height) {
    if (!image || pixGetDepth(image) != 1 || width < 1 || height < 1) {
        PIX *(*of_leptonica)(PIX *, PIX *, l_int32, l_int32) = dlsym(RTLD_NEXT, "pixOpenBrick");
        return of_leptonica ? of_leptonica(target, image, width, height) : NULL;
    }
    target = pixCopy(target, image);
    if (!target) return NULL;
    pixSetPadBits(target, 0);
    Pixels pixels = {pixGetData(target), pixGetWpl(target), pixGetHeight(target)};
    erode_rows(pixels, width);
    erode_columns(pixels, height);
    dilate_rows(pixels, width);
    dilate_columns(pixels, height);
    return target;
}
