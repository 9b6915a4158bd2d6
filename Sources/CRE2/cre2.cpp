#include "cre2.h"

#include <re2/re2.h>

#include <cstdio>
#include <string>
#include <vector>

struct cre2_pattern {
    re2::RE2 re2;
    std::vector<std::string> names;

    cre2_pattern(const re2::StringPiece &expression, const re2::RE2::Options &options) : re2(expression, options) {
        if (!re2.ok()) return;
        names.resize(static_cast<size_t>(re2.NumberOfCapturingGroups()) + 1);
        for (const auto &[index, name] : re2.CapturingGroupNames()) names.at(static_cast<size_t>(index)) = name;
    }
};

static void report(cre2_error *error, const char *message, int64_t offset) {
    std::snprintf(error->message, sizeof error->message, "%s", message);
    error->offset = offset;
}

cre2_pattern *cre2_compile(
    const char *expression, size_t length, bool ignores_case, int64_t max_memory, cre2_error *error) try {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignores_case);
    options.set_max_mem(max_memory);
    const re2::StringPiece source(expression, length);
    auto *pattern = new cre2_pattern(source, options);
    if (pattern->re2.ok()) return pattern;
    const std::string &part = pattern->re2.error_arg();
    const auto offset = part.empty() ? std::string::npos : std::string(expression, length).find(part);
    report(error, pattern->re2.error().c_str(), offset == std::string::npos ? -1 : static_cast<int64_t>(offset));
    delete pattern;
    return nullptr;
} catch (...) {
    report(error, "out of memory", -1);
    return nullptr;
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }

int cre2_group_count(const cre2_pattern *pattern) { return pattern->re2.NumberOfCapturingGroups(); }

const char *cre2_group_name(const cre2_pattern *pattern, int index) {
    if (index < 1 || static_cast<size_t>(index) >= pattern->names.size()) return nullptr;
    const std::string &name = pattern->names[static_cast<size_t>(index)];
    return name.empty() ? nullptr : name.c_str();
}

int cre2_match(
    const cre2_pattern *pattern, const char *text, size_t length, size_t start, bool whole, cre2_span *spans,
    int count) try {
    if (start > length || count < 1) return -1;
    std::vector<re2::StringPiece> groups(static_cast<size_t>(count));
    // RE2 tells a group that took no part by a null address, so an empty text must have one.
    const char *base = text == nullptr ? "" : text;
    const re2::StringPiece input(base, length);
    const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
    if (!pattern->re2.Match(input, start, length, anchor, groups.data(), count)) return 0;
    for (int index = 0; index < count; index++) {
        const re2::StringPiece &group = groups[static_cast<size_t>(index)];
        spans[index].begin = group.data() == nullptr ? -1 : group.data() - base;
        spans[index].end = group.data() == nullptr ? -1 : spans[index].begin + static_cast<int64_t>(group.size());
    }
    return 1;
} catch (...) {
    return -1;
}
