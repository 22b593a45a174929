/* Pages. A page names its parent when it is written, so pages are gathered under nodes of
 * PAGES_PER_NODE, whose numbers are reserved in advance; the levels above are built at the end.
 * Labels that count on are one entry of the label tree. */
#include "draw/pdf_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_number_tree.h"

enum { PAGES_PER_NODE = 64 };

struct label {
    size_t page; /* 0-based: from here on */
    long number; /* decimal counting from this; -1: the text as it is */
    char *text;
};

struct pdf_pages {
    struct pdf_file *file;
    unsigned *objects; /* [n] of page n + 1 */
    size_t count, capacity;
    unsigned *nodes;
    size_t node_count;
    struct label *labels;
    size_t label_count, label_capacity;
    struct page_geometry geometry; /* of the current page */
    HPDF_Array annotations;        /* of the current page; NULL: none */
};

struct pdf_pages *pdf_pages_new(struct pdf_file *file)
{
    struct pdf_pages *pages = memory_new(1, sizeof *pages);
    pages->file = file;
    return pages;
}

void pdf_pages_free(struct pdf_pages *pages)
{
    for (size_t i = 0; i < pages->label_count; i++)
        free(pages->labels[i].text);
    free(pages->objects);
    free(pages->nodes);
    free(pages->labels);
    free(pages);
}

/* --- Labels
 * ---------------------------------------------------------------------------------------------- */

/* The label as a plain number without leading zeros, or -1. */
static long label_number(const char *label)
{
    char *end;
    if (*label < '1' || *label > '9')
        return -1;
    long number = strtol(label, &end, 10);
    return *end == '\0' && end - label < 9 ? number : -1;
}

static void add_label(struct pdf_pages *pages, const char *text)
{
    size_t page = pages->count - 1;
    long number = label_number(text);
    const struct label *last = pages->label_count ? &pages->labels[pages->label_count - 1] : NULL;
    if (last && number >= 0 && last->number >= 0 &&
        last->number + (long)(page - last->page) == number)
        return;
    if (pages->label_count == pages->label_capacity) {
        pages->label_capacity = pages->label_capacity ? pages->label_capacity * 2 : 16;
        pages->labels = memory_resize(pages->labels, pages->label_capacity, sizeof *pages->labels);
    }
    pages->labels[pages->label_count++] = (struct label){page, number, memory_copy(text)};
}

/* /PageLabels (ISO 32000-1 §12.4.2). */
static unsigned write_labels(struct pdf_pages *pages)
{
    struct pdf_number_tree tree = pdf_number_tree_begin(pages->file);
    for (size_t i = 0; i < pages->label_count; i++) {
        const struct label *label = &pages->labels[i];
        HPDF_Dict entry = pdf_dictionary(pages->file);
        if (label->number >= 0) {
            pdf_put_name(entry, "S", "D");
            pdf_put_number(entry, "St", (int)label->number);
        } else {
            pdf_put_text(pages->file, entry, "P", label->text);
        }
        pdf_number_tree_add(&tree, (int)label->page, entry);
    }
    return pdf_number_tree_end(&tree);
}

/* --- Pages
 * ------------------------------------------------------------------------------------------------
 */

static unsigned current_node(struct pdf_pages *pages)
{
    if ((pages->count - 1) % PAGES_PER_NODE == 0) {
        pages->nodes = memory_resize(pages->nodes, pages->node_count + 1, sizeof *pages->nodes);
        pages->nodes[pages->node_count++] = pdf_file_reserve(pages->file);
    }
    return pages->nodes[pages->node_count - 1];
}

unsigned pdf_pages_begin(struct pdf_pages *pages, const struct page_geometry *geometry)
{
    if (pages->count == pages->capacity) {
        pages->capacity = pages->capacity ? pages->capacity * 2 : 16;
        pages->objects = memory_resize(pages->objects, pages->capacity, sizeof *pages->objects);
    }
    unsigned object = pdf_file_reserve(pages->file);
    pages->objects[pages->count++] = object;
    pages->geometry = *geometry;
    pages->annotations = NULL;
    add_label(pages, geometry->label ? geometry->label : "");
    return object;
}

void pdf_pages_add_annotation(struct pdf_pages *pages, unsigned object)
{
    if (!pages->annotations)
        pages->annotations = pdf_array(pages->file);
    pdf_add_reference(pages->file, pages->annotations, object);
}

void pdf_pages_end(struct pdf_pages *pages, const struct buffer *operators, HPDF_Dict resources,
                   int structure_parent)
{
    struct pdf_file *file = pages->file;
    unsigned content = pdf_file_reserve(file);
    pdf_write_stream(file, content, pdf_dictionary(file), buffer_string(operators),
                     operators->length, PDF_DEFLATED);
    HPDF_Dict page = pdf_dictionary(file);
    HPDF_Array box = pdf_array(file);
    pdf_add_number(box, 0);
    pdf_add_number(box, 0);
    pdf_add_length(box, pages->geometry.width / 1000.0);
    pdf_add_length(box, pages->geometry.height / 1000.0);
    pdf_put_name(page, "Type", "Page");
    pdf_put_reference(file, page, "Parent", current_node(pages));
    pdf_put_object(page, "MediaBox", box);
    pdf_put_object(page, "Resources", resources);
    pdf_put_reference(file, page, "Contents", content);
    if (pages->geometry.rotate)
        pdf_put_number(page, "Rotate", pages->geometry.rotate);
    if (pages->annotations) {
        pdf_put_object(page, "Annots", pages->annotations);
        if (pdf_file_is_modern(file))
            pdf_put_name(page, "Tabs", "S"); /* in reading order (ISO 14289-1 §7.18.3) */
    }
    pages->annotations = NULL;
    if (structure_parent >= 0)
        pdf_put_number(page, "StructParents", structure_parent);
    pdf_write(file, pages->objects[pages->count - 1], page);
}

unsigned pdf_pages_object(const struct pdf_pages *pages, size_t page)
{
    return page < pages->count ? pages->objects[page] : 0;
}

/* --- The tree
 * --------------------------------------------------------------------------------------------- */

/* A node over `count` kids that stand for `leaves` pages; its parent is written if not 0. */
static void write_node(struct pdf_pages *pages, unsigned number, unsigned parent,
                       const unsigned *kids, size_t count, size_t leaves)
{
    HPDF_Dict node = pdf_dictionary(pages->file);
    HPDF_Array array = pdf_array(pages->file);
    for (size_t i = 0; i < count; i++)
        pdf_add_reference(pages->file, array, kids[i]);
    pdf_put_name(node, "Type", "Pages");
    pdf_put_object(node, "Kids", array);
    pdf_put_number(node, "Count", (int)leaves);
    if (parent)
        pdf_put_reference(pages->file, node, "Parent", parent);
    pdf_write(pages->file, number, node);
}

/* Pages under `count` nodes of one level, each over `span` pages, beginning with node `from`. */
static size_t leaves_under(const struct pdf_pages *pages, size_t from, size_t count, size_t span)
{
    size_t first = from * span, last = (from + count) * span;
    return (last < pages->count ? last : pages->count) - first;
}

static unsigned write_tree(struct pdf_pages *pages)
{
    size_t span = 1; /* pages under one kid of the level being written */
    size_t kid_count = pages->count;
    unsigned *kids = memory_new(pages->count + 1, sizeof *kids);
    if (pages->count)
        memcpy(kids, pages->objects, pages->count * sizeof *kids);
    size_t node_count = pages->node_count;
    unsigned *nodes = memory_new(node_count + 1, sizeof *nodes);
    if (node_count)
        memcpy(nodes, pages->nodes, node_count * sizeof *nodes);
    else
        nodes[node_count++] = pdf_file_reserve(pages->file); /* a document without pages */
    for (;;) {
        size_t upper_count = (node_count + PAGES_PER_NODE - 1) / PAGES_PER_NODE;
        unsigned *upper = memory_new(upper_count, sizeof *upper);
        for (size_t i = 0; node_count > 1 && i < upper_count; i++)
            upper[i] = pdf_file_reserve(pages->file);
        for (size_t i = 0; i < node_count; i++) {
            size_t from = i * PAGES_PER_NODE;
            size_t count = kid_count - from < PAGES_PER_NODE ? kid_count - from : PAGES_PER_NODE;
            write_node(pages, nodes[i], node_count > 1 ? upper[i / PAGES_PER_NODE] : 0, kids + from,
                       count, leaves_under(pages, from, count, span));
        }
        free(kids);
        kids = nodes;
        kid_count = node_count;
        nodes = upper;
        if (node_count == 1)
            break;
        node_count = upper_count;
        span *= PAGES_PER_NODE;
    }
    unsigned root = kids[0];
    free(kids);
    free(nodes);
    return root;
}

void pdf_pages_write(struct pdf_pages *pages, HPDF_Dict catalog)
{
    pdf_put_reference(pages->file, catalog, "Pages", write_tree(pages));
    if (pages->label_count)
        pdf_put_reference(pages->file, catalog, "PageLabels", write_labels(pages));
}
