/* Chunks: arenas that layout fills one after the other and gives back as their last area has been
 * painted. They are what keeps a table of a million rows flat in memory: a chunk holds some dozens
 * of rows, and only the chunks of the page being filled are alive. */
#ifndef YINFA_FORMAT_CHUNK_H
#define YINFA_FORMAT_CHUNK_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/arena.h"

struct chunk;

/* A chunk held once by the caller. */
struct chunk *chunk_new(void);
struct chunk *chunk_hold(struct chunk *chunk); /* NULL stays NULL */
void chunk_release(struct chunk *chunk);       /* NULL is allowed */
struct arena *chunk_arena(struct chunk *chunk);

/* A deep copy of an element, good as long as the chunk: a source may free the nodes it has passed.
 * Attributes that the element inherits from its parents are not on the copy. NULL: out of memory.
 */
const xmlNode *chunk_copy_node(struct chunk *chunk, const xmlNode *node);

/* Whether enough is in it that the next unit should begin another. */
bool chunk_is_full(const struct chunk *chunk);

#endif
