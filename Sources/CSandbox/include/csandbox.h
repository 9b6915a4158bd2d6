#pragma once
#include <stdint.h>

// Linux calls of the worker's sandbox that have no form Swift can see: no glibc wrapper, variadic, or after fork.
// All answer 0 or more, or -errno.

/// The newest landlock ABI the kernel knows, from 1; -errno where there is none.
int csandbox_landlock_abi(void);
/// A rule set that forbids every way to touch a file and, where the kernel can, TCP and signals to the outside.
int csandbox_landlock_create(int abi);

/// What a rule allows below its path.
enum csandbox_access { csandbox_read, csandbox_read_and_run, csandbox_read_and_write };
/// Adds an exception for `path` and all below it.
int csandbox_landlock_allow(int rules, int abi, const char *path, enum csandbox_access access);
/// Puts this thread and all its later children under the rules; closes `rules`.
int csandbox_landlock_enter(int rules);

/// Never gain privileges through a program that has them.
int csandbox_no_new_privileges(void);
/// No core dumps, no debugger: page images stay in the process.
int csandbox_undumpable(void);
/// Leave processor and disk to programs that cannot wait, as a scanner's.
int csandbox_yield_to_others(void);
/// Die when the thread that started this process ends.
int csandbox_die_with_parent(void);
/// Lets system calls that a worker never needs fail with EPERM. Answers how many of them this kernel knows.
int csandbox_deny_system_calls(void);

/// A child in a process group of its own that dies with us, with these descriptors as standard output and error, nothing
/// on its standard input, and limits on CPU time and file size; its process id.
int csandbox_spawn(const char *program, char *const arguments[], char *const environment[], int output, int errors,
                   uint64_t cpu_seconds, uint64_t file_bytes);
/// Waits for the child; kills its whole group when the time is over and answers -ETIME. Else answers its exit status, or
/// 128 and the signal's number.
int csandbox_wait(int child, int timeout_milliseconds);
