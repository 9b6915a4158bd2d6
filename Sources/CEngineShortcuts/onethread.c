// Tesseract asks OpenMP for threads at every step along a line of text. Its threads read a page more slowly than one, for
// three to ten times the processor time, and even a team of one ends with a call of the kernel each time: a twentieth of
// all time. So there are none here. A parallel region is called, its sections come one after the other.
//
// As GCC's manual for implementers of its OpenMP library has them ("The libgomp ABI"), all that libtesseract.so.5 uses.

typedef struct {
    unsigned taken;
    unsigned count;
} Sections;

static _Thread_local Sections sections;

void GOMP_parallel(void (*body)(void *), void *data, unsigned threads, unsigned flags) {
    (void)threads, (void)flags;
    body(data);
}

void GOMP_parallel_sections(
    void (*body)(void *), void *data, unsigned threads, unsigned count, unsigned flags) {
    (void)threads, (void)flags;
    Sections outer = sections;
    sections = (Sections){0, count};
    body(data);
    sections = outer;
}

// The number of the next section, from 1; 0 when there are no more.
unsigned GOMP_sections_next(void) { return sections.taken < sections.count ? ++sections.taken : 0; }

void GOMP_sections_end_nowait(void) {}

int omp_get_num_threads(void) { return 1; }

int omp_get_thread_num(void) { return 0; }
