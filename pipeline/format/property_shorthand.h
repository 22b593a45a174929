/* Shorthand properties (XSL 1.1 §7.31) taken apart into the properties they stand for. */
#ifndef YINFA_FORMAT_PROPERTY_SHORTHAND_H
#define YINFA_FORMAT_PROPERTY_SHORTHAND_H

#include <stdbool.h>
#include <stddef.h>

/* Called for each property a shorthand sets; `value` is borrowed for the call. */
typedef void property_emit(void *state, const char *name, const char *value, size_t length);

/* Takes a shorthand apart. `inline_level`: the object stands in a line, so that keep-together means
 * the line too. False if the value is not one that the shorthand allows. */
bool property_shorthand_expand(const char *name, const char *value, size_t length,
                               bool inline_level, property_emit *emit, void *state);

/* The order in which properties of one object are applied: what is more general comes first (XSL
 * 1.1 §5.3.1: border before border-style before border-top before border-top-style), and what is
 * named by an absolute side comes last: it wins over the relative one (§5.3.1). */
int property_shorthand_rank(const char *name);

#endif
