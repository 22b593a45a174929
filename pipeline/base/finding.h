/* Findings: what the program found in the data it was given. They are values: the run goes on, and
 * main turns the worst level into the exit status. The same fields appear, under the same names,
 * on the terminal, in --format=json and on a returned slip. */
#ifndef YINFA_BASE_FINDING_H
#define YINFA_BASE_FINDING_H

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/message.h"

/* One finding. Strings are borrowed on the way in and owned by the list's arena afterwards; any of
 * them but id and rule may be NULL where it does not apply. */
struct finding {
    const char *id; /* stable: message id or rule id of a kind */
    enum finding_level level;
    const char *kind;   /* submission kind or publication */
    const char *file;   /* as the user named it */
    const char *sha256; /* of the file's bytes, 64 hexadecimal digits */
    long line;          /* 1-based line in `file`; 0 = not known */
    const char *record; /* what a clerk calls the record: a person's name, a region */
    const char *path;   /* element path below the root, "person/id-number" */
    const char *label;  /* the field's Chinese label from the schema's xs:documentation */
    const char *value;  /* the value found */
    const char *rule;   /* what must hold, in the language set */
    const char *mend;   /* how to mend it */
};

struct finding_list;

/* A new list whose findings live in `arena`. The list itself is in the arena too: nothing to free.
 */
struct finding_list *finding_list_new(struct arena *arena);

/* Adds a copy of `finding`. */
void finding_add(struct finding_list *list, const struct finding *finding);

/* Adds a finding whose id, level, rule and mend come from `message`; the other fields come from
 * `where` (its id, level, rule, mend are ignored; NULL = nothing known). The arguments are
 * NUL-terminated strings ending with NULL: {1}, {2} …; {label}, {value} come from `where`. */
void finding_report(struct finding_list *list, const struct message *message,
                    const struct finding *where, ...) __attribute__((sentinel));

size_t finding_count(const struct finding_list *list);
size_t finding_count_level(const struct finding_list *list, enum finding_level level);
const struct finding *finding_at(const struct finding_list *list, size_t index); /* borrowed */

/* Text for people, one finding in two or three lines, in the language set. */
void finding_write_text(struct buffer *out, const struct finding *finding);

/* One JSON object, keys as in the struct, in that order; absent fields are null. */
void finding_write_json(struct buffer *out, const struct finding *finding);

/* "note", "warning", "error". */
const char *finding_level_name(enum finding_level level);

/* The level for a name; -1 if there is none of that name. */
int finding_level_from_name(const char *name);

#endif
