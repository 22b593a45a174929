/* Graphics in a line (XSL 1.1 §6.6.5, 6.6.6): fo:external-graphic with a PNG, JPEG or SVG, and
 * fo:instream-foreign-object with an SVG. */
#ifndef YINFA_FORMAT_GRAPHIC_H
#define YINFA_FORMAT_GRAPHIC_H

#include "format/paragraph.h"

/* What is to be seen, before it has its place. */
struct graphic {
    millipoint width, height;   /* the size it wants to have */
    struct image_content image; /* the file's bytes, or only the digest of an SVG in the FO */
    bool is_drawing;            /* an SVG */
    const xmlNode *svg;         /* its root in the FO or `document`; NULL: not read yet */
    xmlDoc *document;           /* owned */
    const char *title;          /* of the SVG; may be NULL */
};

/* Opens what `uri` (url('name') or a name) leads to; `node` is where findings stand. False, once
 * reported, if it cannot be drawn. Freed with graphic_close(). */
bool graphic_open(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                  const char *uri, struct graphic *graphic);
void graphic_close(struct graphic *graphic);

/* The graphic at that size as an area of its own; findings stand at `node`. `traits` give the font
 * and colour of an SVG that says nothing of them. */
struct area *graphic_area(struct formatter *formatter, struct arena *arena, const xmlNode *node,
                          struct graphic *graphic, const struct traits *traits, millipoint width,
                          millipoint height);

/* Adds an external-graphic or instream-foreign-object to the paragraph, in its viewport. */
void graphic_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                 const struct run_style *style);

/* Adds content that is ready, in a viewport as the traits ask for; for graphics of all kinds. */
void graphic_place(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                   const struct run_style *style, struct area *content,
                   const struct structure_tag *tag);

#endif
