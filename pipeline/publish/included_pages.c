/* The included tree is copied node by node as its source gives it, so rows that are fetched as they
 * are asked for (y:rows) become plain rows. On the way
 *   - names of page masters and ids, and what refers to them, get a prefix;
 *   - what the included fo:root says for all its pages is said at each page sequence and page
 * master instead (XSL 1.1 §5.1.4: properties are inherited from the parent, which is another now);
 *   - images named relatively are named by their whole path.
 * fo:declarations are left behind: the document's own describe the whole. Called by inclusion.c. */
#include "publish/included_pages.h"

#include <libxml/uri.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "format/format.h"
#include "format/uri.h"

enum { DEPTH_MOST = 1000 };

struct copying {
    const struct included_pages *pages;
    struct arena *arena;
    xmlDoc *into;
    const xmlNode *root; /* the included fo:root */
};

static bool is_fo(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, FO_NAMESPACE) == 0 &&
           (!name || strcmp((const char *)node->name, name) == 0);
}

static xmlNode *find_child(const xmlNode *root, const char *name)
{
    for (xmlNode *child = root->children; child; child = child->next)
        if (is_fo(child, name))
            return child;
    return NULL;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* Properties whose value is a name given to a page master or an object, or refers to one. */
static bool is_name(const char *property)
{
    static const char *const names[] = {"id", "ref-id", "internal-destination", "master-name",
                                        "master-reference"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(property, names[i]) == 0)
            return true;
    return false;
}

/* Whether the URI says itself where it begins: a scheme, or the root of the file system. */
static bool is_absolute(const char *uri)
{
    size_t scheme = strcspn(uri, ":/?#");
    return uri[0] == '/' || uri[scheme] == ':';
}

/* url(…) with the whole path of an image that is named from the included folder on. */
static const char *whole_path(const struct copying *copying, const char *value)
{
    const char *uri = uri_specification(copying->arena, value);
    if (!*uri || is_absolute(uri) || strcmp(uri, "none") == 0 || strcmp(uri, "inherit") == 0)
        return value;
    xmlChar *folder =
        xmlURIEscapeStr((const xmlChar *)copying->pages->folder, (const xmlChar *)"/");
    const char *whole =
        folder ? arena_print(copying->arena, "url(file://%s/%s)", (const char *)folder, uri)
               : value;
    xmlFree(folder);
    return whole;
}

static void adapt_attribute(const struct copying *copying, xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    bool image = strcmp(name, "src") == 0 || strcmp(name, "background-image") == 0;
    if (attribute->ns || !(image || is_name(name)))
        return;
    xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
    if (value && *value) {
        const char *text = (const char *)value;
        const char *adapted =
            image ? whole_path(copying, text)
                  : arena_print(copying->arena, "%s%s", copying->pages->prefix, text);
        xmlSetProp(attribute->parent, attribute->name, (const xmlChar *)adapted);
    }
    xmlFree(value);
}

/* --- Copying ---------------------------------------------------------------------------------- */

static int copy_children(const struct copying *copying, const xmlNode *from, xmlNode *to,
                         int depth);

/* Appends a copy of `from` to `parent`; of another namespace's element the whole tree, as a source
 * has it at once. NULL: failed. */
static xmlNode *copy(const struct copying *copying, const xmlNode *from, xmlNode *parent, int depth)
{
    bool whole = from->type != XML_ELEMENT_NODE || !is_fo(from, NULL);
    xmlNode *node = xmlDocCopyNode((xmlNode *)(uintptr_t)from, copying->into, whole ? 1 : 2);
    if (!node)
        return NULL;
    node = xmlAddChild(parent, node); /* text may be joined to the text before it */
    if (whole)
        return node;
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        adapt_attribute(copying, attribute);
    return copy_children(copying, from, node, depth + 1) == 0 ? node : NULL;
}

static int copy_children(const struct copying *copying, const xmlNode *from, xmlNode *to, int depth)
{
    const struct fo_source *source = copying->pages->source;
    const xmlNode *child = NULL;
    if (depth > DEPTH_MOST)
        return -1;
    while ((child = source->next(source->state, from, child)) != NULL)
        if (!copy(copying, child, to, depth))
            return -1;
    return source->failed(source->state) ? -1 : 0;
}

/* `space` as declared in the copy. */
static xmlNs *own_namespace(xmlNode *node, const xmlNs *space)
{
    xmlNs *own = space ? xmlSearchNsByHref(node->doc, node, space->href) : NULL;
    return own && own->prefix ? own : space ? xmlNewNs(node, space->href, space->prefix) : NULL;
}

/* Says at `node` what the included root says for all its pages and `node` does not say itself. */
static void take_root_properties(const struct copying *copying, xmlNode *node)
{
    for (const xmlAttr *said = copying->root->properties; said; said = said->next) {
        const char *name = (const char *)said->name;
        bool own = !said->ns && (strcmp(name, "id") == 0 || strcmp(name, "media-usage") == 0);
        if (own || xmlHasNsProp(node, said->name, said->ns ? said->ns->href : NULL))
            continue;
        xmlChar *value = xmlNodeGetContent((const xmlNode *)said);
        xmlNewNsProp(node, own_namespace(node, said->ns), said->name, value);
        xmlFree(value);
    }
}

/* --- Inserting -------------------------------------------------------------------------------- */

static int copy_masters(const struct copying *copying, const xmlNode *set, xmlNode *into)
{
    xmlNode *last = into->last;
    if (copy_children(copying, set, into, 0) != 0)
        return -1;
    for (xmlNode *node = last ? last->next : into->children; node; node = node->next)
        if (is_fo(node, "simple-page-master"))
            take_root_properties(copying, node);
    return 0;
}

/* Behind the document's own bookmarks; a document without any gets a tree before its pages. */
static int copy_bookmarks(const struct copying *copying, const xmlNode *tree, xmlNode *root)
{
    xmlNode *into = find_child(root, "bookmark-tree");
    if (into)
        return copy_children(copying, tree, into, 0);
    xmlNode *node = copy(copying, tree, root, 0);
    xmlNode *masters = find_child(root, "layout-master-set");
    if (!node || !masters)
        return -1;
    xmlUnlinkNode(node);
    xmlAddNextSibling(masters, node);
    return 0;
}

/* Puts a copy of one child of the included root where it belongs. */
static int place(const struct copying *copying, const xmlNode *child, xmlNode *root,
                 xmlNode *before)
{
    if (is_fo(child, "layout-master-set")) {
        xmlNode *masters = find_child(root, "layout-master-set");
        return masters ? copy_masters(copying, child, masters) : -1;
    }
    if (is_fo(child, "bookmark-tree"))
        return copy_bookmarks(copying, child, root);
    if (child->type != XML_ELEMENT_NODE || is_fo(child, "declarations"))
        return 0;
    xmlNode *node = copy(copying, child, root, 0);
    if (!node)
        return -1;
    take_root_properties(copying, node);
    xmlUnlinkNode(node);
    xmlAddPrevSibling(before, node);
    return 0;
}

int included_pages_insert(const struct included_pages *pages, xmlDoc *into, xmlNode *node)
{
    const struct fo_source *source = pages->source;
    xmlNode *root = xmlDocGetRootElement(into);
    struct copying copying = {
        .pages = pages, .arena = arena_new(), .into = into, .root = source->root(source->state)};
    int status = copying.root && is_fo(copying.root, "root") && is_fo(root, "root") ? 0 : -1;
    const xmlNode *child = NULL;
    while (status == 0 && (child = source->next(source->state, copying.root, child)) != NULL)
        status = place(&copying, child, root, node);
    if (status == 0 && source->failed(source->state))
        status = -1;
    xmlUnlinkNode(node);
    xmlFreeNode(node);
    arena_free(copying.arena);
    return status;
}
