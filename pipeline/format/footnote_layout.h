/* fo:footnote and fo:float (XSL 1.1 §6.12): what stands outside the text is laid out where it is
 * met, as wide as the body, and goes with the line or the box that it is met in. */
#ifndef YINFA_FORMAT_FOOTNOTE_LAYOUT_H
#define YINFA_FORMAT_FOOTNOTE_LAYOUT_H

#include "format/paragraph.h"

/* fo:footnote in a line: its inline stands in the text, its body below. */
void footnote_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                  const struct run_style *style);

/* fo:float in a line, with the traits of the float. float="none" cannot stand in a line. */
void float_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
               const struct run_style *style);

/* fo:float between blocks: float="before" goes with the next box; float="none" is laid out where it
 * stands. */
void float_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                  const struct traits *parent);

/* fo:marker in a line or an object that has no frame: it is seen on the page of the next box. */
void marker_add(struct formatter *formatter, const xmlNode *node);

/* The markers at the beginning of an object in the flow (XSL 1.1 §6.13.5), for its frame; NULL if
 * there are none. Those of objects in cells and containers are seen where their outermost box
 * stands. */
const struct marker *marker_read(struct formatter *formatter, const struct vertical_list *list,
                                 const xmlNode *node);

#endif
