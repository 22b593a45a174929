/* The tee: each call goes to the first device and, if that succeeded, to the second. Places that
 * are settled later have an id with each device; the tee hands out its own. Called by publish/. */
#include "draw/tee.h"

#include <stdlib.h>

#include "base/memory.h"

struct place {
    unsigned first, second;
};

struct tee_device {
    struct device device;
    const struct device *first, *second;
    struct place *places; /* of id n at [n - 1] */
    size_t place_count, place_capacity;
};

static int information(void *state, const struct document_information *told)
{
    const struct tee_device *tee = state;
    int status = tee->first->information(tee->first->state, told);
    return status == 0 ? tee->second->information(tee->second->state, told) : status;
}

static int begin_page(void *state, const struct page_geometry *page)
{
    const struct tee_device *tee = state;
    int status = tee->first->begin_page(tee->first->state, page);
    return status == 0 ? tee->second->begin_page(tee->second->state, page) : status;
}

static int end_page(void *state)
{
    const struct tee_device *tee = state;
    int status = tee->first->end_page(tee->first->state);
    return status == 0 ? tee->second->end_page(tee->second->state) : status;
}

static int glyphs(void *state, const struct glyph_run *run)
{
    const struct tee_device *tee = state;
    int status = tee->first->glyphs(tee->first->state, run);
    return status == 0 ? tee->second->glyphs(tee->second->state, run) : status;
}

static int path(void *state, const struct path *drawn)
{
    const struct tee_device *tee = state;
    int status = tee->first->path(tee->first->state, drawn);
    return status == 0 ? tee->second->path(tee->second->state, drawn) : status;
}

static int image(void *state, const struct image *placed)
{
    const struct tee_device *tee = state;
    int status = tee->first->image(tee->first->state, placed);
    return status == 0 ? tee->second->image(tee->second->state, placed) : status;
}

static int begin_clip(void *state, const struct path *clip)
{
    const struct tee_device *tee = state;
    int status = tee->first->begin_clip(tee->first->state, clip);
    return status == 0 ? tee->second->begin_clip(tee->second->state, clip) : status;
}

static int end_clip(void *state)
{
    const struct tee_device *tee = state;
    int status = tee->first->end_clip(tee->first->state);
    return status == 0 ? tee->second->end_clip(tee->second->state) : status;
}

static int begin_tag(void *state, const struct structure_tag *tag)
{
    const struct tee_device *tee = state;
    int status = tee->first->begin_tag(tee->first->state, tag);
    return status == 0 ? tee->second->begin_tag(tee->second->state, tag) : status;
}

static int end_tag(void *state)
{
    const struct tee_device *tee = state;
    int status = tee->first->end_tag(tee->first->state);
    return status == 0 ? tee->second->end_tag(tee->second->state) : status;
}

/* A group is drawn as long as one of them does not know it. */
static int begin_group(void *state, const struct group *group)
{
    const struct tee_device *tee = state;
    int first = tee->first->begin_group(tee->first->state, group);
    int second = first < 0 ? -1 : tee->second->begin_group(tee->second->state, group);
    return first < 0 || second < 0 ? -1 : first == 1 && second == 1;
}

static int end_group(void *state)
{
    const struct tee_device *tee = state;
    int status = tee->first->end_group(tee->first->state);
    return status == 0 ? tee->second->end_group(tee->second->state) : status;
}

static int link_area(void *state, const struct link *link)
{
    const struct tee_device *tee = state;
    int status = tee->first->link(tee->first->state, link);
    return status == 0 ? tee->second->link(tee->second->state, link) : status;
}

static int bookmark(void *state, const struct bookmark *entry)
{
    const struct tee_device *tee = state;
    int status = tee->first->bookmark(tee->first->state, entry);
    return status == 0 ? tee->second->bookmark(tee->second->state, entry) : status;
}

static int destination(void *state, const char *name, millipoint y)
{
    const struct tee_device *tee = state;
    int status = tee->first->destination(tee->first->state, name, y);
    return status == 0 ? tee->second->destination(tee->second->state, name, y) : status;
}

static int later(void *state, unsigned *id)
{
    struct tee_device *tee = state;
    struct place place;
    if (tee->first->later(tee->first->state, &place.first) != 0 ||
        tee->second->later(tee->second->state, &place.second) != 0)
        return -1;
    if (tee->place_count == tee->place_capacity) {
        tee->place_capacity = tee->place_capacity ? tee->place_capacity * 2 : 16;
        tee->places = memory_resize(tee->places, tee->place_capacity, sizeof *tee->places);
    }
    tee->places[tee->place_count++] = place;
    *id = (unsigned)tee->place_count;
    return 0;
}

static int settle(void *state, unsigned id, const struct glyph_run *run)
{
    const struct tee_device *tee = state;
    const struct place *place = &tee->places[id - 1];
    int status = tee->first->settle(tee->first->state, place->first, run);
    return status == 0 ? tee->second->settle(tee->second->state, place->second, run) : status;
}

struct tee_device *tee_open(const struct device *first, const struct device *second)
{
    struct tee_device *tee = memory_new(1, sizeof *tee);
    tee->first = first;
    tee->second = second;
    tee->device = (struct device){.state = tee,
                                  .whole_structure = first->whole_structure,
                                  .information = information,
                                  .begin_page = begin_page,
                                  .end_page = end_page,
                                  .glyphs = glyphs,
                                  .path = path,
                                  .image = image,
                                  .begin_clip = begin_clip,
                                  .end_clip = end_clip,
                                  .begin_tag = begin_tag,
                                  .end_tag = end_tag,
                                  .begin_group = begin_group,
                                  .end_group = end_group,
                                  .link = link_area,
                                  .bookmark = bookmark,
                                  .destination = destination,
                                  .later = later,
                                  .settle = settle};
    return tee;
}

const struct device *tee_as_device(struct tee_device *tee)
{
    return &tee->device;
}

void tee_close(struct tee_device *tee)
{
    free(tee->places);
    free(tee);
}
