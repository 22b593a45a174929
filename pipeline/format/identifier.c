/* A chained hash table in the run's arena. */
#include "format/identifier.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SLOTS = 1024 };

struct entry {
    const char *id, *first, *last;
    struct entry *next;
};

struct identifiers {
    struct arena *arena;
    struct entry *slots[SLOTS];
    struct citation *waiting;
};

struct identifiers *identifier_new(struct arena *arena)
{
    struct identifiers *identifiers = memory_new(1, sizeof *identifiers);
    identifiers->arena = arena;
    return identifiers;
}

void identifier_free(struct identifiers *identifiers)
{
    free(identifiers);
}

static size_t slot_of(const char *id)
{
    uint64_t hash = 14695981039346656037u;
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 1099511628211u;
    return (size_t)(hash >> 32) % SLOTS;
}

static struct entry *find(const struct identifiers *identifiers, const char *id)
{
    struct entry *entry = identifiers->slots[slot_of(id)];
    while (entry && strcmp(entry->id, id) != 0)
        entry = entry->next;
    return entry;
}

void identifier_place(struct identifiers *identifiers, const char *id, const char *label)
{
    struct entry *entry = find(identifiers, id);
    if (!entry) {
        size_t slot = slot_of(id);
        entry = arena_alloc(identifiers->arena, sizeof *entry);
        entry->id = arena_copy(identifiers->arena, id);
        entry->first = entry->last = arena_copy(identifiers->arena, label);
        entry->next = identifiers->slots[slot];
        identifiers->slots[slot] = entry;
    } else if (strcmp(entry->last, label) != 0) {
        entry->last = arena_copy(identifiers->arena, label);
    }
}

const char *identifier_label(const struct identifiers *identifiers, const char *id, bool last)
{
    const struct entry *entry = find(identifiers, id);
    return !entry ? NULL : last ? entry->last : entry->first;
}

void identifier_await(struct identifiers *identifiers, const struct citation *citation)
{
    struct citation *copy = arena_alloc(identifiers->arena, sizeof *copy);
    struct field *field = arena_alloc(identifiers->arena, sizeof *field);
    *copy = *citation;
    *field = *citation->field;
    copy->field = field;
    copy->next = identifiers->waiting;
    identifiers->waiting = copy;
}

const struct citation *identifier_waiting(const struct identifiers *identifiers)
{
    return identifiers->waiting;
}
