/* Filling one column (a page's body, a table cell, a container) from a vertical list: where does it
 * end (column_scan.c), and where do things stand (column_place.c). */
#ifndef YINFA_FORMAT_COLUMN_H
#define YINFA_FORMAT_COLUMN_H

#include "format/marker.h"
#include "format/report.h"
#include "format/vertical.h"

/* Frames that are open at the top of a column. */
struct frame_stack {
    struct frame **frames;
    size_t count, capacity;
};

void frame_stack_push(struct frame_stack *stack, struct frame *frame);
void frame_stack_free(struct frame_stack *stack);

/* What stands on the page beside its columns: floats above, footnotes below. */
struct column_outside {
    int64_t used;       /* height of all of it */
    bool notes, floats; /* there are some already: no more separator */
    bool notes_full;    /* a footnote was parted: nothing more fits */
    bool floats_full;   /* a float waits for the next page: those after it do, too */
    millipoint note_separator, float_separator; /* heights; 0 = none */
};

enum column_end {
    COLUMN_MORE,   /* everything fits so far: push more, or the flow is done */
    COLUMN_BREAK,  /* full: elements up to `end` stand in the column */
    COLUMN_FORCED, /* a forced break stands at `end` */
    COLUMN_SPAN    /* columns begin or end at `end` */
};

/* The scan of a list against a column's height. It goes on where it stopped as elements come in. */
struct column_scan {
    millipoint height; /* of the column and all that stands outside; 0 = no limit */
    size_t from;       /* first element of the column */
    size_t limit;      /* elements from here on are not looked at; SIZE_MAX = none */
    bool ended;        /* the list is complete: a forced break with nothing after it is none */
    bool trial;        /* nothing is changed: no box is taken apart, nothing is attached */
    bool may_be_empty; /* a box too high for what is left can go to the next page */
    int64_t reserved;  /* least height to leave for what stands outside */
    struct column_outside outside;
    size_t at;       /* next element to look at */
    int64_t used;    /* height of what was scanned */
    int64_t grid;    /* where lines of a grid are counted from */
    bool odd_page;   /* the column stands on a page of odd number */
    int64_t closing; /* what open frames need at a break: table feet, retained edges */
    bool filled;     /* a box stands in the column */
    bool marked;     /* something does: a box, an absolute area, an anchor */
    bool parted;     /* a box was taken apart to fill it */
    size_t run;      /* first element of the run of spaces being scanned */
    bool in_run;
    size_t best; /* the break to take; SIZE_MAX = none yet */
    int32_t best_strength;
    struct column_outside best_outside; /* as it was at that break */
    size_t end;                         /* result: one past the column's last element */
    bool overfull;                      /* result: a box alone is too high; `end` includes it */
    bool kept;                          /* result: a keep "always" had to be broken */
};

/* Begins at the front of the list, with these frames open. */
void column_scan_begin(struct column_scan *scan, millipoint height, const struct frame_stack *open);

/* Begins at element `from`: `open` are the frames open at the list's front, and what lies between
 * stands in columns before this one. */
void column_scan_begin_at(struct column_scan *scan, millipoint height,
                          const struct vertical_list *list, const struct frame_stack *open,
                          size_t from);
enum column_end column_scan_more(struct column_scan *scan, struct vertical_list *list);

/* Places elements [from, to) into `column` (its width is set; its height becomes that of the
 * content). Frames open at its top and at its foot are in `open`. Areas of fragments are made in
 * `arena`. Markers are entered in `seen` (may be NULL). `fill`: the height of an ELEMENT_FILL. Does
 * not drop the elements. */
void column_place_range(struct vertical_list *list, size_t from, size_t to,
                        struct frame_stack *open, struct area *column, millipoint fill,
                        struct arena *arena, struct marker_table *seen);

/* The first `count` elements. */
void column_place(struct vertical_list *list, size_t count, struct frame_stack *open,
                  struct area *column, struct arena *arena);

/* Places a whole list and returns its area, as high as its content. */
struct area *column_place_all(struct vertical_list *list, millipoint width, struct arena *arena);

/* The height of a whole list; `follows`: something stands above it, so that spaces at its top
 * count. */
millipoint column_height(struct vertical_list *list, bool follows);

/* --- What scan and placing share: the edges of frames and runs of spaces -----------------------
 */

/* Height of border and padding at the frame's beginning; `continues`: it began in an earlier
 * column. */
millipoint column_edge_before(const struct frame *frame, bool continues);

/* And at its end, or where it is broken. */
millipoint column_edge_after(const struct frame *frame, bool broken);

/* Height of a table's head and foot there. */
millipoint column_head_height(const struct frame *frame, bool continues);
millipoint column_foot_height(const struct frame *frame, bool broken);

/* The next line of a grid at or below `y`. */
int64_t column_snap(int64_t y, millipoint pitch);

/* The height of the spaces among elements [from, to) (XSL 1.1 §4.3.1). */
millipoint column_space(const struct element *elements, size_t from, size_t to, bool at_top);

#endif
