/* Names, attributes and findings; see svg_context.h. Ids are gathered in one walk without recursion
 * into a hash table, since a drawing may hold a hundred thousand of them. */
#include "format/svg_context.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "format/format_messages.h"
#include "format/object.h"
#include "format/svg_number.h"

#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"

/* --- Attributes ---------------------------------------------------------------------------------
 */

static const char *content_of(const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    return text && text->content ? (const char *)text->content : "";
}

const char *svg_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!attribute->ns && strcmp((const char *)attribute->name, name) == 0)
            return content_of(attribute);
    return NULL;
}

const char *svg_href(const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, "href") == 0 &&
            (!attribute->ns || strcmp((const char *)attribute->ns->href, XLINK_NAMESPACE) == 0))
            return content_of(attribute);
    return NULL;
}

bool svg_is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, SVG_NAMESPACE) == 0 &&
           (!name || strcmp((const char *)node->name, name) == 0);
}

double svg_viewport(const struct svg *svg)
{
    return sqrt((svg->width * svg->width + svg->height * svg->height) / 2);
}

double svg_length(const struct svg_style *style, const xmlNode *node, const char *name,
                  double whole, double otherwise)
{
    const char *text = svg_attribute(node, name);
    double value;
    return text && svg_number_length(text, style->font_size, whole, &value) ? value : otherwise;
}

/* --- Findings -----------------------------------------------------------------------------------
 */

void svg_refuse_element(struct svg *svg, const xmlNode *node)
{
    const struct svg_environment *environment = svg->environment;
    report_at(environment->report,
              environment->relaxed ? &MESSAGE_SVG_ELEMENT_RELAXED : &MESSAGE_SVG_ELEMENT, node,
              (const char *)node->name, NULL);
}

void svg_refuse_property(void *state, const xmlNode *node, const char *name, const char *value)
{
    const struct svg_environment *environment = ((struct svg *)state)->environment;
    report_at(environment->report,
              environment->relaxed ? &MESSAGE_SVG_PROPERTY_RELAXED : &MESSAGE_SVG_PROPERTY, node,
              name, value, (const char *)node->name, NULL);
}

bool svg_count(struct svg *svg, const xmlNode *node, size_t *counter, size_t amount, size_t limit)
{
    if (svg->stopped || amount > limit - *counter) {
        if (!svg->stopped)
            report_at(svg->environment->report, &MESSAGE_SVG_TOO_LARGE, node, NULL);
        svg->stopped = true;
        return false;
    }
    *counter += amount;
    return true;
}

struct svg_style svg_style_at(struct svg *svg, const xmlNode *node, const struct svg_style *parent)
{
    return svg_style_of(node, parent, svg_viewport(svg), svg->scratch, svg_refuse_property, svg);
}

/* --- Names --------------------------------------------------------------------------------------
 */

struct svg_names {
    const xmlNode **slots; /* open addressing */
    size_t slot_count;     /* a power of two, at least twice the ids */
    size_t count;
};

static const char *id_of(const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, "id") == 0)
            return content_of(attribute);
    return NULL;
}

/* The slot of an id, or the free one where it belongs (FNV-1a). */
static const xmlNode **slot_of(const struct svg_names *names, const char *id)
{
    uint32_t hash = UINT32_C(2166136261);
    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT32_C(16777619);
    size_t at = (hash ^ hash >> 15) & (names->slot_count - 1);
    while (names->slots[at] && strcmp(id_of(names->slots[at]), id) != 0)
        at = (at + 1) & (names->slot_count - 1);
    return &names->slots[at];
}

static void widen(struct svg_names *names)
{
    struct svg_names old = *names;
    names->slot_count = old.slot_count ? old.slot_count * 2 : 64;
    names->slots = memory_new(names->slot_count, sizeof *names->slots);
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i])
            *slot_of(names, id_of(old.slots[i])) = old.slots[i];
    free(old.slots);
}

static void learn(struct svg_names *names, const xmlNode *node)
{
    const char *id = id_of(node);
    if (!id)
        return;
    if (names->count * 2 >= names->slot_count)
        widen(names);
    const xmlNode **slot = slot_of(names, id);
    if (*slot)
        return; /* the first of a name counts */
    *slot = node;
    names->count++;
}

static bool has_text(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (object_is_text(child))
            return true;
    return false;
}

/* Elements that would change how others look. */
static bool is_sweeping(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    return (strcmp(name, "style") == 0 && has_text(node)) || strcmp(name, "script") == 0 ||
           strncmp(name, "animate", 7) == 0 || strcmp(name, "set") == 0;
}

void svg_names_read(struct svg *svg, const xmlNode *root)
{
    svg->names = memory_new(1, sizeof *svg->names);
    for (const xmlNode *node = root; node; node = xml_following(node, root)) {
        if (!svg_is_element(node, NULL))
            continue;
        learn(svg->names, node);
        if (is_sweeping(node))
            svg_refuse_element(svg, node);
    }
}

void svg_names_free(struct svg_names *names)
{
    free(names->slots);
    free(names);
}

const xmlNode *svg_find(const struct svg *svg, const char *id)
{
    return svg->names->slot_count ? *slot_of(svg->names, id) : NULL;
}
