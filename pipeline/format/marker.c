/* For each class five markers of the page and one carried from before; each holds the chunk it
 * lives in, so that a marker outlives the table row that brought it. Classes are few: a list.
 * Called by block_layout.c (copies), column_place.c (what is seen), retrieve.c (what is wanted). */
#include "format/marker.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/property.h"

enum sighting { FIRST_STARTING, FIRST_ANY, LAST_STARTING, LAST_ANY, LAST_ENDING, CARRIED, COUNT };

struct record {
    char *class_name;
    const struct marker *seen[COUNT];
    unsigned carried_in; /* the page sequence it was carried in */
    struct record *next;
};

struct marker_table {
    struct record *records;
    unsigned sequence; /* the present one */
};

struct marker *marker_new(struct chunk *chunk, const xmlNode *node)
{
    const char *class_name = property_attribute(node, "marker-class-name");
    const xmlNode *copy = class_name ? chunk_copy_node(chunk, node) : NULL;
    if (!copy)
        return NULL;
    struct marker *marker = arena_alloc(chunk_arena(chunk), sizeof *marker);
    marker->class_name = arena_copy(chunk_arena(chunk), class_name);
    marker->node = copy;
    marker->chunk = chunk;
    return marker;
}

struct marker_table *marker_table_new(void)
{
    return memory_new(1, sizeof(struct marker_table));
}

static void set(struct record *record, enum sighting sighting, const struct marker *marker)
{
    if (marker)
        chunk_hold(marker->chunk);
    if (record->seen[sighting])
        chunk_release(record->seen[sighting]->chunk);
    record->seen[sighting] = marker;
}

void marker_table_free(struct marker_table *table)
{
    if (!table)
        return;
    for (struct record *record = table->records, *next; record; record = next) {
        next = record->next;
        for (int sighting = 0; sighting < COUNT; sighting++)
            set(record, (enum sighting)sighting, NULL);
        free(record->class_name);
        free(record);
    }
    free(table);
}

static struct record *find(const struct marker_table *table, const char *class_name)
{
    struct record *record = table->records;
    while (record && strcmp(record->class_name, class_name) != 0)
        record = record->next;
    return record;
}

static struct record *record_of(struct marker_table *table, const char *class_name)
{
    struct record *record = find(table, class_name);
    if (record)
        return record;
    record = memory_new(1, sizeof *record);
    record->class_name = memory_copy(class_name);
    record->next = table->records;
    table->records = record;
    return record;
}

void marker_table_turn(struct marker_table *table)
{
    for (struct record *record = table->records; record; record = record->next) {
        const struct marker *last =
            record->seen[LAST_ENDING] ? record->seen[LAST_ENDING] : record->seen[LAST_ANY];
        if (last) {
            set(record, CARRIED, last);
            record->carried_in = table->sequence;
        }
        for (int sighting = 0; sighting < CARRIED; sighting++)
            set(record, (enum sighting)sighting, NULL);
    }
}

void marker_table_begin_sequence(struct marker_table *table)
{
    marker_table_turn(table);
    table->sequence++;
}

void marker_table_begin_area(struct marker_table *table, const struct marker *markers, bool first)
{
    for (const struct marker *marker = markers; marker; marker = marker->next) {
        struct record *record = record_of(table, marker->class_name);
        if (!record->seen[FIRST_ANY])
            set(record, FIRST_ANY, marker);
        set(record, LAST_ANY, marker);
        if (!first)
            continue;
        if (!record->seen[FIRST_STARTING])
            set(record, FIRST_STARTING, marker);
        set(record, LAST_STARTING, marker);
    }
}

void marker_table_end_last_area(struct marker_table *table, const struct marker *markers)
{
    for (const struct marker *marker = markers; marker; marker = marker->next)
        set(record_of(table, marker->class_name), LAST_ENDING, marker);
}

const struct marker *marker_table_find(const struct marker_table *table, const char *class_name,
                                       enum marker_position position, enum marker_boundary boundary)
{
    static const enum sighting wanted[] = {[MARKER_FIRST_STARTING] = FIRST_STARTING,
                                           [MARKER_FIRST_INCLUDING_CARRYOVER] = FIRST_ANY,
                                           [MARKER_LAST_STARTING] = LAST_STARTING,
                                           [MARKER_LAST_ENDING] = LAST_ENDING};
    bool from_end = position == MARKER_LAST_STARTING || position == MARKER_LAST_ENDING;
    const struct record *record = find(table, class_name);
    if (!record)
        return NULL;
    const struct marker *marker = record->seen[wanted[position]];
    if (!marker)
        marker = record->seen[from_end ? LAST_ANY : FIRST_ANY];
    if (marker || boundary == MARKER_BOUNDARY_PAGE ||
        (boundary == MARKER_BOUNDARY_SEQUENCE && record->carried_in != table->sequence))
        return marker;
    return record->seen[CARRIED];
}
