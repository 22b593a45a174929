/* What reading a definition file needs, whichever of the three it is: where the files are, the file
 * being read, and saying what is wrong in it with the line. Private to definitions/. */
#ifndef YINFA_DEFINITIONS_DEFINITION_H
#define YINFA_DEFINITIONS_DEFINITION_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "base/xml.h"

/* A file being read. */
struct definition {
    const char *name;    /* by its place: the folder's name, or the file's without ".xml" */
    const char *path;    /* of the file */
    const char *folder;  /* that holds the file */
    struct arena *arena; /* of the set: strings that live on */
    struct finding_list *findings; /* what was found wrong */
    xmlDoc *document;              /* NULL until definition_open(), and if that failed */
    const xmlNode *root;
};

/* Where definitions lie, found in `folders` (NULL-terminated, first wins): FOLDER/NAME/`file`, or
 * with file NULL FOLDER/NAME.xml. In byte order of the names; in `arena`, `*count` of them. */
struct definition *definition_find(const char *const *folders, const char *file,
                                   struct arena *arena, struct finding_list *findings,
                                   size_t *count);

/* Reads the file and validates it against SCHEMA_FOLDER/`schema`; checks that the root's name
 * attribute is the definition's. -1: found wrong. Ended with definition_close(). */
int definition_open(struct definition *definition, const char *schema_folder, const char *schema);
void definition_close(struct definition *definition);

struct message;

/* Adds what is wrong at `node` (NULL: in the file) to the findings; arguments may be NULL. */
void definition_mistake(const struct definition *definition, const xmlNode *node,
                        const struct message *message, const char *first, const char *second);

/* "file:line" of a node, in the arena. */
const char *definition_origin(const struct definition *definition, const xmlNode *node);

/* An attribute's value in the arena, NULL if absent; the text of a child element, NULL if absent.
 */
const char *definition_attribute(const struct definition *definition, const xmlNode *node,
                                 const char *name);
const char *definition_child_text(const struct definition *definition, const xmlNode *node,
                                  const char *child);

/* How many child elements of that name `parent` has. */
size_t definition_count(const xmlNode *parent, const char *child);

/* The text of an <sql>-like element; an empty one is a mistake. Never NULL. */
const char *definition_sql(const struct definition *definition, const xmlNode *node);

/* Whether `text` can stand in SQL as a name or parameter: [a-z][a-z0-9_]*. */
bool definition_is_sql_name(const char *text);

/* Whether `text` is a path that stays below its folder: no leading '/', no "..", no '\'. */
bool definition_is_inner_path(const char *text);

#endif
