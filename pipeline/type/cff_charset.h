/* The charset of a CFF font program (Adobe Technical Note 5176 §13): which CID each glyph has.
 * Private to type/; font_subset.c asks it of what the subsetter made. */
#ifndef YINFA_TYPE_CFF_CHARSET_H
#define YINFA_TYPE_CFF_CHARSET_H

#include <stddef.h>
#include <stdint.h>

/* Writes the CID of glyphs 0 … count-1 of the CFF table to `cid`: from the charset if the font is
 * CID-keyed, else the glyph index itself (ISO 32000-1 §9.7.4.2). -1 if the table is malformed. */
int cff_charset_read(const unsigned char *cff, size_t length, size_t count, uint16_t *cid);

#endif
