/* Areas (XSL 1.1 §4): what layout makes and the painter draws. A tree; positions are relative to
 * the parent area's top left. Areas live in a chunk (chunk.h) and are not changed once laid out, so
 * that a repeated table head is painted from the same areas on every page. */
#ifndef YINFA_FORMAT_AREA_H
#define YINFA_FORMAT_AREA_H

#include "base/arena.h"
#include "format/device.h"
#include "format/traits.h"

enum area_kind {
    AREA_BLOCK, /* a box with children */
    AREA_TEXT,  /* a row of glyphs; x, y: origin of the first glyph on the baseline */
    AREA_RULE,  /* a straight line from (x, y) to (x + width, y + height) */
    AREA_IMAGE,
    AREA_DRAWING, /* vector art (drawing.h): SVG, QR codes */
    AREA_FIELD,   /* a page number that is known when the page is painted; x, y: baseline */
    AREA_REPEATED /* a child painted again as an artifact: `first` is borrowed */
};

/* Borders, padding and background as they are at one width. */
struct box {
    struct border border[SIDE_COUNT];
    millipoint padding[SIDE_COUNT];
    bool retain[SIDE_COUNT]; /* at a break, border and padding stay */
    struct colour background;
    const struct traits *backdrop; /* with a background_tile; NULL: there is none */
};

enum field_kind { FIELD_PAGE, FIELD_CITATION, FIELD_CITATION_LAST };

struct field {
    enum field_kind kind;
    const char *reference; /* id, for citations */
    const struct traits *traits;
    bool at_end; /* aligned to the end of its place, else centred */
    long line;   /* of the FO node */
};

struct image_content {
    const void *bytes;
    size_t length;
    const char *name; /* of the file, for findings */
    long line;        /* of the FO node */
    const char *digest;
    int rotation;  /* of the picture within its area: 0, 90, 180, 270 anticlockwise … */
    bool mirrored; /* … after it was mirrored left to right */
};

/* Where a basic-link leads (XSL 1.1 §6.9.2); lives with the run. */
struct link_target {
    const char *uri;         /* external-destination; or NULL and */
    const char *destination; /* internal-destination: an id */
    const char *alternative; /* in words, for readers; may be NULL */
};

struct drawing;

struct area {
    enum area_kind kind;
    millipoint x, y, width, height;
    struct area *first, *last, *next;
    const struct box *box;           /* may be NULL */
    bool omit_before, omit_after;    /* edges lost at a page break */
    bool clip;                       /* what is inside is cut at its edges */
    bool fixed;                      /* placed from the page's corner, not the parent's */
    int rotation;                    /* 0, 90, 180, 270 anticlockwise: of what is inside */
    const struct structure_tag *tag; /* may be NULL */
    const char *id;                  /* may be NULL */
    const struct link_target *link;  /* where the area leads; may be NULL */
    union {
        struct glyph_run run; /* x, y are set when painted */
        struct {
            millipoint x, y; /* relative-position: from where it would stand */
            millipoint odd,
                even; /* on pages with odd and even numbers: text-align inside, outside */
        } moved;      /* BLOCK */
        struct {
            millipoint thickness;
            int32_t style;
            struct colour colour;
        } rule;
        struct image_content image;
        const struct drawing *drawing; /* not owned: it lives with the run */
        struct field field;
    } content;
};

struct area *area_new(struct arena *arena, enum area_kind kind);
void area_append(struct area *parent, struct area *child);

/* A straight line. */
struct area *area_rule(struct arena *arena, millipoint x, millipoint y, millipoint width,
                       millipoint height, const struct border *border);

/* Border and padding on one side together. */
millipoint box_edge(const struct box *box, enum side side);

/* The box that traits ask for; NULL if there is nothing to it. Percentages refer to `width`. */
const struct box *box_new(struct arena *arena, const struct traits *traits, millipoint width);

/* How far relative-position moves an object (XSL 1.1 §7.6.3, after CSS2 §9.4.3) in a containing
 * block of that size. */
void area_relative_offset(const struct traits *traits, millipoint width, millipoint height,
                          millipoint *x, millipoint *y);

#endif
