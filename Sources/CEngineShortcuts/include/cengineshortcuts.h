// What Tesseract asks of Leptonica and OpenMP, answered in a shorter way with the same result to the pixel.
//
// Tesseract's calls arrive here and not at those libraries because what a program defines itself goes before what its
// libraries do (System V ABI, "Shared Object Dependencies"). Nothing has to be called or set.

#ifndef CENGINESHORTCUTS_H
#define CENGINESHORTCUTS_H

/// Images of text lines that Tesseract kept unpacked since the program began.
unsigned long cengineshortcuts_unpacked(void);

#endif
