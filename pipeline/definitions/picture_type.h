/* The types of picture that a submission may name as files beside it (kind.xml, <attachment>): what
 * the formatter draws. */
#ifndef YINFA_DEFINITIONS_PICTURE_TYPE_H
#define YINFA_DEFINITIONS_PICTURE_TYPE_H

enum picture_type { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG, PICTURE_TYPES };

/* "png", "jpeg", "svg": in definitions, in the database, and as the extension in the archive. */
const char *picture_type_name(enum picture_type type);

#endif
