/* Document-level objects: information dictionary, XMP packet, output intent. Private to draw/. */
#ifndef YINFA_DRAW_PDF_METADATA_H
#define YINFA_DRAW_PDF_METADATA_H

#include "draw/pdf_file.h"

/* Writes the information dictionary; returns its number. */
unsigned pdf_write_information(struct pdf_file *file, const struct pdf_options *options);

/* Writes the XMP packet (ISO 16684-1), uncompressed so that anyone can find it; returns its number.
 */
unsigned pdf_write_metadata(struct pdf_file *file, const struct pdf_options *options);

/* Writes the sRGB output intent (ISO 19005-2 §6.2.3) with its profile; returns its number. */
unsigned pdf_write_output_intent(struct pdf_file *file);

#endif
