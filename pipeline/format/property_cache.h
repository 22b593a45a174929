/* Traits that were resolved before, under the traits of the parent and the bytes of the attribute
 * list: the rows of a table repeat the same few. */
#ifndef YINFA_FORMAT_PROPERTY_CACHE_H
#define YINFA_FORMAT_PROPERTY_CACHE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "format/traits.h"

struct property_cache;

/* Entries live in `arena`. Freed with property_cache_free(). */
struct property_cache *property_cache_new(struct arena *arena);
void property_cache_free(struct property_cache *cache); /* NULL is allowed */

/* The place for the traits below `parent` with that key; what is in it is NULL the first time, to
 * be filled by the caller. Good until the cache is freed. */
const struct traits **property_cache_at(struct property_cache *cache, const struct traits *parent,
                                        const struct buffer *key);

#endif
