/* What the layout files of one run share. */
#ifndef YINFA_FORMAT_FORMATTER_H
#define YINFA_FORMAT_FORMATTER_H

#include "format/format.h"
#include "format/glyph_source.h"
#include "format/line_fit.h"
#include "format/page_number.h"
#include "format/property.h"
#include "format/report.h"
#include "format/vertical.h"

enum { NESTING_LIMIT = 200 };

struct link_target;
struct marker_table;
struct paragraph;
struct title_senses;
struct identifiers;
struct drawings;

struct formatter {
    const struct format_request *request;
    struct arena *arena; /* lives as long as the run */
    struct report *report;
    struct properties *properties;
    struct glyph_source *glyphs;
    struct line_fit *fit;
    struct title_senses *title;           /* where titles may be broken */
    struct paragraph *paragraph;          /* the one being collected; kept for its buffers */
    struct identifiers *identifiers;      /* ids and the pages they stand on */
    struct drawings *drawings;            /* kept by key */
    unsigned last_key;                    /* of structure tags */
    unsigned depth;                       /* of nested objects */
    char page_estimate[PAGE_NUMBER_SIZE]; /* number of the page being filled, for widths */
    const char *page_label;               /* inside static content: the page number; else NULL */
    const char *language;                 /* of the document: that of fo:root; may be NULL */
    const struct link_target *link;       /* around blocks that stand in a link; else NULL */
    bool untagged;                        /* inside artifacts: tags are not made */
    struct vertical_list *page_list;      /* of the flow; NULL: outside of flows */
    struct attachments *pending;          /* for its next box; NULL: outside of flows */
    millipoint note_width;                /* of footnotes and floats; 0: none may stand here */
    millipoint behind;                    /* in a table cell: the width of what its column has
                                           * behind the character it is aligned on, at least 1;
                                           * 0: outside of cells */
    bool measuring;                       /* widths only: nothing is placed or reported */
    struct marker_table *page_markers;    /* seen on the page being painted and before */
    struct marker_table *seen; /* what retrievals choose from; NULL: none may stand here */
};

/* Where blocks are laid out: a reference area. */
struct flow {
    struct vertical_list *list;
    millipoint left, width; /* of the reference area in its column */
    millipoint height;      /* of the reference area; 0 = as high as its content */
    millipoint block_width; /* of the content of the block around: what percentages of widths refer
                             * to (XSL 1.1 §7.3.1); 0 = the reference area's */
    millipoint span_width;  /* of all columns, if there are several; else 0 */
};

/* A new structure tag in `arena`; NULL inside artifacts. */
const struct structure_tag *formatter_tag(struct formatter *formatter, struct arena *arena,
                                          enum structure_type type);

/* The node's id, copied into `arena`; NULL if it has none. An id that another object has, too, is
 * reported. */
const char *formatter_id(struct formatter *formatter, struct arena *arena, const xmlNode *node);

/* Line of a node for later findings. */
long formatter_line(const xmlNode *node);

/* Children of a node through the source: `previous` NULL for the first. */
const xmlNode *formatter_next(const struct formatter *formatter, const xmlNode *parent,
                              const xmlNode *previous);

#endif
