/* Link annotations (ISO 32000-1 §12.5.6.5). Private to draw/. */
#ifndef YINFA_DRAW_PDF_LINK_H
#define YINFA_DRAW_PDF_LINK_H

#include "draw/pdf_file.h"
#include "format/device.h"

/* Writes a link under its reserved number, for a page whose upper edge is at `top`. `destination`:
 * where a LINK_DESTINATION leads, by object number. `structure_parent` -1: it has none. */
void pdf_link_write(struct pdf_file *file, unsigned number, const struct link *link, millipoint top,
                    unsigned destination, int structure_parent);

/* Gives an annotation or outline entry the action of opening `uri`. */
void pdf_link_put_action(struct pdf_file *file, HPDF_Dict dictionary, const char *uri);

#endif
