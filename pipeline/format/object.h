/* The formatting objects of XSL 1.1 by name, and which of them we lay out. */
#ifndef YINFA_FORMAT_OBJECT_H
#define YINFA_FORMAT_OBJECT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "format/report.h"

enum object {
    OBJECT_ROOT,
    OBJECT_DECLARATIONS,
    OBJECT_LAYOUT_MASTER_SET,
    OBJECT_SIMPLE_PAGE_MASTER,
    OBJECT_PAGE_SEQUENCE_MASTER,
    OBJECT_SINGLE_PAGE_MASTER_REFERENCE,
    OBJECT_REPEATABLE_PAGE_MASTER_REFERENCE,
    OBJECT_REPEATABLE_PAGE_MASTER_ALTERNATIVES,
    OBJECT_CONDITIONAL_PAGE_MASTER_REFERENCE,
    OBJECT_REGION_BODY,
    OBJECT_REGION_BEFORE,
    OBJECT_REGION_AFTER,
    OBJECT_REGION_START,
    OBJECT_REGION_END,
    OBJECT_PAGE_SEQUENCE,
    OBJECT_TITLE,
    OBJECT_STATIC_CONTENT,
    OBJECT_FLOW,
    OBJECT_BLOCK,
    OBJECT_BLOCK_CONTAINER,
    OBJECT_INLINE,
    OBJECT_CHARACTER,
    OBJECT_WRAPPER,
    OBJECT_LEADER,
    OBJECT_PAGE_NUMBER,
    OBJECT_PAGE_NUMBER_CITATION,
    OBJECT_PAGE_NUMBER_CITATION_LAST,
    OBJECT_EXTERNAL_GRAPHIC,
    OBJECT_LIST_BLOCK,
    OBJECT_LIST_ITEM,
    OBJECT_LIST_ITEM_LABEL,
    OBJECT_LIST_ITEM_BODY,
    OBJECT_TABLE_AND_CAPTION,
    OBJECT_TABLE_CAPTION,
    OBJECT_TABLE,
    OBJECT_TABLE_COLUMN,
    OBJECT_TABLE_HEADER,
    OBJECT_TABLE_FOOTER,
    OBJECT_TABLE_BODY,
    OBJECT_TABLE_ROW,
    OBJECT_TABLE_CELL,
    OBJECT_BASIC_LINK,
    OBJECT_BOOKMARK_TREE,
    OBJECT_BOOKMARK,
    OBJECT_BOOKMARK_TITLE,
    OBJECT_FLOAT,
    OBJECT_FOOTNOTE,
    OBJECT_FOOTNOTE_BODY,
    OBJECT_INLINE_CONTAINER,
    OBJECT_INSTREAM_FOREIGN_OBJECT,
    OBJECT_MARKER,
    OBJECT_RETRIEVE_MARKER,
    OBJECT_RETRIEVE_TABLE_MARKER,
    OBJECT_BIDI_OVERRIDE,
    OBJECT_QR_CODE,     /* y:qr-code, an extension */
    OBJECT_UNSUPPORTED, /* in the Recommendation, not laid out */
    OBJECT_NONE         /* another namespace's element, text, or unknown */
};

/* What the node is. */
enum object object_of(const xmlNode *node);

/* Whether it is a text node with more than white space. */
bool object_is_text(const xmlNode *node);

/* Reports a node that may not stand where it does: unknown, unsupported or misplaced objects and
 * text. Elements of other namespaces are passed over without a word. */
void object_refuse(struct report *report, const xmlNode *node);

/* Whether the object is block-level. */
bool object_is_block_level(enum object object);

#endif
