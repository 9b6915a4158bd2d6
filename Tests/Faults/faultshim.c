// Fails or kills a program at its Nth durable call, from outside: preloaded between the program and libc.
//
// Counted are calls that change something below FAULT_DIRS (prefixes, parted by ':'): writes, syncs, renames, links,
// removals, new folders and files. FAULT_PROGRAM limits it to programs whose name contains it, FAULT_AT is the number of
// the call, from 1, and FAULT_DO what happens there:
//
//     kill      the process ends before the call
//     after     the process ends when the call is done
//     stop      the process waits to be killed, so that the disk can be looked at as a power cut would leave it
//     eio, enospc   the call fails, and so do all of its kind from there on for FAULT_SPAN calls (1 unless told)
//     short     a write takes half
//
// With FAULT_LIE syncs answer well and do nothing: the program as it would be without them. FAULT_CLOCK sets the clock of
// the wall by so many seconds, at the start or, with FAULT_CLOCK_AT, from that call on; what only runs (CLOCK_MONOTONIC)
// and the times of files stay as they are, as where an administrator sets the clock. FAULT_LOG gets a line for each
// counted call: number, call, and the path below the prefix.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static long count, at = -1, span = 1;
static enum { NONE, KILL, AFTER, STOP, FAIL_EIO, FAIL_ENOSPC, SHORT } action;
static int is_lying;
static long clock_shift, clock_at;
static char dirs[PATH_MAX];
static int log_fd = -1;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void set_up(void) {
    static const char *names[] = {"none", "kill", "after", "stop", "eio", "enospc", "short"};
    const char *program = getenv("FAULT_PROGRAM"), *where = getenv("FAULT_DIRS"), *what = getenv("FAULT_DO");
    if (!where || (program && !strstr(program_invocation_short_name, program))) return;
    snprintf(dirs, sizeof dirs, "%s", where);
    if (getenv("FAULT_AT")) at = atol(getenv("FAULT_AT"));
    if (getenv("FAULT_SPAN")) span = atol(getenv("FAULT_SPAN"));
    for (int i = 0; what && i < 7; i++) if (!strcmp(what, names[i])) action = i;
    is_lying = getenv("FAULT_LIE") != NULL;
    if (getenv("FAULT_CLOCK")) clock_shift = atol(getenv("FAULT_CLOCK"));
    if (getenv("FAULT_CLOCK_AT")) clock_at = atol(getenv("FAULT_CLOCK_AT"));
    if (getenv("FAULT_LOG")) {
        int (*real)(const char *, int, ...) = next("open");
        log_fd = real(getenv("FAULT_LOG"), O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0600);
    }
}

// The path below one of the prefixes, or NULL.
static const char *below(const char *path) {
    for (const char *dir = dirs; *dir;) {
        size_t length = strcspn(dir, ":");
        if (length && !strncmp(path, dir, length)) return path + length;
        dir += length + (dir[length] == ':');
    }
    return NULL;
}

static const char *resolved(int folder, const char *path, char *buffer) {
    if (*path == '/' && strncmp(path, "/proc/self/fd/", 14)) return path;
    char link[64], base[PATH_MAX];
    const char *rest = path;
    if (*path == '/') {
        int fd = atoi(path + 14);
        rest = strchr(path + 14, '/');
        rest = rest ? rest + 1 : "";
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    } else if (folder == AT_FDCWD) {
        return path;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    }
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return path;
    base[length] = 0;
    snprintf(buffer, PATH_MAX, "%s/%s", base, rest);
    return buffer;
}

// 0: go on. > 0: fail with this error. -1: take half. -2: answer well and do nothing. -3: go on, then end.
static int hit(const char *call, const char *path, int is_sync) {
    const char *shown = path ? below(path) : NULL;
    if (!shown) return 0;
    long number = __sync_add_and_fetch(&count, 1);
    if (log_fd >= 0) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, shown);
        ssize_t (*real)(int, const void *, size_t) = next("write");
        if (real(log_fd, line, length) < 0) abort();
    }
    if (at < 0 || number < at) return is_sync && is_lying ? -2 : 0;
    if (number >= at + (action == FAIL_EIO || action == FAIL_ENOSPC ? span : 1)) return 0;
    switch (action) {
        case KILL: kill(getpid(), SIGKILL); pause(); return 0;
        case STOP: kill(getpid(), SIGSTOP); return 0;
        case AFTER: return -3;
        case FAIL_EIO: return EIO;
        case FAIL_ENOSPC: return ENOSPC;
        case SHORT: return -1;
        default: return is_sync && is_lying ? -2 : 0;
    }
}

static int hit_fd(const char *call, int fd, int is_sync) {
    if (!*dirs || fd < 0 || fd == log_fd) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return hit(call, path, is_sync);
}

static int hit_path(const char *call, int folder, const char *path) {
    char buffer[PATH_MAX];
    return *dirs ? hit(call, resolved(folder, path, buffer), 0) : 0;
}

static void end_if(int verdict) {
    if (verdict == -3) { kill(getpid(), SIGKILL); pause(); }
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = next(#name)
#define WRITING(verdict, half) \
    int verdict = half; \
    if (verdict > 0) { errno = verdict; return -1; } \
    if (verdict == -1 && size > 1) size /= 2
#define GUARDED(verdict, asked, call) \
    int verdict = asked; \
    if (verdict > 0) { errno = verdict; return -1; } \
    if (verdict == -2) return 0; \
    int result = call; \
    end_if(verdict); \
    return result

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    WRITING(verdict, hit_fd("write", fd, 0));
    ssize_t done = real(fd, bytes, size);
    end_if(verdict);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    WRITING(verdict, hit_fd("pwrite", fd, 0));
    ssize_t done = real(fd, bytes, size, offset);
    end_if(verdict);
    return done;
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    WRITING(verdict, hit_fd("pwrite", fd, 0));
    ssize_t done = real(fd, bytes, size, offset);
    end_if(verdict);
    return done;
}
ssize_t copy_file_range(int from, off64_t *in, int to, off64_t *out, size_t size, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    WRITING(verdict, hit_fd("copy_file_range", to, 0));
    ssize_t done = real(from, in, to, out, size, flags);
    end_if(verdict);
    return done;
}
int fsync(int fd) { REAL(int, fsync, int); GUARDED(verdict, hit_fd("fsync", fd, 1), real(fd)); }
int fdatasync(int fd) { REAL(int, fdatasync, int); GUARDED(verdict, hit_fd("fdatasync", fd, 1), real(fd)); }
int ftruncate(int fd, off_t size) { REAL(int, ftruncate, int, off_t); GUARDED(v, hit_fd("ftruncate", fd, 0), real(fd, size)); }
int ftruncate64(int fd, off64_t size) { REAL(int, ftruncate64, int, off64_t); GUARDED(v, hit_fd("ftruncate", fd, 0), real(fd, size)); }
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    GUARDED(verdict, hit_path("rename", AT_FDCWD, to), real(from, to));
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    REAL(int, renameat2, int, const char *, int, const char *, unsigned);
    GUARDED(verdict, hit_path("renameat2", b, to), real(a, from, b, to, flags));
}
int link(const char *from, const char *to) {
    REAL(int, link, const char *, const char *);
    GUARDED(verdict, hit_path("link", AT_FDCWD, to), real(from, to));
}
int unlink(const char *path) {
    REAL(int, unlink, const char *);
    GUARDED(verdict, hit_path("unlink", AT_FDCWD, path), real(path));
}
int unlinkat(int folder, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    GUARDED(verdict, hit_path("unlinkat", folder, path), real(folder, path, flags));
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    GUARDED(verdict, hit_path("mkdir", AT_FDCWD, path), real(path, mode));
}
int mkdirat(int folder, const char *path, mode_t mode) {
    REAL(int, mkdirat, int, const char *, mode_t);
    GUARDED(verdict, hit_path("mkdirat", folder, path), real(folder, path, mode));
}
int rmdir(const char *path) {
    REAL(int, rmdir, const char *);
    GUARDED(verdict, hit_path("rmdir", AT_FDCWD, path), real(path));
}
// Opening counts where it makes a file.
#define OPENING(name, folder) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); } \
    int verdict = flags & O_CREAT ? hit_path(name, folder, path) : 0; \
    if (verdict > 0) { errno = verdict; return -1; }
int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    OPENING("open", AT_FDCWD)
    int fd = real(path, flags, mode);
    end_if(verdict);
    return fd;
}
int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    OPENING("open", AT_FDCWD)
    int fd = real(path, flags, mode);
    end_if(verdict);
    return fd;
}
int openat(int folder, const char *path, int flags, ...) {
    REAL(int, openat, int, const char *, int, ...);
    OPENING("openat", folder)
    int fd = real(folder, path, flags, mode);
    end_if(verdict);
    return fd;
}

// The clock of the wall.
static long shift(void) { return clock_shift && count >= clock_at ? clock_shift : 0; }

int clock_gettime(clockid_t clock, struct timespec *time) {
    REAL(int, clock_gettime, clockid_t, struct timespec *);
    int result = real(clock, time);
    if (!result && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += shift();
    return result;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    REAL(int, gettimeofday, struct timeval *, void *);
    int result = real(time, zone);
    if (!result) time->tv_sec += shift();
    return result;
}
time_t time(time_t *place) {
    REAL(time_t, time, time_t *);
    time_t now = real(NULL) + shift();
    if (place) *place = now;
    return now;
}
