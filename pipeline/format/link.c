/* Ids are names for the device: it settles where they lead when they come (device.h, destination).
 * Bookmarks come before the first page and are given to the device at once. Called by
 * inline_layout.c and format.c. */
#include "format/link.h"

#include <string.h>

#include "base/buffer.h"
#include "format/format_messages.h"
#include "format/identifier.h"
#include "format/object.h"
#include "format/uri.h"

enum { DESCRIPTION_SIZE = 200 };

/* Adds text, white space collapsed. */
static void add_text(struct buffer *text, const char *at)
{
    for (; *at; at++) {
        bool space = strchr(" \t\r\n", *at) != NULL;
        if (!space)
            buffer_byte(text, *at);
        else if (text->length && text->bytes[text->length - 1] != ' ')
            buffer_byte(text, ' ');
    }
}

/* The text below the node, as far as it is needed for a description: what is deeper than objects
 * may be, or comes when that is long enough, is left out. */
static void collect_text(const struct formatter *formatter, const xmlNode *node, unsigned depth,
                         struct buffer *text)
{
    const xmlNode *child = NULL;
    while (depth < NESTING_LIMIT && text->length < DESCRIPTION_SIZE &&
           (child = formatter_next(formatter, node, child)) != NULL) {
        if (child->type == XML_ELEMENT_NODE)
            collect_text(formatter, child, depth + 1, text);
        else if (child->content)
            add_text(text, (const char *)child->content);
    }
}

static void trim_end(struct buffer *text)
{
    while (text->length && text->bytes[text->length - 1] == ' ')
        text->length--;
}

/* What the link says, in words: for readers who do not see it (ISO 14289-1 §7.18.5). */
static const char *describe(const struct formatter *formatter, struct arena *arena,
                            const xmlNode *node)
{
    struct buffer text = {0};
    collect_text(formatter, node, 0, &text);
    if (text.length > DESCRIPTION_SIZE) {
        text.length = DESCRIPTION_SIZE;
        while (text.length && ((unsigned char)text.bytes[text.length] & 0xC0) == 0x80)
            text.length--;
    }
    trim_end(&text);
    const char *description = text.length ? arena_copy_bytes(arena, text.bytes, text.length) : NULL;
    buffer_free(&text);
    return description;
}

const struct link_target *link_target_new(struct formatter *formatter, struct arena *arena,
                                          const xmlNode *node)
{
    const char *internal = property_attribute(node, "internal-destination");
    const char *external = property_attribute(node, "external-destination");
    if ((!internal || !*internal) && (!external || !*external)) {
        report_at(formatter->report, &MESSAGE_LINK_NOWHERE, node, (const char *)node->name, NULL);
        return NULL;
    }
    struct link_target *target = arena_alloc(arena, sizeof *target);
    if (internal && *internal) {
        target->destination = arena_copy(arena, internal);
        identifier_want(formatter->identifiers, internal, formatter_line(node));
    } else {
        target->uri = uri_specification(arena, external);
    }
    if (object_of(node) == OBJECT_BASIC_LINK)
        target->alternative = describe(formatter, arena, node);
    return target;
}

/* --- Bookmarks ------------------------------------------------------------------------------- */

static int give_bookmark(struct formatter *formatter, const struct device *device,
                         const xmlNode *node, int level);

static int give_children(struct formatter *formatter, const struct device *device,
                         const xmlNode *node, int level)
{
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        enum object object = object_of(child);
        if (object == OBJECT_BOOKMARK) {
            if (give_bookmark(formatter, device, child, level) != 0)
                return -1;
        } else if (object != OBJECT_BOOKMARK_TITLE || level == 1) {
            object_refuse(formatter->report, child);
        }
    }
    return 0;
}

static int give_bookmark(struct formatter *formatter, const struct device *device,
                         const xmlNode *node, int level)
{
    if (level >= NESTING_LIMIT) {
        report_at(formatter->report, &MESSAGE_NESTED_TOO_DEEP, node, "200", NULL);
        return 0;
    }
    const struct link_target *target = link_target_new(formatter, formatter->arena, node);
    const char *state = property_attribute(node, "starting-state");
    struct buffer title = {0};
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, node, child)) != NULL)
        if (object_of(child) == OBJECT_BOOKMARK_TITLE)
            collect_text(formatter, child, 0, &title);
    trim_end(&title);
    const struct bookmark bookmark = {.title = buffer_string(&title),
                                      .level = level,
                                      .destination =
                                          target && target->destination ? target->destination : "",
                                      .uri = target ? target->uri : NULL,
                                      .closed = state && strcmp(state, "hide") == 0};
    int result = device->bookmark(device->state, &bookmark);
    buffer_free(&title);
    return result == 0 ? give_children(formatter, device, node, level + 1) : -1;
}

int link_bookmarks(struct formatter *formatter, const struct device *device, const xmlNode *tree)
{
    return give_children(formatter, device, tree, 1);
}
