// Landlock (Documentation/userspace-api/landlock.rst of the kernel): a process gives up the file system but for some paths.
// Constants and structures newer than Debian 12's headers are written out here; the kernel tells what it knows by its ABI.

#define _GNU_SOURCE 1
#include "csandbox.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_dir = 1 << 3, remove_dir = 1 << 4,
    remove_file = 1 << 5, make_dir = 1 << 7, make_reg = 1 << 8, refer = 1 << 13, truncate_file = 1 << 14,
};

struct rules {
    uint64_t files, net, scoped;
};

/// Rights over files that an ABI knows: 13 in ABI 1, then refer (2), truncate (3) and device control (5).
static uint64_t known(int abi) {
    return (1u << (abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13)) - 1;
}

int csandbox_landlock_abi(void) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return abi < 0 ? -errno : (int)abi;
}

int csandbox_landlock_create(int abi) {
    // TCP bind and connect since ABI 4, abstract sockets and signals since ABI 6; older kernels want a shorter structure.
    struct rules rules = {.files = known(abi), .net = abi >= 4 ? 3 : 0, .scoped = abi >= 6 ? 3 : 0};
    size_t size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
    long created = syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    return created < 0 ? -errno : (int)created;
}

int csandbox_landlock_allow(int rules, int abi, const char *path, enum csandbox_access access) {
    uint64_t rights = read_file | read_dir;
    if (access == csandbox_read_and_run) rights |= execute;
    if (access == csandbox_read_and_write)
        rights |= write_file | remove_dir | remove_file | make_dir | make_reg | refer | truncate_file;
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0) return -errno;
    struct stat status;
    // Rights of folders on a file are an error.
    if (fstat(place, &status) == 0 && !S_ISDIR(status.st_mode)) rights &= execute | write_file | read_file | truncate_file;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights & known(abi), .parent_fd = place};
    int result = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) ? -errno : 0;
    close(place);
    return result;
}

int csandbox_landlock_enter(int rules) {
    int result = syscall(SYS_landlock_restrict_self, rules, 0) ? -errno : 0;
    close(rules);
    return result;
}
