/* A chained hash table that doubles; parents are told apart by their address. Called by property.c.
 */
#include "format/property_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct entry {
    uint64_t hash;
    const struct traits *parent;
    const char *key; /* attribute bytes */
    size_t length;
    struct property_place place;
    struct entry *next;
};

struct property_cache {
    struct arena *arena;
    struct entry **slots;
    size_t slot_count; /* power of two */
    size_t entry_count;
};

struct property_cache *property_cache_new(struct arena *arena)
{
    struct property_cache *cache = memory_new(1, sizeof *cache);
    cache->arena = arena;
    cache->slot_count = 256;
    cache->slots = memory_new(cache->slot_count, sizeof *cache->slots);
    return cache;
}

void property_cache_free(struct property_cache *cache)
{
    if (!cache)
        return;
    free(cache->slots);
    free(cache);
}

static uint64_t hash_bytes(const char *bytes, size_t length, const void *parent)
{
    uint64_t hash = (uint64_t)(uintptr_t)parent * 0x9E3779B97F4A7C15u ^ length;
    for (; length >= 8; bytes += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
    }
    for (; length; bytes++, length--)
        hash = (hash ^ (unsigned char)*bytes) * 1099511628211u;
    return hash ^ hash >> 29;
}

static void grow(struct property_cache *cache)
{
    size_t count = cache->slot_count * 2;
    struct entry **slots = memory_new(count, sizeof *slots);
    for (size_t i = 0; i < cache->slot_count; i++) {
        for (struct entry *entry = cache->slots[i], *next; entry; entry = next) {
            next = entry->next;
            entry->next = slots[entry->hash & (count - 1)];
            slots[entry->hash & (count - 1)] = entry;
        }
    }
    free(cache->slots);
    cache->slots = slots;
    cache->slot_count = count;
}

struct property_place *property_cache_at(struct property_cache *cache, const struct traits *parent,
                                         const struct buffer *key)
{
    uint64_t hash = hash_bytes(key->bytes, key->length, parent);
    for (struct entry *entry = cache->slots[hash & (cache->slot_count - 1)]; entry;
         entry = entry->next)
        if (entry->hash == hash && entry->parent == parent && entry->length == key->length &&
            memcmp(entry->key, key->bytes, key->length) == 0)
            return &entry->place;
    if (++cache->entry_count > cache->slot_count)
        grow(cache);
    struct entry **slot = &cache->slots[hash & (cache->slot_count - 1)];
    struct entry *entry = arena_alloc(cache->arena, sizeof *entry);
    *entry = (struct entry){.hash = hash,
                            .parent = parent,
                            .key = arena_copy_bytes(cache->arena, key->bytes, key->length),
                            .length = key->length,
                            .next = *slot};
    *slot = entry;
    return &entry->place;
}
