/* The paths of kind.xml: child steps with an attribute last. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_KIND_PATH_H
#define YINFA_DEFINITIONS_KIND_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether `path` is ".", "a", "a/b", "a/@b" or "@b"; with `element` the attribute forms are not. */
bool kind_path_is_formed(const char *path, bool element);

/* Whether `path` begins with "//": what it leads to may stand at any depth. With a record, only
 * "//a" is formed. */
bool kind_path_is_anywhere(const char *path);

/* `path` seen from the root, given the record it is relative to: "." is nothing. "" = the root. */
const char *kind_path_join(struct arena *arena, const char *record, const char *path);

/* Whether record `inner` lies strictly within record `outer`; said of one at any depth, that it
 * may. */
bool kind_path_encloses(const char *outer, const char *inner);

#endif
