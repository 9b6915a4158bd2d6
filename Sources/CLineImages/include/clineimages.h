#ifndef CLINEIMAGES_H
#define CLINEIMAGES_H

/// Images of text lines that Tesseract kept unpacked since the program began.
unsigned long clineimages_unpacked(void);

#endif
