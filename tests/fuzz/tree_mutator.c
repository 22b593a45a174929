/* How the targets that read XML change their inputs: as trees, with names and values that mean
 * something. A node is doubled, removed, moved or renamed, gets an attribute or text; then the tree
 * is written out again. What is no XML, and every fourth input, is changed as bytes. */
#include "tree_mutator.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum { COUNT_LIMIT = 100000 };

/* --- Chance -------------------------------------------------------------------------------------
 */

static uint64_t chance_state;

size_t tree_chance(size_t below)
{
    chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
    return below ? (size_t)(chance_state >> 33) % below : 0;
}

/* One of a list that ends with NULL. */
static const char *any_of(const char *const *list)
{
    size_t count = 0;
    while (list[count])
        count++;
    return list[tree_chance(count)];
}

/* --- Nodes --------------------------------------------------------------------------------------
 */

/* The node after this one in document order; NULL at the end. What an entity's reference holds is
 * not below it in the tree: going in there would go round for ever. */
static xmlNode *following(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
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
    size_t wanted = tree_chance(count);
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

static void set_attribute(xmlNode *node, const struct tree_words *words)
{
    char value[64];
    const char *name = words->attribute(value, sizeof value);
    if (!value[0])
        snprintf(value, sizeof value, "%s", any_of(words->values));
    xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static void change_attribute(xmlNode *node, const struct tree_words *words)
{
    if (node->properties)
        xmlSetProp(node, node->properties->name, BAD_CAST any_of(words->values));
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

static void insert_element(xmlNode *parent, xmlNode *root, const struct tree_words *words)
{
    xmlNode *element = xmlNewChild(parent, root->ns, BAD_CAST any_of(words->elements), NULL);
    if (tree_chance(2))
        xmlNodeAddContent(element, BAD_CAST any_of(words->texts));
}

static void insert_text(xmlNode *parent, const struct tree_words *words)
{
    char text[4096] = "";
    size_t repeats = tree_chance(8) ? 1 : 1 + tree_chance(60);
    const char *one = any_of(words->texts);
    for (size_t length = 0; repeats-- && length + strlen(one) < sizeof text; length += strlen(one))
        memcpy(text + length, one, strlen(one) + 1);
    xmlNodeAddContent(parent, BAD_CAST text);
}

static void change_tree(xmlDoc *document, const struct tree_words *words)
{
    xmlNode *root = xmlDocGetRootElement(document);
    xmlNode *node = any_element(root);
    switch (tree_chance(9)) {
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
        insert_element(node, root, words);
        break;
    case 4:
        insert_text(node, words);
        break;
    case 5:
        xmlNodeSetName(node, BAD_CAST any_of(words->elements));
        break;
    case 6:
        change_attribute(node, words);
        break;
    default:
        set_attribute(node, words);
        break;
    }
}

size_t tree_mutate(uint8_t *data, size_t size, size_t max_size, unsigned seed,
                   const struct tree_words *words)
{
    chance_state = seed;
    xmlDoc *document =
        size > INT_MAX || tree_chance(4) == 0
            ? NULL
            : xmlReadMemory((const char *)data, (int)size, "fuzz.fo", NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!document)
        return LLVMFuzzerMutate(data, size, max_size);
    for (size_t changes = 1 + tree_chance(4); changes; changes--)
        change_tree(document, words);
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
