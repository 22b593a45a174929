/* The run: reads the masters, then one page sequence after the other; at the end what waited for
 * page numbers is settled. Called by publish/ and main through format.h. */
#include "format/format.h"

#include "format/document_information.h"
#include "format/drawing.h"
#include "format/background.h"
#include "format/format_messages.h"
#include "format/formatter.h"
#include "format/identifier.h"
#include "format/lasting.h"
#include "format/link.h"
#include "format/marker.h"
#include "format/object.h"
#include "format/page_builder.h"
#include "format/paragraph.h"
#include "format/structure.h"
#include "format/title_sense.h"

const struct structure_tag *formatter_tag(struct formatter *formatter, struct arena *arena,
                                          enum structure_type type)
{
    if (formatter->untagged)
        return NULL;
    struct structure_tag *tag = arena_alloc(arena, sizeof *tag);
    *tag =
        (struct structure_tag){.type = type, .key = ++formatter->last_key, .columns = 1, .rows = 1};
    return tag;
}

const char *formatter_id(struct formatter *formatter, struct arena *arena, const xmlNode *node)
{
    const char *id = property_attribute(node, "id");
    if (!id || !*id)
        return NULL;
    if (!formatter->untagged && !formatter->measuring &&
        !identifier_declare(formatter->identifiers, id, formatter_line(node)))
        report_at(formatter->report, &MESSAGE_ID_DOUBLE, node, id, NULL);
    return arena_copy(arena, id);
}

long formatter_line(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        node = node->parent;
    return !node ? 0 : node->line < 65535 ? node->line : xmlGetLineNo(node);
}

const xmlNode *formatter_next(const struct formatter *formatter, const xmlNode *parent,
                              const xmlNode *previous)
{
    const struct fo_source *source = &formatter->request->source;
    return source->next(source->state, parent, previous);
}

/* Tells the device what the document says of itself, before its first page. */
static int tell(struct formatter *formatter, const xmlNode *page_sequence,
                struct document_information *information)
{
    const struct device *device = formatter->request->device;
    document_information_read_title(formatter, page_sequence, information);
    return device->information(device->state, information);
}

static int run(struct formatter *formatter, struct painter *painter, struct page_count *count)
{
    const struct fo_source *source = &formatter->request->source;
    const xmlNode *root = source->root(source->state);
    if (!root)
        return source->failed(source->state) ? -1 : 0;
    if (object_of(root) != OBJECT_ROOT) {
        report_at(formatter->report, &MESSAGE_NOT_FO, root, (const char *)root->name, NULL);
        return 0;
    }
    const struct traits *traits =
        property_resolve(formatter->properties, root, property_initial(formatter->properties));
    formatter->language = structure_language(traits->language);
    struct document_information information = {.language = formatter->language};
    struct page_masters *masters = NULL;
    size_t sequences = 0;
    const xmlNode *child = NULL;
    while ((child = formatter_next(formatter, root, child)) != NULL) {
        enum object object = object_of(child);
        if (object == OBJECT_DECLARATIONS) {
            document_information_read(formatter, child, &information);
        } else if (object == OBJECT_LAYOUT_MASTER_SET) {
            masters = page_master_read(formatter, child, traits);
        } else if (object == OBJECT_PAGE_SEQUENCE) {
            sequences++;
            if (!masters) {
                report_at(formatter->report, &MESSAGE_MASTERS_MISSING, child, NULL);
                continue;
            }
            if ((count->pages == 0 && tell(formatter, child, &information) != 0) ||
                page_builder_run(formatter, painter, masters, child, traits, count) != 0)
                return -1;
        } else if (object == OBJECT_BOOKMARK_TREE) {
            if (link_bookmarks(formatter, painter->device, child) != 0)
                return -1;
        } else {
            object_refuse(formatter->report, child);
        }
    }
    if (source->failed(source->state))
        return -1;
    if (!sequences)
        report_at(formatter->report, &MESSAGE_SEQUENCE_MISSING, root, NULL);
    return painter_settle(painter);
}

int format_document(const struct format_request *request, struct format_result *result)
{
    struct formatter formatter = {.request = request, .arena = arena_new()};
    formatter.report = report_new(request->findings, request->file);
    struct lasting *own = request->lasting ? NULL : lasting_new(request->fonts);
    struct lasting *lasting = own ? own : request->lasting;
    lasting_begin(lasting, formatter.report, request->relaxed);
    formatter.properties = lasting->properties;
    property_set_opener(formatter.properties, background_open, &formatter);
    formatter.glyphs = lasting->glyphs;
    formatter.fit = line_fit_new();
    formatter.title = title_senses_new();
    formatter.paragraph = paragraph_new(&formatter);
    formatter.identifiers = identifier_new(formatter.arena);
    formatter.page_markers = marker_table_new();
    formatter.drawings = drawings_new();
    struct painter painter = {.formatter = &formatter, .device = request->device, .label = "1"};
    struct page_count count = {.pages = 0, .number = 1};

    int outcome = run(&formatter, &painter, &count);
    report_end(formatter.report);
    result->pages = count.pages;
    result->failed = report_failed(formatter.report);

    marker_table_free(formatter.page_markers);
    drawings_free(formatter.drawings);
    identifier_free(formatter.identifiers);
    paragraph_free(formatter.paragraph);
    line_fit_free(formatter.fit);
    title_senses_free(formatter.title);
    lasting_free(own);
    report_free(formatter.report);
    arena_free(formatter.arena);
    return outcome;
}
