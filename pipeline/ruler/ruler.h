/* The ruler: finished pages of an official document (公文) measured in millimetres against
 * GB/T 9704-2012. It sees nothing but the marks on the pages, never the FO or the data behind them:
 * it finds the red mark of the issuing organ, the document number, the title and so on by how they
 * look, as a clerk with a ruler does. Called by publish/ for outputs with check="official-document"
 * and by the verb check-format. */
#ifndef YINFA_RULER_RULER_H
#define YINFA_RULER_RULER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "definitions/profile.h"
#include "draw/marks.h"

/* What one rule measured on one page: of several places the one that is furthest off. */
struct measurement {
    unsigned page; /* 1-based */
    bool held;
    const char *found;  /* "37.0 mm", in the language set */
    const char *wanted; /* "37.0 ± 1.0 mm" */
    int64_t off;        /* how far from what is wanted, for choosing the worst; its own unit */
};

/* One rule of the standard. */
struct format_rule {
    const char *id;           /* stable: "red-rule-place" */
    const char *clause;       /* of GB/T 9704-2012: "7.2.7" */
    enum finding_level level; /* 应当 = error; 一般, 推荐, 可以 = warning */
    const char *chinese, *english;
};

struct ruled {
    const struct format_rule *rule;
    const struct measurement
        *measurements; /* page by page; none: nothing on the pages to measure */
    size_t count;
    size_t broken; /* how many of them */
};

struct ruler_report {
    const char *format; /* "general", "letter", "order", "minutes" */
    size_t page_count;
    const struct ruled *rules; /* all rules, in the order of the standard */
    size_t rule_count;
};

/* Measures the pages; everything told lives in `arena`, but no longer than `marks` is needed. */
const struct ruler_report *ruler_measure(const struct marks *marks, const struct profile *profile,
                                         struct arena *arena);

/* Whether no rule of that level or above is broken. */
bool ruler_is_held(const struct ruler_report *report, enum finding_level level);

/* The report as a table for a clerk, or as one JSON object. `name` is what was measured. */
void ruler_write_text(struct buffer *out, const struct ruler_report *report, const char *name);
void ruler_write_json(struct buffer *out, const struct ruler_report *report, const char *name);

/* Every broken rule as a finding, id "format.RULE"; kind, record and file come from `where`. */
void ruler_tell(const struct ruler_report *report, const struct finding *where,
                struct finding_list *findings);

#endif
