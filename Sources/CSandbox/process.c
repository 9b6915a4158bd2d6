#define _GNU_SOURCE 1
#include "csandbox.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int csandbox_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ? -errno : 0; }
int csandbox_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) ? -errno : 0; }
// Nice 10 is a tenth of the processor beside a program without a nice value, and all of it alone. The disk's class 2 is
// "best effort", the usual one, and 7 its last place.
int csandbox_yield_to_others(void) {
    if (setpriority(PRIO_PROCESS, 0, 10)) return -errno;
    return syscall(SYS_ioprio_set, 1, 0, 2 << 13 | 7) ? -errno : 0;
}
int csandbox_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) ? -errno : 0; }

// What reading pages never needs: the network, other processes, the kernel itself, and those changes to files that
// landlock does not govern. exec stays: poppler's tools are programs, and landlock tells which may be run.
static const char *const denied[] = {
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "io_uring_setup",
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp", "perf_event_open",
    "bpf", "userfaultfd", "keyctl", "add_key", "request_key", "kexec_load", "kexec_file_load", "init_module",
    "finit_module", "delete_module", "iopl", "ioperm", "syslog", "acct", "reboot", "swapon", "swapoff", "quotactl",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname",
    "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "unshare", "setns", "name_to_handle_at", "open_by_handle_at",
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "truncate", "mknod", "mknodat",
    "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr",
    "utime", "utimes", "futimesat", "utimensat",
};

int csandbox_deny_system_calls(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter) return -ENOMEM;
    int count = 0;
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) {
        int number = seccomp_syscall_resolve_name(denied[i]);
        // Calls that this machine or this libseccomp does not know cannot be denied; the kernel refuses the former.
        if (number != __NR_SCMP_ERROR && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0) == 0) count++;
    }
    // A new user namespace would give privileges inside it. The flags of clone3 cannot be seen by a filter: without it
    // the C library falls back to clone.
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                     SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER));
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    int result = seccomp_load(filter);
    seccomp_release(filter);
    return result < 0 ? result : count;
}

static void limit(int resource, uint64_t value) {
    struct rlimit limits = {.rlim_cur = value, .rlim_max = value};
    setrlimit(resource, &limits);
}

int csandbox_spawn(const char *program, char *const arguments[], char *const environment[], int output, int errors,
                   uint64_t cpu_seconds, uint64_t file_bytes) {
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (null < 0) return -errno;
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        // Only calls that are safe between fork and exec.
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        if (getppid() != parent) _exit(127);
        limit(RLIMIT_CPU, cpu_seconds);
        limit(RLIMIT_FSIZE, file_bytes);
        if (dup2(null, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
        execve(program, arguments, environment);
        _exit(127);
    }
    int result = child < 0 ? -errno : child;
    // Both sides set the group, so that it exists whoever runs first.
    if (child > 0) setpgid(child, child);
    close(null);
    return result;
}

/// Collects the child; its exit status, or 128 and the signal's number.
static int collect(int child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -errno;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int csandbox_wait(int child, int timeout_milliseconds) {
    int descriptor = (int)syscall(SYS_pidfd_open, child, 0);
    if (descriptor < 0) {
        int reason = errno;
        kill(-child, SIGKILL);
        collect(child);
        return -reason;
    }
    struct pollfd poller = {.fd = descriptor, .events = POLLIN};
    int ready;
    do ready = poll(&poller, 1, timeout_milliseconds);
    while (ready < 0 && errno == EINTR);
    close(descriptor);
    // The child is not collected yet, so its group's number cannot belong to another.
    kill(-child, SIGKILL);
    int status = collect(child);
    return ready > 0 ? status : -ETIME;
}
