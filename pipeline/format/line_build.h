/* From fitted items to a line area: gaps grow or shrink, text runs, inline boxes and leaders get
 * their places. */
#ifndef YINFA_FORMAT_LINE_BUILD_H
#define YINFA_FORMAT_LINE_BUILD_H

#include "format/paragraph.h"

struct line_request {
    const struct fit_line *line;
    millipoint x, width;    /* of the line in its block */
    millipoint reference_x; /* of the block in its reference area */
    enum keyword align;     /* KEYWORD_START, CENTER, END, JUSTIFY, INSIDE, OUTSIDE */
    bool spread_all;        /* distributed: gaps grow between all characters (分散对齐) */
};

/* Inline boxes that are open where a line begins; carried from line to line. */
struct open_boxes {
    const struct inline_box **boxes;
    const struct run_style **styles;
    size_t count, capacity;
};

/* Builds the line. Its area's height is the line height; `overfull` receives by how much the
 * content exceeds the width, 0 if it fits. */
struct area *line_build(struct paragraph *paragraph, const struct line_request *request,
                        struct open_boxes *open, millipoint *overfull);

void open_boxes_free(struct open_boxes *open);

#endif
