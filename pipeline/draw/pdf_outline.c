/* Bookmarks come in order, each with its level; the entries of the outline point at each other, so
 * all are kept until the last has come. Each entry's kids, and how many of them are seen, follow
 * from the levels in one pass with a stack of open levels. Caller: the PDF device. */
#include "draw/pdf_outline.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/pdf_link.h"

struct entry {
    char *title;
    char *target; /* a URI or the name of a destination */
    bool is_uri;
    int level;
    bool closed;
    unsigned object;
    size_t parent, previous, next; /* index + 1; 0 = none */
    size_t first, last;            /* kids */
    int visible;                   /* entries seen below it when it is open */
};

struct pdf_outline {
    struct pdf_file *file;
    struct pdf_destinations *destinations;
    struct entry *entries; /* [0] is the outline itself */
    size_t count, capacity;
};

static struct entry *add_entry(struct pdf_outline *outline)
{
    if (outline->count == outline->capacity) {
        outline->capacity = outline->capacity ? outline->capacity * 2 : 16;
        outline->entries =
            memory_resize(outline->entries, outline->capacity, sizeof *outline->entries);
    }
    struct entry *entry = &outline->entries[outline->count++];
    *entry = (struct entry){.object = pdf_file_reserve(outline->file)};
    return entry;
}

struct pdf_outline *pdf_outline_new(struct pdf_file *file, struct pdf_destinations *destinations)
{
    struct pdf_outline *outline = memory_new(1, sizeof *outline);
    outline->file = file;
    outline->destinations = destinations;
    return outline;
}

void pdf_outline_free(struct pdf_outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        free(outline->entries[i].title);
        free(outline->entries[i].target);
    }
    free(outline->entries);
    free(outline);
}

/* The last entry above `level`, index + 1: climbs from the entry added last. */
static size_t parent_for(const struct pdf_outline *outline, int level)
{
    size_t at = outline->count;
    while (at > 1 && outline->entries[at - 1].level >= level)
        at = outline->entries[at - 1].parent;
    return at;
}

void pdf_outline_add(struct pdf_outline *outline, const struct bookmark *bookmark)
{
    if (outline->count == 0)
        add_entry(outline);
    size_t parent = parent_for(outline, bookmark->level);
    struct entry *entry = add_entry(outline);
    entry->title = memory_copy(bookmark->title);
    entry->is_uri = bookmark->uri != NULL;
    entry->target = memory_copy(entry->is_uri ? bookmark->uri : bookmark->destination);
    entry->level = bookmark->level;
    entry->closed = bookmark->closed;
    entry->parent = parent;
    struct entry *above = &outline->entries[parent - 1];
    entry->previous = above->last;
    if (above->last)
        outline->entries[above->last - 1].next = outline->count;
    else
        above->first = outline->count;
    above->last = outline->count;
}

/* Kids come after their parent: from the last entry to the first, each counts in the one above. */
static void count_visible(struct pdf_outline *outline)
{
    for (size_t i = outline->count - 1; i > 0; i--) {
        const struct entry *entry = &outline->entries[i];
        outline->entries[entry->parent - 1].visible += 1 + (entry->closed ? 0 : entry->visible);
    }
}

static void put_entry(const struct pdf_outline *outline, HPDF_Dict dictionary, const char *key,
                      size_t entry)
{
    if (entry)
        pdf_put_reference(outline->file, dictionary, key, outline->entries[entry - 1].object);
}

static void write_entry(struct pdf_outline *outline, const struct entry *entry, unsigned first_page)
{
    HPDF_Dict dictionary = pdf_dictionary(outline->file);
    if (entry->title) {
        pdf_put_text(outline->file, dictionary, "Title", entry->title);
        if (entry->is_uri)
            pdf_link_put_action(outline->file, dictionary, entry->target);
        else
            pdf_put_object(dictionary, "Dest",
                           pdf_destination_array(outline->destinations, entry->target, first_page));
    } else {
        pdf_put_name(dictionary, "Type", "Outlines");
    }
    put_entry(outline, dictionary, "Parent", entry->parent);
    put_entry(outline, dictionary, "Prev", entry->previous);
    put_entry(outline, dictionary, "Next", entry->next);
    put_entry(outline, dictionary, "First", entry->first);
    put_entry(outline, dictionary, "Last", entry->last);
    if (entry->visible)
        pdf_put_number(dictionary, "Count", entry->closed ? -entry->visible : entry->visible);
    pdf_write(outline->file, entry->object, dictionary);
}

void pdf_outline_write(struct pdf_outline *outline, unsigned first_page, HPDF_Dict catalog)
{
    if (outline->count == 0)
        return;
    count_visible(outline);
    for (size_t i = 0; i < outline->count; i++)
        write_entry(outline, &outline->entries[i], first_page);
    pdf_put_reference(outline->file, catalog, "Outlines", outline->entries[0].object);
    pdf_put_name(catalog, "PageMode", "UseOutlines");
}
