#define _GNU_SOURCE 1
#include "clinux.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

int clinux_rename_noreplace(const char *from, const char *to) {
    if (!renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE)) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -errno;
    // File systems without the flag, as NFS: a link never replaces either. Killed between the two calls both names stand.
    if (link(from, to)) return -errno;
    return unlink(from) ? -errno : 0;
}

// The way for two file systems that cannot share blocks.
static int64_t copy_through_memory(int from, int to) {
    static const size_t size = 1 << 20;
    char *buffer = malloc(size);
    if (!buffer) return -ENOMEM;
    int64_t result = read(from, buffer, size);
    for (int64_t done = 0; result > 0 && done < result;) {
        ssize_t count = write(to, buffer + done, result - done);
        if (count > 0) done += count;
        else if (errno != EINTR) result = -1;
    }
    int error = errno;
    free(buffer);
    return result < 0 ? -error : result;
}

int64_t clinux_copy(int from, int to) {
    for (;;) {
        ssize_t count = copy_file_range(from, NULL, to, NULL, 1 << 30, 0);
        if (count >= 0) return count;
        if (errno == EXDEV || errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS)
            return copy_through_memory(from, to);
        if (errno != EINTR) return -errno;
    }
}

int clinux_syncfs(int fd) { return syncfs(fd) ? -errno : 0; }

int clinux_inotify_open(void) {
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    return fd < 0 ? -errno : fd;
}

int clinux_inotify_watch(int fd, const char *path) {
    int watch = inotify_add_watch(fd, path, IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE);
    return watch < 0 ? -errno : watch;
}

int clinux_inotify_wait(int fd, int timeout_milliseconds) {
    struct pollfd poller = {.fd = fd, .events = POLLIN};
    int ready = poll(&poller, 1, timeout_milliseconds);
    if (ready <= 0) return ready < 0 && errno != EINTR ? -errno : 0;
    char buffer[4096];
    while (read(fd, buffer, sizeof buffer) > 0) {}
    return 1;
}

int clinux_is_being_written(int fd) {
    // A read lease is refused while anybody has the file open for writing.
    int result = fcntl(fd, F_SETLEASE, F_RDLCK);
    int answer = result == 0 ? 0 : errno == EAGAIN ? 1 : -errno;
    if (result == 0) fcntl(fd, F_SETLEASE, F_UNLCK);
    return answer;
}
