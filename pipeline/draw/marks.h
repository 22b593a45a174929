/* draw/marks: the device that keeps the marks of every page, for whoever measures finished pages
 * (ruler/). What is kept of a mark is what a ruler sees: where it lies, how large, in which colour,
 * and of text what it says. Coordinates as in device.h: 1/1000 pt from the page's top left corner,
 * y downwards.
 *
 * Repeated art (a seal) and figures are kept as one mark each: their paths and letters are no text
 * of the page. Clips are not regarded: what they cut off is kept as if it were seen. */
#ifndef YINFA_DRAW_MARKS_H
#define YINFA_DRAW_MARKS_H

#include "format/device.h"

struct mark_box {
    millipoint left, top, right, bottom;
};

/* A row of glyphs as the formatter gave it. */
struct text_mark {
    struct font_face *face; /* of the font set, which must outlive the marks */
    millipoint size;
    struct colour colour;
    millipoint x, y;  /* origin of the first glyph; baseline */
    millipoint width; /* of all advances */
    const struct glyph *glyphs;
    size_t count;
    const char *text; /* UTF-8, `length` bytes and a NUL */
    size_t length;
    int rotation; /* 0, 90, 180, 270 anticlockwise */
    bool askew;   /* set by a matrix: neither upright nor a quarter turn is known of it */
};

/* A path that paints something: rules, borders, backgrounds. */
struct shape_mark {
    struct mark_box box;  /* with the width of a stroke */
    struct colour colour; /* of the fill, or of the stroke if nothing is filled */
    bool curved;          /* not of straight lines alone */
};

/* An image file's picture, a group of repeated art, or a tagged figure. */
struct figure_mark {
    struct mark_box box;  /* of what was drawn */
    struct colour colour; /* the one colour of all its marks; `none` if they have several */
    bool empty;           /* nothing was drawn: the box says nothing */
};

struct page_marks {
    unsigned number; /* 1-based */
    millipoint width, height;
    const struct text_mark *texts;
    size_t text_count;
    const struct shape_mark *shapes;
    size_t shape_count;
    const struct figure_mark *figures;
    size_t figure_count;
};

struct marks;

/* Freed with marks_close(), with everything kept. */
struct marks *marks_open(void);
const struct device *marks_as_device(struct marks *marks);
void marks_close(struct marks *marks);

/* The pages so far, borrowed. */
size_t marks_page_count(const struct marks *marks);
const struct page_marks *marks_page(const struct marks *marks, size_t index);

/* The tight box of the outlines of an upright row of glyphs; false if it has none (white space). */
bool text_mark_ink(const struct text_mark *text, struct mark_box *box);

/* Makes `box` hold `other` too. */
void mark_box_join(struct mark_box *box, const struct mark_box *other);

#endif
