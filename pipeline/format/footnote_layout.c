/* A second paragraph is used while the first is still being collected. Footnotes and floats may not
 * stand in each other, nor in static content, where no page is being filled (note_width is 0).
 * Called by inline_layout.c and block_layout.c. */
#include "format/footnote_layout.h"

#include "format/apart.h"
#include "format/block_layout.h"
#include "format/format_messages.h"
#include "format/inline_layout.h"
#include "format/marker.h"
#include "format/object.h"

static const struct apart *lay_out(struct formatter *formatter, struct arena *arena,
                                   const xmlNode *node, const struct traits *traits,
                                   const struct structure_tag *tag)
{
    struct vertical_list list;
    struct flow flow = {.list = &list, .width = formatter->note_width};
    struct paragraph *paragraph = formatter->paragraph;
    formatter->note_width = 0;
    formatter->paragraph = paragraph_spare(paragraph);
    vertical_begin(&list, arena);
    struct frame *frame = vertical_open(&list, 0, flow.width, NULL, tag);
    frame->id = formatter_id(formatter, arena, node);
    block_layout_children(formatter, &flow, node, traits, false);
    vertical_close(&list, frame);
    formatter->paragraph = paragraph;
    formatter->note_width = flow.width;
    return apart_new(arena, &list);
}

static struct attachment *attachment_of(struct arena *arena, enum attachment_kind kind,
                                        const struct apart *apart)
{
    struct attachment *attachment = arena_alloc(arena, sizeof *attachment);
    attachment->kind = kind;
    attachment->apart = apart;
    return attachment;
}

/* Whether something outside the text may stand here; reported if not. */
static bool is_allowed(struct formatter *formatter, const xmlNode *node)
{
    if (formatter->note_width > 0)
        return true;
    object_refuse(formatter->report, node);
    return false;
}

/* The mark in the text, tagged as what leads to the note. It begins no line: it belongs to what
 * stands before it. */
static void add_reference(struct formatter *formatter, struct paragraph *paragraph,
                          const xmlNode *node, const struct run_style *style)
{
    struct inline_box *box = inline_box_new(paragraph->arena, style);
    size_t from = paragraph->count;
    box->tag = formatter_tag(formatter, paragraph->arena, STRUCTURE_REFERENCE);
    paragraph_add_box(paragraph, style, box, true);
    inline_add(formatter, paragraph, node, style);
    paragraph_tie(paragraph, from);
    paragraph_add_box(paragraph, style, box, false);
}

void footnote_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
                  const struct run_style *style)
{
    const xmlNode *child = NULL;
    if (!formatter->measuring && !is_allowed(formatter, node))
        return;
    while ((child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_INLINE) {
            add_reference(formatter, paragraph, child, style);
        } else if (object_of(child) == OBJECT_FOOTNOTE_BODY && formatter->measuring) {
            continue;
        } else if (object_of(child) == OBJECT_FOOTNOTE_BODY) {
            const struct traits *traits =
                property_resolve(formatter->properties, child, style->traits);
            const struct structure_tag *tag =
                formatter_tag(formatter, paragraph->arena, STRUCTURE_NOTE);
            const struct apart *apart = lay_out(formatter, paragraph->arena, child, traits, tag);
            paragraph_add_attachment(paragraph, style,
                                     attachment_of(paragraph->arena, ATTACHMENT_NOTE, apart));
        } else {
            object_refuse(formatter->report, child);
        }
    }
}

/* Only floats above the text are laid out as such. */
static bool is_before(struct formatter *formatter, const xmlNode *node, const struct traits *traits)
{
    if (traits->float_place == KEYWORD_BEFORE)
        return is_allowed(formatter, node);
    report_at(formatter->report, &MESSAGE_FLOAT_PLACE, node, property_attribute(node, "float"),
              NULL);
    return false;
}

static struct attachment *float_of(struct formatter *formatter, struct arena *arena,
                                   const xmlNode *node, const struct traits *traits)
{
    return attachment_of(arena, ATTACHMENT_FLOAT, lay_out(formatter, arena, node, traits, NULL));
}

void float_add(struct formatter *formatter, struct paragraph *paragraph, const xmlNode *node,
               const struct run_style *style)
{
    if (!formatter->measuring && is_before(formatter, node, style->traits))
        paragraph_add_attachment(paragraph, style,
                                 float_of(formatter, paragraph->arena, node, style->traits));
}

void float_layout(struct formatter *formatter, struct flow *flow, const xmlNode *node,
                  const struct traits *parent)
{
    const struct traits *traits = property_resolve(formatter->properties, node, parent);
    if (traits->float_place == KEYWORD_NONE)
        block_layout_children(formatter, flow, node, traits, false);
    else if (is_before(formatter, node, traits))
        attachment_append(formatter->pending,
                          float_of(formatter, vertical_arena(flow->list), node, traits));
}

void marker_add(struct formatter *formatter, const xmlNode *node)
{
    if (!formatter->pending || formatter->measuring) /* in static content nothing is looked for */
        return;
    struct chunk *chunk = formatter->page_list->chunk;
    struct marker *marker = marker_new(chunk, node);
    if (!marker) {
        report_at(formatter->report, &MESSAGE_MARKER_NAMELESS, node, NULL);
        return;
    }
    struct attachment *attachment = attachment_of(chunk_arena(chunk), ATTACHMENT_MARKER, NULL);
    attachment->marker = marker;
    attachment_append(formatter->pending, attachment);
}

const struct marker *marker_read(struct formatter *formatter, const struct vertical_list *list,
                                 const xmlNode *node)
{
    struct marker *first = NULL, **last = &first;
    const xmlNode *child = NULL;
    while (list->streaming && (child = formatter_next(formatter, node, child)) != NULL) {
        if (object_of(child) == OBJECT_MARKER) {
            *last = marker_new(list->chunk, child);
            if (*last)
                last = &(*last)->next;
            else
                report_at(formatter->report, &MESSAGE_MARKER_NAMELESS, child, NULL);
        } else if (child->type == XML_ELEMENT_NODE || object_is_text(child)) {
            break;
        }
    }
    return first;
}
