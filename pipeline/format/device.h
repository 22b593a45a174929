/* The device: what a finished page is given to, mark by mark in painting order, page by page. The
 * formatter calls; draw/pdf and draw/trace (and later OFD) implement. Coordinates: 1/1000 pt,
 * origin at the top left of the page, y downwards; text positions are baselines. All pointers are
 * borrowed for the call. Every function returns 0, or -1 after reporting a failure; the formatter
 * then stops. */
#ifndef YINFA_FORMAT_DEVICE_H
#define YINFA_FORMAT_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "type/font_face.h"

struct colour {
    uint8_t red, green, blue;
    bool none; /* transparent: nothing is painted */
};

/* An affine map in the page's coordinates (y downwards): (u, v) goes to (a u + c v + x,
 * b u + d v + y). a … d are in 1/65536. */
struct matrix {
    int32_t a, b, c, d;
    millipoint x, y;
};

enum { MATRIX_ONE = 65536 };

/* A row of glyphs of one face, size and colour on one baseline. */
struct glyph_run {
    struct font_face *face;
    millipoint size; /* font size */
    struct colour colour;
    millipoint x, y;            /* origin of the first glyph; baseline */
    const struct glyph *glyphs; /* positions follow from the advances as laid out, offsets apply */
    size_t count;
    const char *text;            /* UTF-8 of the run; glyph clusters are byte offsets into it */
    size_t length;               /* bytes of text */
    int rotation;                /* 0, 90, 180, 270 degrees anticlockwise about (x, y) */
    const struct matrix *matrix; /* NULL, or: instead of `rotation`, the row lies as a … d say, its
                                  * origin still at (x, y); the matrix's own x, y are not used */
    millipoint embolden;         /* synthetic weight: outlines are stroked that wide; else 0 */
    int32_t slant;               /* synthetic oblique: to the right per upwards, 1/1000; else 0 */
    int32_t transparency;        /* 0 = opaque … 1000 */
};

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE }; /* CURVE takes three points */

enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

struct gradient_stop {
    int32_t offset; /* 1/1000 of the way, not descending */
    struct colour colour;
};

/* A gradient without end (SVG 1.1 §13.2, spreadMethod pad): along the line from `from` to `to`, or
 * (radial) from the focus `from` to the circle about `to`. */
struct gradient {
    bool radial;
    millipoint from[2], to[2];
    millipoint radius;           /* radial */
    const struct matrix *matrix; /* from these coordinates to the page's; NULL = none */
    const struct gradient_stop *stops;
    size_t stop_count; /* at least two */
};

struct path {
    const enum path_verb *verbs;
    size_t verb_count;
    const millipoint (*points)[2]; /* x, y in the order the verbs consume them */
    size_t point_count;
    struct colour fill;
    struct colour stroke;
    millipoint stroke_width;
    const millipoint *dashes; /* on, off, … ; NULL = solid */
    size_t dash_count;
    millipoint dash_offset;          /* into the dashes, where the line begins; not negative */
    bool even_odd;                   /* fill rule; default nonzero */
    const struct gradient *gradient; /* fills instead of `fill`; NULL = none */
    enum line_cap cap;
    enum line_join join;
    int32_t miter_limit;                            /* 1/1000; 0 = 10 */
    int32_t fill_transparency, stroke_transparency; /* 0 = opaque … 1000 */
};

/* An image file's bytes, PNG or JPEG, placed in a rectangle. Equal digests are stored once. */
struct image {
    const void *bytes;
    size_t length;
    const char *digest;             /* SHA-256 of the bytes */
    millipoint x, y, width, height; /* y is the top edge */
    int rotation;                   /* of the picture to fill the rectangle: 0, 90, 180, 270
                                     * anticlockwise … */
    bool mirrored;                  /* … after it was mirrored left to right */
};

/* Structure types of ISO 32000-1 §14.8.4 that the formatter distinguishes. */
enum structure_type {
    STRUCTURE_ARTIFACT, /* page furniture: running heads, page numbers, repeated table heads */
    STRUCTURE_PARAGRAPH,
    STRUCTURE_HEADING, /* with level 1 … 6 */
    STRUCTURE_SPAN,
    STRUCTURE_TABLE,
    STRUCTURE_TABLE_HEAD,
    STRUCTURE_TABLE_BODY,
    STRUCTURE_TABLE_ROW,
    STRUCTURE_TABLE_HEADER_CELL, /* with scope */
    STRUCTURE_TABLE_CELL,
    STRUCTURE_LIST,
    STRUCTURE_LIST_ITEM,
    STRUCTURE_LIST_LABEL,
    STRUCTURE_LIST_BODY,
    STRUCTURE_FIGURE,
    STRUCTURE_LINK,
    STRUCTURE_NOTE,
    STRUCTURE_DIVISION,
    STRUCTURE_TABLE_FOOT,
    STRUCTURE_CAPTION,
    STRUCTURE_REFERENCE, /* the mark in the text that leads to a note */
    STRUCTURE_SECTION,
    STRUCTURE_QUOTE,
    STRUCTURE_CONTENTS, /* a table of contents */
    STRUCTURE_CONTENTS_ITEM,
    STRUCTURE_PART,
    STRUCTURE_ARTICLE,
    STRUCTURE_INDEX,
    STRUCTURE_INLINE_QUOTE,
    STRUCTURE_BIBLIOGRAPHY, /* an entry of it */
    STRUCTURE_CODE
};

struct structure_tag {
    enum structure_type type;
    unsigned key;            /* which element: a tag begun again on the next page with the same key
                              * continues the same structure element; 0 for artifacts */
    int level;               /* of a heading, else 0 */
    int columns, rows;       /* spans of a cell, 1 if none */
    bool row_scope;          /* header cell speaks for its row; else for its column */
    const char *alternative; /* of a figure; may be NULL */
    const char *language;    /* BCP 47, if it is not that of the document; else NULL */
    millipoint x, y, width, height; /* of a figure: where it stands on the page; else 0 */
};

enum link_kind { LINK_URI, LINK_DESTINATION };

struct link {
    enum link_kind kind;
    const char *uri;         /* LINK_URI */
    const char *destination; /* LINK_DESTINATION: a name given to destination(), now or later */
    const char *alternative; /* what the link leads to, in words; may be NULL */
    millipoint x, y, width, height;
};

/* An entry of the document outline; entries arrive in order, parents before children. */
struct bookmark {
    const char *title;
    const char *uri;         /* leads out of the document; NULL: to `destination` */
    int level;               /* 1 = top */
    const char *destination; /* a name given to destination(), now or later */
    bool closed;             /* what is below it is folded away at first */
};

struct page_geometry {
    unsigned number;   /* 1-based position in the document */
    const char *label; /* the page number as printed; for page labels */
    millipoint width, height;
    int rotate; /* for screen reading: 0, 90, 180, 270 */
};

/* Art that is stored once and placed as often as it comes. */
struct group {
    const char *key; /* of all that decides its marks: a digest */
    millipoint x, y; /* where its corner is placed */
    millipoint unit; /* how long a point of its marks is when placed; 1000: as long as any other */
    bool is_single;  /* no other document holds it (a QR code): not worth keeping for the next */
};

/* What a document says of itself, UTF-8; NULL: nothing. */
struct document_information {
    const char *title, *author, *subject, *keywords;
    const char *language; /* BCP 47 */
};

struct device {
    void *state;          /* passed to every function */
    bool whole_structure; /* long tables too are tagged row by row (else as one, to save room) */
    /* Once, before the first page. What is said here goes before what the device was opened with.
     */
    int (*information)(void *state, const struct document_information *information);
    int (*begin_page)(void *state, const struct page_geometry *page);
    int (*end_page)(void *state);
    int (*glyphs)(void *state, const struct glyph_run *run);
    int (*path)(void *state, const struct path *path);
    /* 1: the file cannot be used, since its data are damaged; nothing is painted. */
    int (*image)(void *state, const struct image *image);
    int (*begin_clip)(void *state, const struct path *path); /* until end_clip, nested */
    int (*end_clip)(void *state);
    int (*begin_tag)(void *state, const struct structure_tag *tag);
    int (*end_tag)(void *state);
    /* Art that repeats (a guilloche, a seal): the marks between begin and end are stored once under
     * the group's key; begin_group returns 1 when the device has it already, and the caller may
     * then skip straight to end_group: what it draws nevertheless is passed over. */
    int (*begin_group)(void *state, const struct group *group);
    int (*end_group)(void *state);
    int (*link)(void *state, const struct link *link);
    int (*bookmark)(void *state, const struct bookmark *bookmark);
    /* Names a place on the current page, `y` below its top; the first of a name counts. Links and
     * bookmarks to a name that never comes lead to the first page: the formatter has reported it.
     */
    int (*destination)(void *state, const char *name, millipoint y);
    /* A run whose text is known only at the end (the total of pages). `later` reserves a place on
     * the current page and stores an id; `settle` draws the run there before the document is ended.
     * Pages with unsettled places are kept by the device. */
    int (*later)(void *state, unsigned *id);
    int (*settle)(void *state, unsigned id, const struct glyph_run *run);
};

#endif
