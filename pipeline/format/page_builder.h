/* A page sequence: pages are filled from the vertical list as the flow is laid out, painted and let
 * go. */
#ifndef YINFA_FORMAT_PAGE_BUILDER_H
#define YINFA_FORMAT_PAGE_BUILDER_H

#include "format/page_master.h"
#include "format/painter.h"

/* Numbering that goes on from one page sequence to the next. */
struct page_count {
    unsigned pages;  /* in the document so far */
    unsigned number; /* of the next page as printed */
    bool blank;      /* the page before that is */
};

/* Lays out and paints one fo:page-sequence. -1 if the device or the source failed. */
int page_builder_run(struct formatter *formatter, struct painter *painter,
                     const struct page_masters *masters, const xmlNode *node,
                     const struct traits *root, struct page_count *count);

#endif
