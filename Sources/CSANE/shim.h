#include <sane/sane.h>
#include <sane/saneopts.h>
#include <sys/prctl.h>

/// Asks the kernel for `signal` when the thread that started this process ends; 0, or -1. prctl is variadic, which Swift cannot call.
static inline int csane_signal_at_parent_end(int signal) {
    return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0UL, 0UL, 0UL);
}
