/* Ids and the pages they stand on, for page-number-citation: looked up when the page that cites is
 * painted, or settled at the end when the id lies ahead. */
#ifndef YINFA_FORMAT_IDENTIFIER_H
#define YINFA_FORMAT_IDENTIFIER_H

#include "format/formatter.h"

struct identifiers *identifier_new(struct arena *arena);
void identifier_free(struct identifiers *identifiers);

/* An object in that line of the FO has the id; false if one in another line has it, too. */
bool identifier_declare(struct identifiers *identifiers, const char *id, long line);

/* The id's area stands on the page with that label. The first page is what a citation wants, the
 * last what a citation-last wants. True if it is the id's first place. */
bool identifier_place(struct identifiers *identifiers, const char *id, const char *label);

/* A link in that line leads to the id. */
void identifier_want(struct identifiers *identifiers, const char *id, long line);

/* The wanted ids that were never placed, in the order they were first wanted: the one after `after`
 * (NULL: the first), and the line that wants it; NULL if there are no more. */
const char *identifier_missing(const struct identifiers *identifiers, const char *after,
                               long *line);

/* The label of the first or last page; NULL if not known yet. */
const char *identifier_label(const struct identifiers *identifiers, const char *id, bool last);

/* A citation of an id that is not known yet: `later` is the device's place. */
struct citation {
    unsigned later;
    const struct field *field; /* copied into the arena */
    millipoint x, y, width;    /* of the place, transformed */
    int rotation;
    struct citation *next;
};
void identifier_await(struct identifiers *identifiers, const struct citation *citation);

/* The citations that wait, newest first; NULL if none. */
const struct citation *identifier_waiting(const struct identifiers *identifiers);

#endif
