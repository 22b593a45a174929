/* The body of one page while it is being filled from the flow's vertical list: spans of columns one
 * below the other (XSL 1.1 §6.4.14), floats above them and footnotes below (§6.12). Elements stay
 * in the list until the page is placed, because a footnote in the second column shortens the first.
 */
#ifndef YINFA_FORMAT_PAGE_FILL_H
#define YINFA_FORMAT_PAGE_FILL_H

#include "format/column.h"
#include "format/report.h"

struct page_body {
    millipoint width, height;    /* of the body's content rectangle */
    unsigned columns;            /* at least 1 */
    millipoint gap;              /* between columns */
    bool odd;                    /* the page's number is */
    struct area *note_separator; /* laid out; NULL = none */
    struct area *float_separator;
};

/* The width of one of its columns. */
millipoint page_column_width(const struct page_body *body);

enum page_end {
    PAGE_MORE,  /* there is room: push more, or the flow is done */
    PAGE_FULL,  /* to be placed */
    PAGE_FORCED /* to be placed if anything stands on it; a forced break follows */
};

struct page_fill;

/* Fills from `list`, which stays the caller's and is only dropped from by page_fill_place(). */
struct page_fill *page_fill_new(struct vertical_list *list, struct report *report);
void page_fill_free(struct page_fill *fill);

/* Begins a page, or begins the one being filled anew with another body. */
void page_fill_begin(struct page_fill *fill, const struct page_body *body);

/* Goes on with what came into the list. */
enum page_end page_fill_more(struct page_fill *fill);

/* The flow is done: nothing more comes into the list. */
void page_fill_end(struct page_fill *fill);

/* After page_fill_end(), when page_fill_more() said PAGE_MORE: the page ends with what is on it.
 * Its columns are not balanced; only those above an object that spans all of them are. */
void page_fill_close(struct page_fill *fill);

/* Whether nothing stands on the page. */
bool page_fill_is_empty(const struct page_fill *fill);

/* Whether footnotes or floats wait for a page after this one. */
bool page_fill_has_carried(const struct page_fill *fill);

/* The keyword of the forced break that ended the page. */
int32_t page_fill_forced_break(const struct page_fill *fill);

/* Makes the body's area in `arena` and reports what did not fit. Markers are entered in `seen`.
 * After it the areas may be painted; then page_fill_drop() lets the elements go. */
struct area *page_fill_place(struct page_fill *fill, struct arena *arena,
                             struct marker_table *seen);
void page_fill_drop(struct page_fill *fill);

/* An empty page meets a forced break: what stands before it is passed over, and the break. */
void page_fill_skip_break(struct page_fill *fill);

#endif
