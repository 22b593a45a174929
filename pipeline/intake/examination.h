/* The examination of one submission: who it is and what was found in it. Passed down to every step
 * that may find something. Private to intake/. */
#ifndef YINFA_INTAKE_EXAMINATION_H
#define YINFA_INTAKE_EXAMINATION_H

#include <stdbool.h>

#include "base/finding.h"
#include "definitions/kind.h"

enum { EXAMINATION_FINDINGS = 1000 }; /* kept of one file; of the rest only the number */

struct examination {
    struct arena *arena;
    struct finding_list *findings;
    size_t omitted;          /* findings beyond the limit */
    bool omitted_error;      /* one of them was an error */
    const struct kind *kind; /* NULL: not known (yet) */
    const char *file;        /* name without folders */
    const char *sha256;      /* NULL: it could not be read */
};

/* An examination that has found nothing; strings are borrowed, findings live in `arena`. */
struct examination examination_begin(struct arena *arena, const char *file, const char *sha256);

/* Where in the file something was found; all but line may be NULL. */
struct spot {
    long line;          /* 1-based; 0 = the file as a whole */
    const char *record; /* what a clerk calls the record */
    const char *path;   /* element path below the root */
    const char *value;  /* as it stands in the file: personal data is masked here */
};

/* Adds what `message` says at `spot` (NULL: about the whole file). {1} … {3}; NULL ends them. */
void examination_report(struct examination *examination, const struct message *message,
                        const struct spot *spot, const char *first, const char *second,
                        const char *third);

/* Adds a finding with its own words (a rule's); kind, file, digest and, from path, label come from
 * here; `value` is masked when the column is personal. */
void examination_add(struct examination *examination, const struct finding *finding);

/* Whether the limit is reached: then a finding of that level is only counted, here. */
bool examination_is_full(struct examination *examination, enum finding_level level);

/* Puts the findings into the file's order, what concerns the whole of it first, and says how many
 * were omitted, if any. Called once, at the end. */
void examination_close(struct examination *examination);

bool examination_has_errors(const struct examination *examination);

/* The column that the element or attribute at `path` (below the root) is stored in; NULL: none.
 * `*table` receives its table unless NULL. */
const struct kind_column *examination_column(const struct kind *kind, const char *path,
                                             const struct kind_table **table);

/* The path of a table's column below the root, in `arena`. */
const char *examination_column_path(struct arena *arena, const struct kind_table *table,
                                    const struct kind_column *column);

#endif
