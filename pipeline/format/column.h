/* Filling one column (a page's body, a table cell, a container) from the front of a vertical list:
 * where does it end, and where do things stand. */
#ifndef YINFA_FORMAT_COLUMN_H
#define YINFA_FORMAT_COLUMN_H

#include "format/report.h"
#include "format/vertical.h"

/* Frames that are open at the top of a column. */
struct frame_stack {
    struct frame **frames;
    size_t count, capacity;
};

enum column_end {
    COLUMN_MORE,  /* everything fits so far: push more, or the flow is done */
    COLUMN_BREAK, /* full: `end` elements stand in the column */
    COLUMN_FORCED /* a forced break stands at `end` */
};

/* The scan of a list against a column's height. It goes on where it stopped as elements come in. */
struct column_scan {
    millipoint height; /* of the column; 0 = no limit */
    size_t at;         /* next element to look at */
    int64_t used;      /* height of what was scanned */
    int64_t closing;   /* what open frames need at a break: table feet, retained edges */
    bool filled;       /* a box stands in the column */
    bool parted;       /* a box was taken apart to fill it */
    size_t run;        /* first element of the run of spaces being scanned */
    bool in_run;
    size_t best; /* the break to take; SIZE_MAX = none yet */
    int32_t best_strength;
    size_t end;    /* result: number of elements in the column */
    bool overfull; /* result: a box alone is too high; `end` includes it */
    bool kept;     /* result: a keep "always" had to be broken */
};

void column_scan_begin(struct column_scan *scan, millipoint height, const struct frame_stack *open);
enum column_end column_scan_more(struct column_scan *scan, struct vertical_list *list);

/* Places the first `count` elements into `column` (its width is set; its height becomes that of the
 * content). Frames open at its top and at its foot are in `open`. Areas of fragments are made in
 * `arena`. Does not drop the elements. */
void column_place(struct vertical_list *list, size_t count, struct frame_stack *open,
                  struct area *column, struct arena *arena);

/* Places a whole list and returns its area, as high as its content. */
struct area *column_place_all(struct vertical_list *list, millipoint width, struct arena *arena);

void frame_stack_free(struct frame_stack *stack);

#endif
