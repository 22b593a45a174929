/* Destinations in order of first mention, found by name through a hash table: a book may hold
 * thousands. They are written at the end, and only those that something leads to. Caller: the PDF
 * device. */
#include "draw/pdf_destination.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_SLOTS = 64 };

struct destination {
    char *name;
    unsigned object; /* 0 = nothing leads here */
    unsigned page;   /* its object; 0 = not placed yet */
    millipoint y;
};

struct pdf_destinations {
    struct pdf_file *file;
    struct destination *all;
    size_t count;
    size_t *slots;     /* index + 1 in `all`; 0 = free */
    size_t slot_count; /* a power of two, at least twice the count */
};

struct pdf_destinations *pdf_destinations_new(struct pdf_file *file)
{
    struct pdf_destinations *destinations = memory_new(1, sizeof *destinations);
    destinations->file = file;
    return destinations;
}

void pdf_destinations_free(struct pdf_destinations *destinations)
{
    for (size_t i = 0; i < destinations->count; i++)
        free(destinations->all[i].name);
    free(destinations->all);
    free(destinations->slots);
    free(destinations);
}

/* The slot of a name, or the free one where it belongs. FNV-1a: any spread will do. */
static size_t *slot_of(const struct pdf_destinations *destinations, const char *name)
{
    uint32_t hash = UINT32_C(2166136261);
    for (const char *c = name; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT32_C(16777619);
    size_t mask = destinations->slot_count - 1, at = hash & mask;
    while (destinations->slots[at] &&
           strcmp(destinations->all[destinations->slots[at] - 1].name, name) != 0)
        at = (at + 1) & mask;
    return &destinations->slots[at];
}

static void widen(struct pdf_destinations *destinations)
{
    size_t count = destinations->slot_count ? destinations->slot_count * 2 : FIRST_SLOTS;
    free(destinations->slots);
    destinations->slots = memory_new(count, sizeof *destinations->slots);
    destinations->slot_count = count;
    destinations->all = memory_resize(destinations->all, count / 2, sizeof *destinations->all);
    for (size_t i = 0; i < destinations->count; i++)
        *slot_of(destinations, destinations->all[i].name) = i + 1;
}

/* The record of a name, new if need be. */
static struct destination *record_of(struct pdf_destinations *destinations, const char *name)
{
    if (destinations->count * 2 >= destinations->slot_count)
        widen(destinations);
    size_t *slot = slot_of(destinations, name);
    if (!*slot) {
        destinations->all[destinations->count] = (struct destination){.name = memory_copy(name)};
        *slot = ++destinations->count;
    }
    return &destinations->all[*slot - 1];
}

unsigned pdf_destination_of(struct pdf_destinations *destinations, const char *name)
{
    struct destination *destination = record_of(destinations, name);
    if (!destination->object)
        destination->object = pdf_file_reserve(destinations->file);
    return destination->object;
}

void pdf_destination_place(struct pdf_destinations *destinations, const char *name, unsigned page,
                           millipoint y)
{
    struct destination *destination = record_of(destinations, name);
    if (destination->page)
        return;
    destination->page = page;
    destination->y = y;
}

static HPDF_Array array_of(const struct pdf_destinations *destinations,
                           const struct destination *destination, unsigned first_page)
{
    struct pdf_file *file = destinations->file;
    HPDF_Array array = pdf_array(file);
    pdf_add_reference(file, array, destination->page ? destination->page : first_page);
    pdf_add_name(array, "XYZ");
    pdf_add_null(file, array);
    if (destination->page)
        pdf_add_length(array, destination->y / 1000.0);
    else
        pdf_add_null(file, array);
    pdf_add_null(file, array);
    return array;
}

HPDF_Array pdf_destination_array(struct pdf_destinations *destinations, const char *name,
                                 unsigned first_page)
{
    return array_of(destinations, record_of(destinations, name), first_page);
}

void pdf_destinations_write(struct pdf_destinations *destinations, unsigned first_page)
{
    for (size_t i = 0; i < destinations->count; i++) {
        const struct destination *destination = &destinations->all[i];
        if (destination->object)
            pdf_write(destinations->file, destination->object,
                      array_of(destinations, destination, first_page));
    }
}
