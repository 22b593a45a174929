/* The text of a block: the inlines between two block-level objects are collected as one paragraph,
 * fitted into lines, and pushed as boxes. Private to block_layout.c and block_text.c. */
#ifndef YINFA_FORMAT_BLOCK_TEXT_H
#define YINFA_FORMAT_BLOCK_TEXT_H

#include "format/block_layout.h"
#include "format/paragraph.h"

/* What the lines of a block's paragraphs share. */
struct text_block {
    struct formatter *formatter;
    struct flow *flow;
    const xmlNode *node;
    const struct traits *traits;
    const struct run_style *style;
    const struct run_style *around; /* of the inlines that a block parts; `style` if none */
    const struct inline_box *link;  /* open in the paragraph; NULL if none */
    struct extent extent;
    bool marked;  /* its markers have been read */
    bool filled;  /* something other than markers was met: no marker may follow */
    bool open;    /* a paragraph is being collected */
    bool started; /* something of the block stands already: no more text-indent, breaks apply */
};

/* Adds an inline-level node to the paragraph, which begins with it if none is being collected. */
void block_text_add(struct text_block *block, const xmlNode *node);

/* Ends the paragraph: its lines are pushed. Nothing happens if none is being collected. */
void block_text_end(struct text_block *block);

/* The part of a link that lies in the paragraph begins and ends: a link that holds blocks goes on
 * in the paragraphs around them. */
void block_text_open_link(struct text_block *block);
void block_text_close_link(struct text_block *block);

/* An id that stands between paragraphs. */
void block_text_place_id(struct text_block *block, const char *id);

#endif
