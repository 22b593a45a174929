/* A reference count over an arena, and a document that holds copied nodes. */
#include "format/chunk.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

enum { FULL = 56 * 1024 }; /* its blocks stay below what malloc maps anew each time */

struct chunk {
    struct arena *arena;
    size_t references;
    xmlDoc *copies; /* NULL until a node is copied */
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
    if (chunk->copies)
        xmlFreeDoc(chunk->copies);
    arena_free(chunk->arena);
    free(chunk);
}

struct arena *chunk_arena(struct chunk *chunk)
{
    return chunk->arena;
}

const xmlNode *chunk_copy_node(struct chunk *chunk, const xmlNode *node)
{
    if (!chunk->copies) {
        chunk->copies = xmlNewDoc(NULL);
        if (!chunk->copies)
            return NULL;
        xmlNode *holder = xmlNewDocNode(chunk->copies, NULL, (const xmlChar *)"copies", NULL);
        if (holder)
            xmlDocSetRootElement(chunk->copies, holder);
    }
    xmlNode *holder = xmlDocGetRootElement(chunk->copies);
    xmlNode *copy = holder ? xmlDocCopyNode((xmlNode *)(uintptr_t)node, chunk->copies, 1) : NULL;
    return copy ? xmlAddChild(holder, copy) : NULL;
}

bool chunk_is_full(const struct chunk *chunk)
{
    return arena_used(chunk->arena) > FULL;
}
