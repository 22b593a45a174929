/* What hangs on a box of the vertical list without standing in it: footnotes and floats, laid out
 * apart, and markers. Whatever page the box comes to stand on decides where they go (page_fill.h).
 * Inner lists (table cells, containers) have no pages: what is found in them waits in the
 * formatter's `pending` until the box they end up in is pushed to the page's list. */
#ifndef YINFA_FORMAT_ATTACHMENT_H
#define YINFA_FORMAT_ATTACHMENT_H

#include <stdbool.h>

#include "base/length.h"

struct apart;
struct marker;

enum attachment_kind { ATTACHMENT_NOTE, ATTACHMENT_FLOAT, ATTACHMENT_MARKER };

struct attachment {
    enum attachment_kind kind;
    const struct apart *apart;   /* NOTE, FLOAT (apart.h) */
    const struct marker *marker; /* MARKER (marker.h) */
    bool deferred;               /* FLOAT: the page had no room for it; set by the scan */
    struct attachment *next;
};

/* A list in the order of the text. Attachments live in the chunk of their list. */
struct attachments {
    struct attachment *first, *last;
};

void attachment_append(struct attachments *attachments, struct attachment *attachment);

#endif
