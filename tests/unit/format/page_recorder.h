/* A device for tests: keeps each line of text (one glyphs call a line in one face) and counts. */
#ifndef YINFA_TESTS_FORMAT_PAGE_RECORDER_H
#define YINFA_TESTS_FORMAT_PAGE_RECORDER_H

#include <string.h>

#include "base/buffer.h"
#include "format/device.h"

struct recorder {
    struct buffer text; /* all runs: "page y text\n" if `keep` */
    bool keep;
    unsigned pages;
    size_t runs, bytes; /* of text */
    int open_tags;
    unsigned later;
};

static int recorder_page(void *state, const struct page_geometry *page)
{
    (void)page;
    ((struct recorder *)state)->pages++;
    return 0;
}

static int recorder_glyphs(void *state, const struct glyph_run *run)
{
    struct recorder *recorder = state;
    recorder->runs++;
    recorder->bytes += run->length;
    if (recorder->keep) {
        buffer_print(&recorder->text, "%u %d ", recorder->pages, run->y);
        buffer_append(&recorder->text, run->text, run->length);
        buffer_byte(&recorder->text, '\n');
    }
    return 0;
}

static int recorder_nothing(void *state)
{
    (void)state;
    return 0;
}

static int recorder_path(void *state, const struct path *path)
{
    (void)state, (void)path;
    return 0;
}

static int recorder_image(void *state, const struct image *image)
{
    (void)state, (void)image;
    return 0;
}

static int recorder_tag(void *state, const struct structure_tag *tag)
{
    (void)tag;
    ((struct recorder *)state)->open_tags++;
    return 0;
}

static int recorder_end_tag(void *state)
{
    ((struct recorder *)state)->open_tags--;
    return 0;
}

static int recorder_later(void *state, unsigned *id)
{
    *id = ++((struct recorder *)state)->later;
    return 0;
}

static int recorder_settle(void *state, unsigned id, const struct glyph_run *run)
{
    (void)id;
    return recorder_glyphs(state, run);
}

static int recorder_information(void *state, const struct document_information *information)
{
    (void)state;
    (void)information;
    return 0;
}

static struct device recorder_device(struct recorder *recorder)
{
    return (struct device){.state = recorder,
                           .information = recorder_information,
                           .begin_page = recorder_page,
                           .end_page = recorder_nothing,
                           .glyphs = recorder_glyphs,
                           .path = recorder_path,
                           .image = recorder_image,
                           .begin_clip = recorder_path,
                           .end_clip = recorder_nothing,
                           .begin_tag = recorder_tag,
                           .end_tag = recorder_end_tag,
                           .later = recorder_later,
                           .settle = recorder_settle};
}

#endif
