/* The tree source: a document that is wholly in memory, as `yinfa format` reads it. */
#include "format/fo_source.h"

#include <stddef.h>

static const xmlNode *tree_root(void *state)
{
    return xmlDocGetRootElement((const xmlDoc *)state);
}

static const xmlNode *tree_next(void *state, const xmlNode *parent, const xmlNode *previous)
{
    (void)state;
    const xmlNode *node = previous ? previous->next : parent->children;
    while (node && node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE &&
           node->type != XML_CDATA_SECTION_NODE)
        node = node->next;
    return node;
}

static int tree_failed(void *state)
{
    (void)state;
    return 0;
}

struct fo_source fo_source_tree(const xmlDoc *document)
{
    /* The interface's state is not const because other sources change theirs; this one reads. */
    return (struct fo_source){
        .state = (void *)document, .root = tree_root, .next = tree_next, .failed = tree_failed};
}
