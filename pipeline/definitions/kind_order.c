/* Order of kinds: rank 0 depends on nothing, any other stands one above the highest it comes after;
 * a kind met again on the way to itself closes a circle. Called by kind.c. */
#include "definitions/kind_order.h"

#include <string.h>

#include "definitions/definition_messages.h"

static struct kind_entry *lookup(struct kind_entry *entries, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(entries[i].definition->name, name) == 0)
            return &entries[i];
    return NULL;
}

static void mistake_at(const struct kind_entry *entry, long line, const struct message *message,
                       const char *first, const char *second)
{
    struct finding where = {.file = entry->definition->path, .line = line};
    finding_report(entry->definition->findings, message, &where, first, second, NULL);
}

static void check_after(struct kind_entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < entries[i].kind.after_count; j++)
            if (!lookup(entries, count, entries[i].kind.after[j]))
                mistake_at(&entries[i], entries[i].after_lines[j], &MESSAGE_KIND_AFTER,
                           entries[i].kind.after[j], NULL);
}

/* A walk along after, depth first. */
struct walk {
    struct kind_entry *entries;
    size_t count;
    const struct kind_entry **way; /* from where it started to where it is */
    size_t way_length;
};

/* Says a circle: the way from where `entry` stands on it, and back to it. */
static void report_circle(const struct walk *walk, const struct kind_entry *entry, long line)
{
    size_t start = 0;
    while (walk->way[start] != entry)
        start++;
    struct arena *arena = entry->definition->arena;
    const char *circle = entry->definition->name;
    for (size_t i = start + 1; i < walk->way_length; i++)
        circle = arena_print(arena, "%s → %s", circle, walk->way[i]->definition->name);
    circle = arena_print(arena, "%s → %s", circle, entry->definition->name);
    mistake_at(walk->way[walk->way_length - 1], line, &MESSAGE_KIND_CYCLE, circle, NULL);
}

static void rank(struct walk *walk, struct kind_entry *entry)
{
    entry->visit = VISIT_UNDER_WAY;
    walk->way[walk->way_length++] = entry;
    for (size_t i = 0; i < entry->kind.after_count; i++) {
        struct kind_entry *before = lookup(walk->entries, walk->count, entry->kind.after[i]);
        if (!before)
            continue; /* told by check_after() */
        if (before->visit == VISIT_UNDER_WAY) {
            report_circle(walk, before, entry->after_lines[i]);
            continue;
        }
        if (before->visit == VISIT_NOT_YET)
            rank(walk, before);
        if (entry->kind.rank <= before->kind.rank)
            entry->kind.rank = before->kind.rank + 1;
    }
    walk->way_length--;
    entry->visit = VISIT_DONE;
}

/* --- What may not be shared ---------------------------------------------------------------------
 */

static void check_root(const struct kind_entry *entry, const struct kind_entry *other)
{
    if (strcmp(entry->kind.root, other->kind.root) == 0 &&
        strcmp(entry->kind.name_space, other->kind.name_space) == 0)
        mistake_at(entry, entry->root_line, &MESSAGE_KIND_ROOT_DOUBLED, entry->kind.name,
                   other->kind.name);
}

/* Whether a table or a stored view of the kind has that name: those of all kinds stand in one
 * database. */
static bool is_stored(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->table_count; i++)
        if (strcmp(kind->tables[i].name, name) == 0)
            return true;
    for (size_t i = 0; i < kind->stored_view_count; i++)
        if (strcmp(kind->stored_views[i].name, name) == 0)
            return true;
    return false;
}

static void check_names(const struct kind_entry *entry, const struct kind_entry *other)
{
    const struct kind *kind = &entry->kind;
    for (size_t i = 0; i < kind->table_count; i++)
        if (is_stored(&other->kind, kind->tables[i].name))
            mistake_at(entry, entry->table_lines[i], &MESSAGE_DEFINITION_DOUBLED,
                       kind->tables[i].name, NULL);
    for (size_t i = 0; i < kind->stored_view_count; i++)
        if (is_stored(&other->kind, kind->stored_views[i].name))
            mistake_at(entry, kind->stored_views[i].line, &MESSAGE_DEFINITION_DOUBLED,
                       kind->stored_views[i].name, NULL);
}

void kind_order_set(struct kind_entry *entries, size_t count)
{
    if (count == 0)
        return;
    check_after(entries, count);
    struct walk walk = {entries, count,
                        arena_new_array(entries[0].definition->arena, count, sizeof *walk.way), 0};
    for (size_t i = 0; i < count; i++)
        if (entries[i].visit == VISIT_NOT_YET)
            rank(&walk, &entries[i]);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i && entries[i].usable; j++) {
            if (entries[j].usable) {
                check_root(&entries[i], &entries[j]);
                check_names(&entries[i], &entries[j]);
            }
        }
    }
}
