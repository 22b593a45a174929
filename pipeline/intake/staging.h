/* Staging: turns the events of one pass over a file into rows of the kind's staged_ tables. The
 * paths of kind.xml are made into a tree of steps once per file, so that following an element costs
 * one look among its parent's known children. Private to intake/. */
#ifndef YINFA_INTAKE_STAGING_H
#define YINFA_INTAKE_STAGING_H

#include <stdbool.h>

#include "base/arena.h"
#include "definitions/kind.h"
#include "store/store.h"

struct staging;
struct staging_step;

/* Rows go to `store`; everything lives in `arena` but the values of open rows: staging_end(). */
struct staging *staging_begin(struct arena *arena, struct store *store, const struct kind *kind);
void staging_end(struct staging *staging);

const struct staging_step *staging_root(const struct staging *staging);

/* The step for a child element; NULL: the kind does not ask for it. `step` may be NULL: below an
 * element that is not asked for, records at any depth are still found. */
const struct staging_step *staging_child(const struct staging *staging,
                                         const struct staging_step *step, const char *name);

/* The step for an attribute, "@name". */
const struct staging_step *staging_attribute(const struct staging_step *step, const char *name);

/* Whether a column wants the element's text, or the element whole (type xml). `step` may be NULL.
 */
bool staging_wants_text(const struct staging_step *step);
bool staging_wants_fragment(const struct staging_step *step);

/* An element begins: opens the records that it is. */
void staging_open(struct staging *staging, const struct staging_step *step, long line);

/* A value was read: an attribute's, or an element's text at its end. Not NUL-terminated; white
 * space around it is removed. The first value of a record's column counts. */
void staging_value(struct staging *staging, const struct staging_step *step, const char *value,
                   size_t length, long line);

/* The element whole, as XML text (fragment.h). */
void staging_fragment(struct staging *staging, const struct staging_step *step, const char *text,
                      size_t length, long line);

/* An element ends: writes the records that it was. -1: reported. */
int staging_close(struct staging *staging, const struct staging_step *step);

/* Who sent the file and for which period; NULL: not (yet) read or not asked for. Borrowed. */
const char *staging_sender(const struct staging *staging);
const char *staging_period(const struct staging *staging);

/* What a clerk calls the innermost open record, NULL if it is not (yet) known. Borrowed. */
const char *staging_record(const struct staging *staging);

#endif
