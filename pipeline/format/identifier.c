/* A chained hash table in the run's arena. */
#include "format/identifier.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SLOTS = 1024 };

struct entry {
    const char *id;
    const char *first, *last; /* labels of pages; NULL: not placed */
    long declared, wanted;    /* lines; 0: not yet */
    struct entry *next, *next_wanted;
};

struct identifiers {
    struct arena *arena;
    struct entry *slots[SLOTS];
    struct entry *first_wanted, *last_wanted;
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

static struct entry *find_or_add(struct identifiers *identifiers, const char *id)
{
    struct entry *entry = find(identifiers, id);
    if (entry)
        return entry;
    size_t slot = slot_of(id);
    entry = arena_alloc(identifiers->arena, sizeof *entry);
    entry->id = arena_copy(identifiers->arena, id);
    entry->next = identifiers->slots[slot];
    identifiers->slots[slot] = entry;
    return entry;
}

bool identifier_declare(struct identifiers *identifiers, const char *id, long line)
{
    struct entry *entry = find_or_add(identifiers, id);
    if (!entry->declared)
        entry->declared = line;
    return entry->declared == line;
}

bool identifier_place(struct identifiers *identifiers, const char *id, const char *label)
{
    struct entry *entry = find_or_add(identifiers, id);
    bool is_first = !entry->first;
    if (is_first || strcmp(entry->last, label) != 0)
        entry->last = arena_copy(identifiers->arena, label);
    if (is_first)
        entry->first = entry->last;
    return is_first;
}

void identifier_want(struct identifiers *identifiers, const char *id, long line)
{
    struct entry *entry = find_or_add(identifiers, id);
    if (entry->wanted)
        return;
    entry->wanted = line ? line : 1;
    if (identifiers->last_wanted)
        identifiers->last_wanted->next_wanted = entry;
    else
        identifiers->first_wanted = entry;
    identifiers->last_wanted = entry;
}

const char *identifier_missing(const struct identifiers *identifiers, const char *after, long *line)
{
    const struct entry *entry =
        after ? find(identifiers, after)->next_wanted : identifiers->first_wanted;
    while (entry && entry->first)
        entry = entry->next_wanted;
    if (!entry)
        return NULL;
    *line = entry->wanted;
    return entry->id;
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
