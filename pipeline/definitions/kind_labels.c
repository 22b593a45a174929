/* Labels: walks the XSD's own tree from the root element's declaration down, following references
 * and named types within the file, and notes each path with the Chinese xs:documentation nearest to
 * it: of the declaration itself, of what it refers to, of its type. XML Schema Part 1, §3.13
 * (annotations). The label is the documentation's first sentence; what follows 。 or a new line is
 * explanation. */
#include "definitions/kind_labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "definitions/definition_messages.h"
#include "definitions/kind_path.h"

enum { MAXIMUM_DEPTH = 24, MAXIMUM_PATHS = 10000 };

static const char schema_namespace[] = "http://www.w3.org/2001/XMLSchema";

struct walk {
    struct arena *arena;
    const xmlNode *schema;
    const char *target;       /* targetNamespace, "" if none */
    struct kind_label *items; /* heap while it grows */
    size_t count;
    bool complete;
    const xmlNode *open[MAXIMUM_DEPTH + 1]; /* the declarations being walked, the root's first */
    size_t open_count;
};

static bool is_schema_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, schema_namespace) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

/* --- Labels -------------------------------------------------------------------------------------
 */

static const char *first_sentence(struct arena *arena, const char *text)
{
    const char *end = text + strcspn(text, "\r\n");
    const char *stop = strstr(text, "。");
    if (stop && stop < end)
        end = stop;
    while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    return end > text ? arena_copy_bytes(arena, text, (size_t)(end - text)) : NULL;
}

/* The Chinese documentation standing at a declaration, NULL if there is none. One without xml:lang
 * counts as Chinese. */
static const char *own_label(struct walk *walk, const xmlNode *declaration)
{
    const xmlNode *annotation = declaration ? xml_child(declaration, "annotation") : NULL;
    const xmlNode *note = annotation ? xml_child(annotation, "documentation") : NULL;
    for (; note; note = xml_next(note, "documentation")) {
        xmlChar *language = xmlNodeGetLang(note);
        bool chinese = !language || strncmp((const char *)language, "zh", 2) == 0;
        xmlFree(language);
        if (chinese)
            return first_sentence(walk->arena, xml_text(walk->arena, note));
    }
    return NULL;
}

/* --- The walk -----------------------------------------------------------------------------------
 */

static void note_path(struct walk *walk, const char *path, const char *label)
{
    for (size_t i = 0; i < walk->count; i++) {
        if (strcmp(walk->items[i].path, path) == 0) {
            if (!walk->items[i].label)
                walk->items[i].label = label; /* the same element in two branches of a choice */
            return;
        }
    }
    walk->items = memory_resize(walk->items, walk->count + 1, sizeof *walk->items);
    walk->items[walk->count++] = (struct kind_label){.path = path, .label = label};
}

static const xmlNode *find_global(struct walk *walk, const char *sort, const char *wanted)
{
    for (const xmlNode *node = walk->schema->children; node; node = node->next) {
        const char *name =
            is_schema_element(node, sort) ? xml_attribute(walk->arena, node, "name") : NULL;
        if (name && strcmp(name, wanted) == 0)
            return node;
    }
    return NULL;
}

/* The global component of that sort which a QName names, NULL if this file has none: XML Schema's
 * own types, and what stands elsewhere (then the file imports or includes, and the walk is
 * incomplete). */
static const xmlNode *resolve(struct walk *walk, const xmlNode *at, const char *sort,
                              const char *qualified)
{
    const char *colon = strchr(qualified, ':');
    const char *local = colon ? colon + 1 : qualified;
    const char *prefix =
        colon ? arena_copy_bytes(walk->arena, qualified, (size_t)(colon - qualified)) : NULL;
    const xmlNs *ns = xmlSearchNs(at->doc, (xmlNode *)at, (const xmlChar *)prefix);
    const char *space = ns ? (const char *)ns->href : "";
    return strcmp(space, walk->target) == 0 ? find_global(walk, sort, local) : NULL;
}

static void walk_content(struct walk *walk, const char *path, const xmlNode *content, int depth);

static const char *below(struct walk *walk, const char *path, const char *mark, const char *name)
{
    return arena_print(walk->arena, "%s%s%s%s", path, *path ? "/" : "", mark, name);
}

/* The label that a type gives to what is of that type; walks the type's content too. */
static const char *walk_type(struct walk *walk, const char *path, const xmlNode *declaration,
                             int depth)
{
    const char *name = xml_attribute(walk->arena, declaration, "type");
    const xmlNode *type = name ? resolve(walk, declaration, "complexType", name)
                               : xml_child(declaration, "complexType");
    if (type)
        walk_content(walk, path, type, depth + 1);
    else if (name)
        type = resolve(walk, declaration, "simpleType", name);
    return name ? own_label(walk, type) : NULL;
}

static bool is_open(const struct walk *walk, const xmlNode *declaration)
{
    for (size_t i = 0; i < walk->open_count; i++)
        if (walk->open[i] == declaration)
            return true;
    return false;
}

/* Notes an element declaration (or reference) and what lies below it. */
static void walk_element(struct walk *walk, const char *parent, const xmlNode *node, bool root,
                         int depth)
{
    const xmlNode *declaration = node;
    const char *reference = xml_attribute(walk->arena, node, "ref");
    if (reference)
        declaration = resolve(walk, node, "element", reference);
    const char *name = declaration ? xml_attribute(walk->arena, declaration, "name") : NULL;
    if (!name || depth > MAXIMUM_DEPTH || walk->count >= MAXIMUM_PATHS) {
        walk->complete = false;
        return;
    }
    const char *path = root ? "" : below(walk, parent, "", name);
    const char *label = own_label(walk, node);
    if (!label)
        label = own_label(walk, declaration);
    size_t place = walk->count;
    note_path(walk, path, label);
    if (is_open(walk, declaration))
        return;
    walk->open[walk->open_count++] = declaration;
    const char *type_label = walk_type(walk, path, declaration, depth);
    walk->open_count--;
    if (!label && place < walk->count && strcmp(walk->items[place].path, path) == 0)
        walk->items[place].label = type_label;
}

static void walk_attribute(struct walk *walk, const char *parent, const xmlNode *node)
{
    const xmlNode *declaration = node;
    const char *reference = xml_attribute(walk->arena, node, "ref");
    if (reference)
        declaration = resolve(walk, node, "attribute", reference);
    const char *name = declaration ? xml_attribute(walk->arena, declaration, "name") : NULL;
    if (!name)
        return; /* xml:lang and the like: no column is made of those */
    const char *label = own_label(walk, node);
    if (!label)
        label = own_label(walk, declaration);
    const char *type = xml_attribute(walk->arena, declaration, "type");
    if (!label && type)
        label = own_label(walk, resolve(walk, declaration, "simpleType", type));
    note_path(walk, below(walk, parent, "@", name), label);
}

/* Particles and attributes, whatever they are wrapped in. */
static void walk_content(struct walk *walk, const char *path, const xmlNode *content, int depth)
{
    static const char *const wrappings[] = {"sequence", "choice", "all", "complexContent",
                                            "simpleContent"};
    if (depth > MAXIMUM_DEPTH || walk->count >= MAXIMUM_PATHS) {
        walk->complete = false;
        return;
    }
    for (const xmlNode *node = content->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *reference = xml_attribute(walk->arena, node, "ref");
        if (is_schema_element(node, "element")) {
            walk_element(walk, path, node, false, depth + 1);
        } else if (is_schema_element(node, "attribute")) {
            walk_attribute(walk, path, node);
        } else if (is_schema_element(node, "extension") || is_schema_element(node, "restriction")) {
            const char *base = xml_attribute(walk->arena, node, "base");
            const xmlNode *type = base ? resolve(walk, node, "complexType", base) : NULL;
            if (type)
                walk_content(walk, path, type, depth + 1);
            walk_content(walk, path, node, depth + 1);
        } else if (reference && (is_schema_element(node, "group") ||
                                 is_schema_element(node, "attributeGroup"))) {
            const xmlNode *group = resolve(walk, node, (const char *)node->name, reference);
            if (group)
                walk_content(walk, path, group, depth + 1);
        } else if (is_schema_element(node, "any") || is_schema_element(node, "anyAttribute")) {
            walk->complete = false;
        } else {
            for (size_t i = 0; i < sizeof wrappings / sizeof *wrappings; i++)
                if (is_schema_element(node, wrappings[i]))
                    walk_content(walk, path, node, depth + 1);
        }
    }
}

/* --- The whole schema ---------------------------------------------------------------------------
 */

static int by_path(const void *left, const void *right)
{
    const struct kind_label *a = left, *b = right;
    return strcmp(a->path, b->path);
}

static bool uses_other_files(const xmlNode *schema)
{
    return xml_child(schema, "import") || xml_child(schema, "include") ||
           xml_child(schema, "redefine");
}

int kind_labels_read(const struct definition *definition, const xmlNode *node,
                     const char *schema_path, const char *name_space, const char *root,
                     struct kind_labels *labels)
{
    xmlDoc *document = xml_read_definition(schema_path, NULL, definition->findings);
    if (!document)
        return -1;
    struct walk walk = {.arena = definition->arena, .schema = xmlDocGetRootElement(document)};
    walk.complete = !uses_other_files(walk.schema);
    const char *target = definition_attribute(definition, walk.schema, "targetNamespace");
    walk.target = target ? target : "";
    const xmlNode *declaration = find_global(&walk, "element", root);
    if (strcmp(walk.target, name_space) != 0)
        definition_mistake(definition, node, &MESSAGE_KIND_NAMESPACE, name_space, walk.target);
    if (declaration)
        walk_element(&walk, "", declaration, true, 0);
    else
        definition_mistake(definition, node, &MESSAGE_KIND_ROOT, root, schema_path);

    struct kind_label *items = arena_new_array(definition->arena, walk.count + 1, sizeof *items);
    if (walk.count) {
        qsort(walk.items, walk.count, sizeof *walk.items, by_path);
        memcpy(items, walk.items, walk.count * sizeof *items);
    }
    *labels = (struct kind_labels){items, walk.count, walk.complete};
    free(walk.items);
    xmlFreeDoc(document);
    return declaration ? 0 : -1;
}

/* Whether `path` ends with the steps `end`. */
static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path), end_length = strlen(end);
    return length >= end_length && strcmp(path + length - end_length, end) == 0 &&
           (length == end_length || path[length - end_length - 1] == '/');
}

const struct kind_label *kind_labels_at(const struct kind_label *items, size_t count,
                                        const char *path)
{
    if (kind_path_is_anywhere(path)) {
        for (size_t i = 0; i < count; i++)
            if (ends_with(items[i].path, path + 2))
                return &items[i];
        return NULL;
    }
    const struct kind_label wanted = {.path = path};
    return count ? bsearch(&wanted, items, count, sizeof *items, by_path) : NULL;
}

bool kind_labels_nest(const struct kind_labels *labels, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < labels->count; i++) {
        size_t found = 0;
        for (const char *step = labels->items[i].path; *step;) {
            size_t step_length = strcspn(step, "/");
            found += step_length == length && strncmp(step, name, length) == 0;
            step += step_length + (step[step_length] == '/');
        }
        if (found > 1)
            return true;
    }
    return false;
}
