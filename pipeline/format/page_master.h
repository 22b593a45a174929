/* Page masters and page-sequence masters (XSL 1.1 §6.4): which page comes next, and where its
 * regions lie. */
#ifndef YINFA_FORMAT_PAGE_MASTER_H
#define YINFA_FORMAT_PAGE_MASTER_H

#include "format/formatter.h"

enum region_place {
    REGION_BODY,
    REGION_BEFORE,
    REGION_AFTER,
    REGION_START,
    REGION_END,
    REGION_COUNT
};

/* A region: its border box on the page. */
struct region {
    bool present;
    const char *name;
    millipoint x, y, width, height;
    const struct traits *traits;
    const struct box *box;
};

struct page_master {
    const char *name;
    long line;
    millipoint width, height;
    bool too_small;       /* leaves no room for the body; reported */
    int rotation;         /* of everything on the page: 0, 90, 180, 270 anticlockwise */
    struct region turned; /* if turned: the page's content rectangle; regions lie in it as they
                           * do before it is turned */
    struct region regions[REGION_COUNT];
    struct page_master *next;
};

/* The content rectangle of a region as those lay it out who fill it: turned by its
 * reference-orientation. */
struct region_content {
    millipoint width, height;
    int rotation;
};
struct region_content region_content(const struct region *region);

struct page_masters;

/* Reads fo:layout-master-set into the formatter's arena. Masters without a name, names given twice
 * and regions that are there twice or not at all are reported. */
struct page_masters *page_master_read(struct formatter *formatter, const xmlNode *set,
                                      const struct traits *traits);

/* Whether a region of some page master has the name. */
bool page_master_has_region(const struct page_masters *masters, const char *name);

/* A page sequence's way through its masters. */
struct page_choice {
    const struct page_master *only; /* master-reference names a simple page master */
    const struct page_sequence_master *sequence;
    unsigned page; /* pages chosen so far */
    bool reported;
};

struct page_wish {
    unsigned number; /* page number, for odd and even */
    bool first, last, blank;
    bool after_blank; /* the page before it is a blank one */
};

/* Begins a page sequence; false (reported) if there is no such master. */
bool page_master_begin(struct formatter *formatter, const struct page_masters *masters,
                       const char *reference, const xmlNode *node, struct page_choice *choice);

/* The master for the next page, without moving on: page_choice.page counts. */
const struct page_master *page_master_choose(struct formatter *formatter,
                                             const struct page_masters *masters,
                                             struct page_choice *choice, const xmlNode *node,
                                             struct page_wish wish);

/* Whether some alternative of the sequence is for last or only pages. */
bool page_master_knows_last(const struct page_choice *choice);

#endif
