/* Traits that were resolved before, under the traits of the parent and the bytes of the attribute
 * list: the rows of a table repeat the same few, and so do a thousand certificates. */
#ifndef YINFA_FORMAT_PROPERTY_CACHE_H
#define YINFA_FORMAT_PROPERTY_CACHE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "format/traits.h"

struct property_cache;

/* Entries live in `arena`. Freed with property_cache_free(). */
struct property_cache *property_cache_new(struct arena *arena);
void property_cache_free(struct property_cache *cache); /* NULL is allowed */

struct property_place {
    const struct traits *traits; /* NULL: not resolved yet */
    unsigned document;           /* the one they hold for; 0: they hold for all */
};

/* The place for the traits below `parent` with that key, to be filled by the caller. Good until the
 * cache is freed. */
struct property_place *property_cache_at(struct property_cache *cache, const struct traits *parent,
                                         const struct buffer *key);

#endif
