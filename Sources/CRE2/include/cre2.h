#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The part of RE2 that Scanstelle uses, in C. No exception leaves a function; memory that runs out is a failed call.

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled expression. Matching with one from several threads at once is safe (re2.h: "RE2 objects are thread-safe").
typedef struct cre2_pattern cre2_pattern;

/// Bytes of the text; begin is -1 where a group took no part in the match.
typedef struct {
    int64_t begin;
    int64_t end;
} cre2_span;

/// Where and why an expression was refused; `offset` is in bytes, -1 where RE2 does not say.
typedef struct {
    char message[256];
    int64_t offset;
} cre2_error;

/// Compiles UTF-8; NULL and a filled `error` where the expression is refused. Free with cre2_free.
cre2_pattern *cre2_compile(
    const char *expression, size_t length, bool ignores_case, int64_t max_memory, cre2_error *error);
void cre2_free(cre2_pattern *pattern);

/// Number of groups, without the whole match.
int cre2_group_count(const cre2_pattern *pattern);
/// Name of group `index` (from 1), NULL where it has none; lives as long as the pattern.
const char *cre2_group_name(const cre2_pattern *pattern, int index);

/// Searches from byte `start`; 1 found, 0 not found, -1 failed. `spans` takes the whole match and then the groups.
int cre2_match(
    const cre2_pattern *pattern, const char *text, size_t length, size_t start, bool whole, cre2_span *spans, int count);

#ifdef __cplusplus
}
#endif
