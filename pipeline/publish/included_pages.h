/* Putting the pages of one FO tree into another, so that nothing of the two clashes and both look
 * as they do alone. Private to publish/. */
#ifndef YINFA_PUBLISH_INCLUDED_PAGES_H
#define YINFA_PUBLISH_INCLUDED_PAGES_H

#include "format/fo_source.h"

/* What is put in. */
struct included_pages {
    const struct fo_source *source; /* its FO */
    const char *prefix;             /* put before names of page masters and before ids */
    const char *folder;             /* resolved: relative names of images are meant from there */
};

/* Replaces `node`, a child of the fo:root of `into`, by the page sequences of `pages`; its page
 * masters and bookmarks go to where they belong. -1: `into` is no fo:root with page masters, the
 * source failed, or it is nested too deeply; then `into` is not to be used. */
int included_pages_insert(const struct included_pages *pages, xmlDoc *into, xmlNode *node);

#endif
