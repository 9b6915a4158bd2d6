// zxing-cpp 3.1.1, built by scripts/setup into /usr/local.
#include <ZXing/ZXingC.h>
