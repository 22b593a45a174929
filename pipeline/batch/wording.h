/* What the database keeps by name — states, levels — in words for a clerk; JSON has the names. */
#ifndef YINFA_BATCH_WORDING_H
#define YINFA_BATCH_WORDING_H

#include <stddef.h>

struct wording {
    const char *name, *chinese, *english;
};

/* The wording of `name` in the language set; `name` itself if there is none. */
const char *wording_find(const struct wording *wordings, size_t count, const char *name);

/* A state of a submission, item, run or certificate, or the level of a finding: no name means two
 * things. */
const char *wording_of_state(const char *name);

#endif
