/* One page read by eye: its rows of text from top to bottom, its level rules, its page number, its
 * seals. Private to ruler/. */
#ifndef YINFA_RULER_PAGE_READING_H
#define YINFA_RULER_PAGE_READING_H

#include "base/arena.h"
#include "definitions/profile.h"
#include "draw/marks.h"

/* A row of text: the em boxes of its glyphs, 0.88 em above and 0.12 em below the baseline (XSL 1.1
 * and GB/T 9704 measure glyphs by their body). White space at its ends does not count. */
struct row {
    struct mark_box box;
    millipoint size; /* of its largest glyphs */
    millipoint baseline;
    bool red;
    const char *text;
    const struct text_mark **texts; /* from left to right */
    size_t text_count;
};

/* A level rule: a thin filled box or a line. */
struct level_rule {
    struct mark_box box;
    bool red;
};

struct page_reading {
    const struct page_marks *marks;
    unsigned number; /* 1-based */
    bool landscape;  /* all text but the page number is turned; then rows are read as turned, with
                      * coordinates to match */
    bool wrongly_turned;  /* some text is turned, and not 90 degrees anticlockwise */
    bool turned;          /* some text is turned */
    struct mark_box area; /* the type area in the coordinates of the rows */
    struct row *rows;     /* from top to bottom, without the page number */
    size_t row_count;
    const struct row *page_number; /* upright; NULL: there is none */
    struct level_rule *rules;      /* from top to bottom */
    size_t rule_count;
    struct mark_box painted; /* around all that is drawn of straight lines and not red: tables,
                              * areas; within the type area if there is none */
    struct mark_box *seals;  /* red and round, or pictures of a seal's size; upright pages */
    size_t seal_count;
};

/* Reads a page; everything lives in `arena`, marks are borrowed. */
void page_read(const struct page_marks *marks, const struct profile *profile, struct arena *arena,
               struct page_reading *page);

/* Whether text, rules or figures lie on the page at all, page number aside. */
bool page_is_blank(const struct page_reading *page);

/* The tight box of a row's ink; false if it has none. */
bool row_ink(const struct row *row, struct mark_box *box);

/* The last piece of a row, where it is set apart by more than half an em: a date beside names. The
 * whole row if it is in one piece. In `arena`. */
struct row row_tail(const struct row *row, struct arena *arena);

/* From a row's size to another: do they differ by less than 0.1 pt? */
bool row_has_size(const struct row *row, millipoint size);

static inline millipoint box_middle(const struct mark_box *box)
{
    return box->left + (box->right - box->left) / 2;
}

#endif
