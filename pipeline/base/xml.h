/* XML reading for the program's own definition files and the one place where libxml2 is made safe:
 * no network, no DTD, no external entities, no XInclude; only files below registered folders may be
 * opened by any libxml2 or libxslt call in this process. Submissions are read by intake/, which
 * streams; their limits are set there. */
#ifndef YINFA_BASE_XML_H
#define YINFA_BASE_XML_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/finding.h"

/* Initialises libxml2 and installs the entity loader that refuses everything but local files below
 * the folders given to xml_allow_folder(). Call once, at start. */
void xml_guard_install(void);

/* Lets libxml2 and libxslt open files below `folder` (schemas, stylesheets, definitions). */
void xml_allow_folder(const char *folder);

/* Whether `url` (a path or file URL) lies below an allowed folder after resolving links. */
bool xml_is_allowed(const char *url);

/* Reads a definition file with line numbers and, unless `schema_path` is NULL, validates it against
 * that XSD (the compiled schema is kept for the process). Findings (file, line, what is wrong) go
 * to `findings`. Returns the document (the caller frees it with xmlFreeDoc()) or NULL if anything
 * was found. */
xmlDoc *xml_read_definition(const char *path, const char *schema_path,
                            struct finding_list *findings);

/* Reads `length` bytes that came from outside (a picture): no DTD is loaded, and one that defines
 * entities is refused, since nothing is expanded. Returns the document (the caller frees it with
 * xmlFreeDoc()), or NULL with what is wrong in `wrong`. `name` is the document's in lines of
 * findings. */
xmlDoc *xml_read_bytes(const void *bytes, size_t length, const char *name, struct buffer *wrong);

/* The first child element with that local name in any namespace; NULL if none. */
xmlNode *xml_child(const xmlNode *parent, const char *local_name);

/* The next sibling element with that local name; NULL if none. */
xmlNode *xml_next(const xmlNode *node, const char *local_name);

/* The node after this one in document order, within `root`; NULL at the end. Attributes are passed
 * over. */
xmlNode *xml_following(const xmlNode *node, const xmlNode *root);

/* The attribute's value copied into `arena`; NULL if the attribute is absent. */
char *xml_attribute(struct arena *arena, const xmlNode *node, const char *name);

/* The element's text with surrounding white space removed, copied into `arena`; never NULL. */
char *xml_text(struct arena *arena, const xmlNode *node);

/* The namespace of attributes that say where stored XML came from: `line`, the line in the
 * submission that an element stood on. */
#define XML_SUBMISSION_NAMESPACE "urn:yinfa:submission"

/* Appends `text` with & < > " escaped, for writing XML by hand. Characters that XML 1.0 forbids
 * become U+FFFD. */
void xml_escape(struct buffer *out, const char *text);

#endif
