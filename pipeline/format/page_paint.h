/* A page's regions (XSL 1.1 §6.4.12) onto the device: static content is laid out for each page. */
#ifndef YINFA_FORMAT_PAGE_PAINT_H
#define YINFA_FORMAT_PAGE_PAINT_H

#include "format/page_master.h"
#include "format/painter.h"

/* The fo:static-content of a page sequence. */
struct page_statics {
    const struct traits *traits; /* of the page sequence */
    const xmlNode **nodes;
    size_t count, room;
};

struct page_sheet {
    const struct page_master *master;
    const struct page_statics *statics;
    unsigned number;   /* 1-based position in the document */
    const char *label; /* the page number as printed */
    bool even;         /* the page number is */
    const char *id;    /* of the page sequence: it stands on all its pages; may be NULL */
    struct area *body; /* NULL: a blank page */
};

/* The page's geometry, its regions and their content in reading order. `arena` takes the areas of
 * static content. -1 if the device failed. */
int page_paint(struct painter *painter, const struct page_sheet *sheet, struct arena *arena);

/* Lays out the static content with that flow-name for a place of that size, 0 = as high as it is;
 * NULL if there is none. */
struct area *page_static_area(struct formatter *formatter, const struct page_statics *statics,
                              const char *name, const char *label, millipoint width,
                              millipoint height, struct arena *arena);

#endif
