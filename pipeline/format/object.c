/* Look-up by name in a sorted table: the hot ones (block, table-cell, table-row) are found in six
 * comparisons. */
#include "format/object.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "format/format.h"
#include "format/format_messages.h"

/* Sorted by name. */
static const struct {
    const char *name;
    enum object object;
} objects[] = {
    {"basic-link", OBJECT_BASIC_LINK},
    {"bidi-override", OBJECT_BIDI_OVERRIDE},
    {"block", OBJECT_BLOCK},
    {"block-container", OBJECT_BLOCK_CONTAINER},
    {"bookmark", OBJECT_BOOKMARK},
    {"bookmark-title", OBJECT_BOOKMARK_TITLE},
    {"bookmark-tree", OBJECT_BOOKMARK_TREE},
    {"change-bar-begin", OBJECT_UNSUPPORTED},
    {"change-bar-end", OBJECT_UNSUPPORTED},
    {"character", OBJECT_CHARACTER},
    {"color-profile", OBJECT_UNSUPPORTED},
    {"conditional-page-master-reference", OBJECT_CONDITIONAL_PAGE_MASTER_REFERENCE},
    {"declarations", OBJECT_DECLARATIONS},
    {"external-graphic", OBJECT_EXTERNAL_GRAPHIC},
    {"float", OBJECT_FLOAT},
    {"flow", OBJECT_FLOW},
    {"flow-assignment", OBJECT_UNSUPPORTED},
    {"flow-map", OBJECT_UNSUPPORTED},
    {"flow-name-specifier", OBJECT_UNSUPPORTED},
    {"flow-source-list", OBJECT_UNSUPPORTED},
    {"flow-target-list", OBJECT_UNSUPPORTED},
    {"folio-prefix", OBJECT_UNSUPPORTED},
    {"folio-suffix", OBJECT_UNSUPPORTED},
    {"footnote", OBJECT_FOOTNOTE},
    {"footnote-body", OBJECT_FOOTNOTE_BODY},
    {"index-key-reference", OBJECT_UNSUPPORTED},
    {"index-page-citation-list", OBJECT_UNSUPPORTED},
    {"index-page-citation-list-separator", OBJECT_UNSUPPORTED},
    {"index-page-citation-range-separator", OBJECT_UNSUPPORTED},
    {"index-page-number-prefix", OBJECT_UNSUPPORTED},
    {"index-page-number-suffix", OBJECT_UNSUPPORTED},
    {"index-range-begin", OBJECT_UNSUPPORTED},
    {"index-range-end", OBJECT_UNSUPPORTED},
    {"initial-property-set", OBJECT_UNSUPPORTED},
    {"inline", OBJECT_INLINE},
    {"inline-container", OBJECT_INLINE_CONTAINER},
    {"instream-foreign-object", OBJECT_INSTREAM_FOREIGN_OBJECT},
    {"layout-master-set", OBJECT_LAYOUT_MASTER_SET},
    {"leader", OBJECT_LEADER},
    {"list-block", OBJECT_LIST_BLOCK},
    {"list-item", OBJECT_LIST_ITEM},
    {"list-item-body", OBJECT_LIST_ITEM_BODY},
    {"list-item-label", OBJECT_LIST_ITEM_LABEL},
    {"marker", OBJECT_MARKER},
    {"multi-case", OBJECT_UNSUPPORTED},
    {"multi-properties", OBJECT_UNSUPPORTED},
    {"multi-property-set", OBJECT_UNSUPPORTED},
    {"multi-switch", OBJECT_UNSUPPORTED},
    {"multi-toggle", OBJECT_UNSUPPORTED},
    {"page-number", OBJECT_PAGE_NUMBER},
    {"page-number-citation", OBJECT_PAGE_NUMBER_CITATION},
    {"page-number-citation-last", OBJECT_PAGE_NUMBER_CITATION_LAST},
    {"page-sequence", OBJECT_PAGE_SEQUENCE},
    {"page-sequence-master", OBJECT_PAGE_SEQUENCE_MASTER},
    {"page-sequence-wrapper", OBJECT_UNSUPPORTED},
    {"region-after", OBJECT_REGION_AFTER},
    {"region-before", OBJECT_REGION_BEFORE},
    {"region-body", OBJECT_REGION_BODY},
    {"region-end", OBJECT_REGION_END},
    {"region-name-specifier", OBJECT_UNSUPPORTED},
    {"region-start", OBJECT_REGION_START},
    {"repeatable-page-master-alternatives", OBJECT_REPEATABLE_PAGE_MASTER_ALTERNATIVES},
    {"repeatable-page-master-reference", OBJECT_REPEATABLE_PAGE_MASTER_REFERENCE},
    {"retrieve-marker", OBJECT_RETRIEVE_MARKER},
    {"retrieve-table-marker", OBJECT_RETRIEVE_TABLE_MARKER},
    {"root", OBJECT_ROOT},
    {"scaling-value-citation", OBJECT_UNSUPPORTED},
    {"simple-page-master", OBJECT_SIMPLE_PAGE_MASTER},
    {"single-page-master-reference", OBJECT_SINGLE_PAGE_MASTER_REFERENCE},
    {"static-content", OBJECT_STATIC_CONTENT},
    {"table", OBJECT_TABLE},
    {"table-and-caption", OBJECT_TABLE_AND_CAPTION},
    {"table-body", OBJECT_TABLE_BODY},
    {"table-caption", OBJECT_TABLE_CAPTION},
    {"table-cell", OBJECT_TABLE_CELL},
    {"table-column", OBJECT_TABLE_COLUMN},
    {"table-footer", OBJECT_TABLE_FOOTER},
    {"table-header", OBJECT_TABLE_HEADER},
    {"table-row", OBJECT_TABLE_ROW},
    {"title", OBJECT_TITLE},
    {"wrapper", OBJECT_WRAPPER},
};

enum { OBJECT_NAMES = sizeof objects / sizeof *objects };

static int compare(const void *name, const void *entry)
{
    return strcmp(name, *(const char *const *)entry);
}

static bool is_fo(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, FO_NAMESPACE) == 0;
}

static bool is_extension(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, YINFA_NAMESPACE) == 0;
}

static int find(const xmlNode *node)
{
    const char *const *found =
        bsearch(node->name, &objects[0].name, OBJECT_NAMES, sizeof *objects, compare);
    return found ? (int)(((const char *)found - (const char *)&objects[0].name) /
                         (ptrdiff_t)sizeof *objects)
                 : -1;
}

enum object object_of(const xmlNode *node)
{
    if (!is_fo(node))
        return is_extension(node) && strcmp((const char *)node->name, "qr-code") == 0
                   ? OBJECT_QR_CODE
                   : OBJECT_NONE;
    int index = find(node);
    return index < 0 ? OBJECT_NONE : objects[index].object;
}

bool object_is_text(const xmlNode *node)
{
    if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE)
        return false;
    const char *text = (const char *)node->content;
    return text && text[strspn(text, " \t\r\n")] != '\0';
}

void object_refuse(struct report *report, const xmlNode *node)
{
    const char *parent = node->parent && node->parent->type == XML_ELEMENT_NODE
                             ? (const char *)node->parent->name
                             : "root";
    if (object_is_text(node)) {
        char start[48];
        const char *content = (const char *)node->content;
        const char *text = content + strspn(content, " \t\r\n");
        size_t at = 0;
        while (text[at] && at < sizeof start - 1) {
            start[at] = text[at];
            at++;
        }
        while (at && ((unsigned char)text[at] & 0xC0) == 0x80)
            at--; /* not inside a character */
        while (at && strchr(" \t\r\n", start[at - 1]))
            at--;
        start[at] = '\0';
        report_at(report, &MESSAGE_TEXT_MISPLACED, node, parent, start, NULL);
        return;
    }
    if (is_extension(node))
        report_at(report, &MESSAGE_EXTENSION_MISPLACED, node, (const char *)node->name, parent,
                  NULL);
    if (!is_fo(node))
        return;
    const char *name = (const char *)node->name;
    int index = find(node);
    const struct message *message = index < 0 ? &MESSAGE_OBJECT_UNKNOWN
                                    : objects[index].object == OBJECT_UNSUPPORTED
                                        ? &MESSAGE_OBJECT_UNSUPPORTED
                                        : &MESSAGE_OBJECT_MISPLACED;
    report_at(report, message, node, name, parent, NULL);
}

bool object_is_block_level(enum object object)
{
    switch (object) {
    case OBJECT_BLOCK:
    case OBJECT_BLOCK_CONTAINER:
    case OBJECT_LIST_BLOCK:
    case OBJECT_TABLE:
    case OBJECT_TABLE_AND_CAPTION:
        return true;
    default:
        return false;
    }
}
