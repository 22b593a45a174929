/* XMP is read by its own names, three elements deep; what else it holds stays where it is. Caller:
 * the run. */
#include "format/document_information.h"

#include <string.h>

#include "base/xml.h"
#include "format/object.h"

#define RDF_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_NAMESPACE  "http://purl.org/dc/elements/1.1/"
#define PDF_NAMESPACE "http://ns.adobe.com/pdf/1.3/"
#define XMP_NAMESPACE "adobe:ns:meta/"

static bool is(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           xmlStrEqual(node->ns->href, (const xmlChar *)space) &&
           xmlStrEqual(node->name, (const xmlChar *)name);
}

/* The value of a property: its text, or the items of its rdf:Alt (the first), rdf:Seq or rdf:Bag
 * (all). NULL if it is empty. */
static const char *value_of(struct arena *arena, const xmlNode *property)
{
    const char *value = NULL;
    const xmlNode *list = xmlFirstElementChild((xmlNode *)property);
    if (!list) {
        value = xml_text(arena, property);
        return *value ? value : NULL;
    }
    for (const xmlNode *item = xml_child(list, "li"); item; item = xml_next(item, "li")) {
        const char *text = xml_text(arena, item);
        if (*text)
            value = value ? arena_print(arena, "%s, %s", value, text) : text;
        if (value && is(list, RDF_NAMESPACE, "Alt"))
            break;
    }
    return value;
}

/* Where a property goes; NULL: nowhere. */
static const char **place_of(const xmlNode *property, struct document_information *information)
{
    return is(property, DC_NAMESPACE, "title")         ? &information->title
           : is(property, DC_NAMESPACE, "creator")     ? &information->author
           : is(property, DC_NAMESPACE, "description") ? &information->subject
           : is(property, PDF_NAMESPACE, "Keywords")   ? &information->keywords
                                                       : NULL;
}

static void read_description(struct arena *arena, const xmlNode *description,
                             struct document_information *information)
{
    for (const xmlNode *property = description->children; property; property = property->next) {
        const char **place = place_of(property, information);
        if (place && !*place)
            *place = value_of(arena, property);
    }
}

static void read_rdf(struct arena *arena, const xmlNode *rdf,
                     struct document_information *information)
{
    for (const xmlNode *child = rdf->children; child; child = child->next)
        if (is(child, RDF_NAMESPACE, "Description"))
            read_description(arena, child, information);
}

void document_information_read(struct formatter *formatter, const xmlNode *declarations,
                               struct document_information *information)
{
    for (const xmlNode *child = declarations->children; child; child = child->next) {
        if (is(child, RDF_NAMESPACE, "RDF"))
            read_rdf(formatter->arena, child, information);
        if (!is(child, XMP_NAMESPACE, "xmpmeta"))
            continue;
        for (const xmlNode *inner = child->children; inner; inner = inner->next)
            if (is(inner, RDF_NAMESPACE, "RDF"))
                read_rdf(formatter->arena, inner, information);
    }
}

void document_information_read_title(struct formatter *formatter, const xmlNode *page_sequence,
                                     struct document_information *information)
{
    const xmlNode *child = NULL;
    while (!information->title && (child = formatter_next(formatter, page_sequence, child)) &&
           (child->type != XML_ELEMENT_NODE || object_of(child) == OBJECT_TITLE))
        if (child->type == XML_ELEMENT_NODE) {
            const char *title = xml_text(formatter->arena, child);
            information->title = *title ? title : NULL;
        }
}
