#pragma once
#include <stdint.h>

// Linux calls that need _GNU_SOURCE or have no form Swift can see.

/// Renames unless `to` exists; 0, or -errno.
int clinux_rename_noreplace(const char *from, const char *to);

/// Copies up to 1 GiB from where both files stand, sharing blocks where the file system can; bytes copied, 0 at the end, or -errno.
int64_t clinux_copy(int from, int to);

/// Syncs the file system that holds the open file; 0, or -errno.
int clinux_syncfs(int fd);

/// An inotify descriptor, non-blocking and closed on exec; or -errno.
int clinux_inotify_open(void);
/// Watches a folder for files written, moved in or created; the watch descriptor, or -errno.
int clinux_inotify_watch(int fd, const char *path);
/// Waits until an event comes or the time is over, and throws the events away; 1 event, 0 none, or -errno.
int clinux_inotify_wait(int fd, int timeout_milliseconds);

/// 1 if a process has the file behind the read-only descriptor open for writing, 0 if not, or -errno where the file system cannot tell.
int clinux_is_being_written(int fd);
