/* A reference count over an arena. */
#include "format/chunk.h"

#include <stdlib.h>

#include "base/memory.h"

enum { FULL = 56 * 1024 }; /* its blocks stay below what malloc maps anew each time */

struct chunk {
    struct arena *arena;
    size_t references;
};

struct chunk *chunk_new(void)
{
    struct chunk *chunk = memory_new(1, sizeof *chunk);
    chunk->arena = arena_new();
    chunk->references = 1;
    return chunk;
}

struct chunk *chunk_hold(struct chunk *chunk)
{
    if (chunk)
        chunk->references++;
    return chunk;
}

void chunk_release(struct chunk *chunk)
{
    if (!chunk || --chunk->references)
        return;
    arena_free(chunk->arena);
    free(chunk);
}

struct arena *chunk_arena(struct chunk *chunk)
{
    return chunk->arena;
}

bool chunk_is_full(const struct chunk *chunk)
{
    return arena_used(chunk->arena) > FULL;
}
