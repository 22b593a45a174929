/* A fragment: an element of the file kept whole as XML text, for columns of type xml. The text is
 * well-formed by itself: the kind's namespace is the default one, and every element carries the
 * line it stood on as s:line in XML_SUBMISSION_NAMESPACE, so that whoever reads it can still name a
 * place. Comments and processing instructions are left out. Private to intake/. */
#ifndef YINFA_INTAKE_FRAGMENT_H
#define YINFA_INTAKE_FRAGMENT_H

#include <libxml/xmlstring.h>
#include <stdbool.h>

#include "base/buffer.h"

enum { FRAGMENT_SIZE = 64 * 1024 * 1024 }; /* bytes; more is refused by who fills it */

struct fragment {
    struct buffer text;
    size_t depth;  /* open elements; 0: nothing is being kept */
    bool tag_open; /* the last start tag still lacks its ">" */
};

/* An element begins: the fragment's own first (depth 0), then all inside it. Attributes as SAX2
 * gives them, five pointers each; those with a prefix are left out. */
void fragment_begin(struct fragment *fragment, const char *name, const char *name_space, long line,
                    const xmlChar **attributes, int attribute_count);
void fragment_text(struct fragment *fragment, const char *bytes, size_t length);

/* An element ends; true if it was the fragment's own: `text` is then whole, until the next begins.
 */
bool fragment_end(struct fragment *fragment, const char *name);

#endif
