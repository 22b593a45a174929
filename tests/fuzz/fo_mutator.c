/* How fo_fuzz changes its inputs: as trees, with names and values that mean something. A node is
 * doubled, removed, moved or renamed, or gets a property of the formatter's own table with one of
 * its tokens or a number from a short list; then the tree is written out again. What is no XML, and
 * every fourth input, is changed as bytes. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "format/format.h"
#include "format/property_table.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

static const char *const OBJECTS[] = {"basic-link",
                                      "bidi-override",
                                      "block",
                                      "block-container",
                                      "bookmark",
                                      "bookmark-title",
                                      "bookmark-tree",
                                      "character",
                                      "conditional-page-master-reference",
                                      "external-graphic",
                                      "float",
                                      "footnote",
                                      "footnote-body",
                                      "initial-property-set",
                                      "inline",
                                      "inline-container",
                                      "instream-foreign-object",
                                      "leader",
                                      "list-block",
                                      "list-item",
                                      "list-item-body",
                                      "list-item-label",
                                      "marker",
                                      "page-number",
                                      "page-number-citation",
                                      "page-number-citation-last",
                                      "page-sequence",
                                      "region-after",
                                      "region-before",
                                      "region-body",
                                      "region-end",
                                      "region-start",
                                      "retrieve-marker",
                                      "retrieve-table-marker",
                                      "simple-page-master",
                                      "static-content",
                                      "table",
                                      "table-and-caption",
                                      "table-body",
                                      "table-caption",
                                      "table-cell",
                                      "table-column",
                                      "table-footer",
                                      "table-header",
                                      "table-row",
                                      "wrapper"};

static const char *const VALUES[] = {"0",
                                     "1",
                                     "-1",
                                     "2",
                                     "3",
                                     "7",
                                     "100",
                                     "2147483647",
                                     "0pt",
                                     "1pt",
                                     "-3pt",
                                     "40pt",
                                     "1000pt",
                                     "1e9pt",
                                     "-1e9pt",
                                     "0.1em",
                                     "-2em",
                                     "9em",
                                     "50%",
                                     "100%",
                                     "-20%",
                                     "1000%",
                                     "always",
                                     "auto",
                                     "all",
                                     "none",
                                     "page",
                                     "a",
                                     "p",
                                     "inherit",
                                     "1pt + 2em",
                                     "proportional-column-width(1)",
                                     "red",
                                     "solid",
                                     "url(a)",
                                     "body-start()",
                                     "label-end()",
                                     "from-parent()",
                                     "",
                                     "中文"};

static const char *const TEXTS[] = {"中",
                                    "文字排版，“引号”——……",
                                    "word",
                                    "a long-ish word 2024年",
                                    " ",
                                    "\xc2\xa0",
                                    "\xe2\x80\x8b",
                                    "\xc2\xad",
                                    "𠀀",
                                    "e\xcc\x81",
                                    "\n",
                                    "（（（"};

enum { COUNT_LIMIT = 100000 };

/* --- Chance -------------------------------------------------------------------------------------
 */

static uint64_t chance_state;

static size_t chance(size_t below)
{
    chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
    return below ? (size_t)(chance_state >> 33) % below : 0;
}

#define ONE_OF(LIST) ((LIST)[chance(sizeof(LIST) / sizeof *(LIST))])

/* --- Nodes --------------------------------------------------------------------------------------
 */

/* The node after this one in document order; NULL at the end. */
static xmlNode *following(xmlNode *node)
{
    if (node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node && node->type != XML_DOCUMENT_NODE ? node->next : NULL;
}

/* An element below the root, or the root if there is none. */
static xmlNode *any_element(xmlNode *root)
{
    size_t count = 0;
    for (xmlNode *node = root; node && count < COUNT_LIMIT; node = following(node))
        count += node->type == XML_ELEMENT_NODE;
    size_t wanted = chance(count);
    for (xmlNode *node = root; node; node = following(node))
        if (node->type == XML_ELEMENT_NODE && wanted-- == 0)
            return node;
    return root;
}

static bool holds(const xmlNode *outer, const xmlNode *inner)
{
    while (inner && inner != outer)
        inner = inner->parent;
    return inner;
}

/* --- Changes ------------------------------------------------------------------------------------
 */

/* One of the tokens "a|b|c", copied into `value`. */
static void any_token(const char *tokens, char *value, size_t size)
{
    size_t count = 1;
    for (const char *at = tokens; *at; at++)
        count += *at == '|';
    const char *at = tokens;
    for (size_t skip = chance(count); skip; skip--)
        at = strchr(at, '|') + 1;
    snprintf(value, size, "%.*s", (int)strcspn(at, "|"), at);
}

static void set_property(xmlNode *node)
{
    const struct property *property = property_table_at(chance(property_table_count()));
    char value[64];
    if (property->tokens && chance(2))
        any_token(property->tokens, value, sizeof value);
    else
        snprintf(value, sizeof value, "%s", ONE_OF(VALUES));
    xmlSetProp(node, BAD_CAST property->name, BAD_CAST value);
}

static void change_property(xmlNode *node)
{
    if (node->properties)
        xmlSetProp(node, node->properties->name, BAD_CAST ONE_OF(VALUES));
}

static void double_node(xmlNode *node)
{
    if (node->parent && node->parent->type == XML_ELEMENT_NODE)
        xmlAddNextSibling(node, xmlCopyNode(node, 1));
}

static void remove_node(xmlNode *node)
{
    if (!node->parent || node->parent->type != XML_ELEMENT_NODE)
        return;
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void move_node(xmlNode *node, xmlNode *to)
{
    if (holds(node, to) || !node->parent || node->parent->type != XML_ELEMENT_NODE)
        return;
    xmlUnlinkNode(node);
    xmlAddChild(to, node);
    xmlReconciliateNs(node->doc, node); /* its namespace may have been declared where it was */
}

static void insert_object(xmlNode *parent, xmlNode *root)
{
    xmlNode *object = xmlNewChild(parent, root->ns, BAD_CAST ONE_OF(OBJECTS), NULL);
    if (chance(2))
        xmlNodeAddContent(object, BAD_CAST ONE_OF(TEXTS));
}

static void insert_text(xmlNode *parent)
{
    char text[4096] = "";
    size_t repeats = chance(8) ? 1 : 1 + chance(60);
    const char *one = ONE_OF(TEXTS);
    for (size_t length = 0; repeats-- && length + strlen(one) < sizeof text; length += strlen(one))
        memcpy(text + length, one, strlen(one) + 1);
    xmlNodeAddContent(parent, BAD_CAST text);
}

static void change_tree(xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    xmlNode *node = any_element(root);
    switch (chance(9)) {
    case 0:
        double_node(node);
        break;
    case 1:
        remove_node(node);
        break;
    case 2:
        move_node(node, any_element(root));
        break;
    case 3:
        insert_object(node, root);
        break;
    case 4:
        insert_text(node);
        break;
    case 5:
        xmlNodeSetName(node, BAD_CAST ONE_OF(OBJECTS));
        break;
    case 6:
        change_property(node);
        break;
    default:
        set_property(node);
        break;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    chance_state = seed;
    xmlDoc *document =
        size > INT_MAX || chance(4) == 0
            ? NULL
            : xmlReadMemory((const char *)data, (int)size, "fuzz.fo", NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!document)
        return LLVMFuzzerMutate(data, size, max_size);
    for (size_t changes = 1 + chance(4); changes; changes--)
        change_tree(document);
    xmlChar *text = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(document, &text, &length, "UTF-8");
    xmlFreeDoc(document);
    if (text && length > 0 && (size_t)length <= max_size) {
        memcpy(data, text, (size_t)length);
        size = (size_t)length;
    } else {
        size = LLVMFuzzerMutate(data, size, max_size);
    }
    xmlFree(text);
    return size;
}
