/* A table's header and footer are laid out whole, once, and drawn on every page by the table's
 * frame. If one of them holds fo:retrieve-table-marker (续表, 承前页, 过次页), both are laid out
 * anew for each page that the table reaches, from copies, when the markers of its rows there are
 * known (XSL 1.1 §6.13.7); what they may take at most was reserved. Called by table_layout.c. */
#include "format/column.h"
#include "format/format_messages.h"
#include "format/marker.h"
#include "format/table.h"

static bool has_retrieval(const xmlNode *node, unsigned depth)
{
    for (const xmlNode *child = node->children; child && depth; child = child->next)
        if (object_of(child) == OBJECT_RETRIEVE_TABLE_MARKER || has_retrieval(child, depth - 1))
            return true;
    return false;
}

bool table_repeat_retrieves(const xmlNode *table)
{
    for (const xmlNode *part = table->children; part; part = part->next) {
        enum object object = object_of(part);
        if (object == OBJECT_TABLE_BODY)
            break;
        if ((object == OBJECT_TABLE_HEADER || object == OBJECT_TABLE_FOOTER) &&
            has_retrieval(part, NESTING_LIMIT))
            return true;
    }
    return false;
}

struct area *table_repeat_layout(struct table *table, struct arena *arena, const xmlNode *node,
                                 bool header)
{
    struct formatter *formatter = table->formatter;
    const struct traits *traits = property_resolve(formatter->properties, node, table->traits);
    millipoint left = table->left;
    bool first_row = table->first_row;
    struct border *last_after = table->last_after;
    const struct traits *part_above = table->part_above;
    struct vertical_list list;
    table->left = 0;
    table->last_after = table_border_none(arena, table->column_count);
    table->part_above = NULL;
    table->first_row = header;
    vertical_begin(&list, arena);
    const struct structure_tag *tag =
        table->row_tags
            ? formatter_tag(formatter, arena, header ? STRUCTURE_TABLE_HEAD : STRUCTURE_TABLE_FOOT)
            : NULL;
    struct frame *frame = vertical_open(&list, 0, table->width, NULL, tag);
    table_part_read(table, &list, node, traits, header ? TABLE_HEADER : TABLE_FOOTER);
    vertical_close(&list, frame);
    struct area *area = column_place_all(&list, table->width, arena);
    vertical_end(&list);
    table->left = left;
    table->first_row = false;
    if (!header) { /* what the body stands below is the header */
        table->first_row = first_row;
        table->last_after = last_after;
        table->part_above = part_above;
    }
    table->break_pending = KEYWORD_AUTO;
    return area;
}

/* --- With markers ---------------------------------------------------------------------------- */

/* The table as it is when pages are filled; it lives in the frame's chunk. */
struct table_repeat {
    struct table table;
    const xmlNode *nodes[2]; /* copies of header and footer; may be NULL */
    struct reserved_rows rows[2];
};

struct table_repeat *table_repeat_new(const struct table *table, struct arena *arena)
{
    struct table_repeat *repeat = arena_alloc(arena, sizeof *repeat);
    repeat->table = *table;
    repeat->table.flow = NULL; /* of the caller's stack */
    repeat->table.columns =
        arena_new_array(arena, table->column_count, sizeof(struct table_column));
    for (size_t i = 0; i < table->column_count; i++)
        repeat->table.columns[i] = table->columns[i];
    return repeat;
}

/* Puts a sample in the place of what will be retrieved: a line of text, or a block of one. */
static void put_samples(xmlNode *node, unsigned depth)
{
    for (xmlNode *child = node->children, *next; child && depth; child = next) {
        next = child->next;
        if (object_of(child) != OBJECT_RETRIEVE_TABLE_MARKER) {
            put_samples(child, depth - 1);
            continue;
        }
        xmlNode *sample = xmlNewDocText(child->doc, (const xmlChar *)"0");
        if (sample && object_of(node) == OBJECT_TABLE_CELL) {
            xmlNode *block = xmlNewDocNode(child->doc, child->ns, (const xmlChar *)"block", NULL);
            if (block)
                xmlAddChild(block, sample);
            sample = block ? block : sample;
        }
        if (!sample)
            continue;
        xmlReplaceNode(child, sample);
        xmlFreeNode(child);
    }
}

struct area *table_repeat_reserve(struct table_repeat *repeat, struct table *table,
                                  struct chunk *chunk, const xmlNode *node, bool header)
{
    struct formatter *formatter = table->formatter;
    bool untagged = formatter->untagged;
    xmlNode *sample = (xmlNode *)chunk_copy_node(chunk, node);
    repeat->nodes[!header] = chunk_copy_node(chunk, node);
    if (!sample || !repeat->nodes[!header])
        return NULL;
    put_samples(sample, NESTING_LIMIT);
    formatter->untagged = true; /* ids and tags are those of what is laid out in the end */
    table->reserved = &repeat->rows[!header];
    struct area *area = table_repeat_layout(table, chunk_arena(chunk), sample, header);
    table->reserved = NULL;
    formatter->untagged = untagged;
    return area;
}

/* What was retrieved takes more lines than one: it cannot get more room now. */
static void report_too_long(const struct table_repeat *repeat, millipoint excess, int part)
{
    char points[REPORT_POINTS_SIZE];
    if (excess <= 0)
        return;
    report_points(excess, points);
    report_at(repeat->table.formatter->report, &MESSAGE_CONTAINER_OVERFULL, repeat->nodes[part],
              points, (const char *)repeat->nodes[part]->name, NULL);
}

static struct area *lay_out_again(struct frame *frame, bool head, struct marker_table *seen,
                                  bool piece_first, bool piece_last, struct arena *arena)
{
    struct table_repeat *repeat = frame->again_state;
    struct formatter *formatter = repeat->table.formatter;
    const struct formatter before = *formatter;
    struct table *table = &repeat->table;
    formatter->pending = NULL;
    formatter->note_width = 0;
    formatter->seen = seen;
    formatter->depth = 0;
    formatter->untagged = before.untagged || !(head ? piece_first : piece_last);
    table->arena = arena;
    table->row_tags = !formatter->untagged;
    table->any_body = false;
    table->reserved = &repeat->rows[!head];
    table->reserved->at = 0;
    struct area *area = table_repeat_layout(table, arena, repeat->nodes[!head], head);
    report_too_long(repeat, area->height - (head ? frame->head : frame->foot)->height, !head);
    formatter->pending = before.pending;
    formatter->note_width = before.note_width;
    formatter->seen = before.seen;
    formatter->depth = before.depth;
    formatter->untagged = before.untagged;
    return area;
}

void table_repeat_attach(struct table_repeat *repeat, struct frame *frame)
{
    frame->again = lay_out_again;
    frame->again_state = repeat;
}
