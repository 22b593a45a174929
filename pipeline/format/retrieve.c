/* Reads the retrieval's properties (XSL 1.1 §7.25.3 – 7.25.6). The table of what was seen is that
 * of the page being painted, or of the piece of a table whose head or foot is being laid out.
 * Called by block_layout.c and inline_layout.c. */
#include "format/retrieve.h"

#include <string.h>

#include "format/format_messages.h"
#include "format/marker.h"
#include "format/object.h"

static enum marker_position position_of(const char *text)
{
    static const struct {
        const char *name;
        enum marker_position position;
    } names[] = {
        {"first-including-carryover", MARKER_FIRST_INCLUDING_CARRYOVER},
        {"last-starting-within-page", MARKER_LAST_STARTING},
        {"last-ending-within-page", MARKER_LAST_ENDING},
        {"last-starting", MARKER_LAST_STARTING},
        {"last-ending", MARKER_LAST_ENDING},
    };
    for (size_t i = 0; text && i < sizeof names / sizeof *names; i++)
        if (strcmp(text, names[i].name) == 0)
            return names[i].position;
    return MARKER_FIRST_STARTING;
}

static enum marker_boundary boundary_of(const char *text, bool in_table)
{
    if (text && (strcmp(text, "page") == 0 || strcmp(text, "table-fragment") == 0))
        return MARKER_BOUNDARY_PAGE;
    if (text && strcmp(text, "document") == 0)
        return MARKER_BOUNDARY_DOCUMENT;
    return in_table && !text ? MARKER_BOUNDARY_PAGE : MARKER_BOUNDARY_SEQUENCE;
}

static bool is_inside_marker(const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (object_of(node) == OBJECT_MARKER)
            return true;
    return false;
}

const xmlNode *retrieve_marker(struct formatter *formatter, const xmlNode *node)
{
    bool in_table = object_of(node) == OBJECT_RETRIEVE_TABLE_MARKER;
    const char *class_name = property_attribute(node, "retrieve-class-name");
    if (formatter->measuring)
        return NULL;
    if (is_inside_marker(node) || !formatter->seen) {
        object_refuse(formatter->report, node);
        return NULL;
    }
    if (!class_name) {
        report_at(formatter->report, &MESSAGE_MARKER_NAMELESS, node, NULL);
        return NULL;
    }
    const char *position =
        property_attribute(node, in_table ? "retrieve-position-within-table" : "retrieve-position");
    const char *boundary =
        property_attribute(node, in_table ? "retrieve-boundary-within-table" : "retrieve-boundary");
    const struct marker *marker = marker_table_find(
        formatter->seen, class_name, position_of(position), boundary_of(boundary, in_table));
    return marker ? marker->node : NULL;
}
