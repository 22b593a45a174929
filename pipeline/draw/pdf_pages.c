/* Pages. A page names its parent when it is written, so pages are gathered under nodes of
 * PAGES_PER_NODE, whose numbers are reserved in advance; the levels above are built at the end.
 * Labels that count on are one entry of the label tree. */
#include "draw/pdf_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_number_tree.h"

enum { PAGES_PER_NODE = 64 };

struct page_record {
    unsigned object;
    millipoint height;
};

struct label {
    size_t page; /* 0-based: from here on */
    long number; /* decimal counting from this; -1: the text as it is */
    char *text;
};

struct outline_entry {
    char *title;
    int level;
    unsigned page;
    millipoint y;
    unsigned object;
};

struct pdf_pages {
    struct pdf_file *file;
    struct page_record *records; /* [n] of page n + 1; object 0 = not asked for yet */
    size_t record_count, capacity;
    size_t count; /* pages begun */
    unsigned *nodes;
    size_t node_count;
    struct label *labels;
    size_t label_count, label_capacity;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
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
    for (size_t i = 0; i < pages->outline_count; i++)
        free(pages->outline[i].title);
    free(pages->records);
    free(pages->nodes);
    free(pages->labels);
    free(pages->outline);
    free(pages);
}

/* The object number of a page by its 1-based position, also of one that is still to come (0 is
 * taken for the first). */
static unsigned object_of(struct pdf_pages *pages, unsigned page)
{
    if (page == 0)
        page = 1;
    if (page > pages->capacity) {
        size_t capacity = (size_t)page * 2 + 16;
        pages->records = memory_resize(pages->records, capacity, sizeof *pages->records);
        memset(pages->records + pages->capacity, 0,
               (capacity - pages->capacity) * sizeof *pages->records);
        pages->capacity = capacity;
    }
    struct page_record *record = &pages->records[page - 1];
    if (!record->object)
        record->object = pdf_file_reserve(pages->file);
    return record->object;
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
    pages->count++;
    pages->geometry = *geometry;
    pages->annotations = NULL;
    unsigned object = object_of(pages, (unsigned)pages->count);
    pages->records[pages->count - 1].height = geometry->height;
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
    if (pages->annotations)
        pdf_put_object(page, "Annots", pages->annotations);
    pages->annotations = NULL;
    if (structure_parent >= 0) {
        pdf_put_number(page, "StructParents", structure_parent);
        pdf_put_name(page, "Tabs", "S");
    }
    pdf_write(file, pages->records[pages->count - 1].object, page);
}

HPDF_Array pdf_pages_destination(struct pdf_pages *pages, unsigned page, millipoint y)
{
    HPDF_Array destination = pdf_array(pages->file);
    millipoint height = page >= 1 && page <= pages->count ? pages->records[page - 1].height
                                                          : pages->geometry.height;
    pdf_add_reference(pages->file, destination, object_of(pages, page));
    pdf_add_name(destination, "FitH");
    pdf_add_length(destination, (height - y) / 1000.0);
    return destination;
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
    for (size_t i = 0; i < pages->count; i++)
        kids[i] = pages->records[i].object;
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

/* --- The outline
 * -------------------------------------------------------------------------------------------- */

void pdf_pages_add_bookmark(struct pdf_pages *pages, const struct bookmark *bookmark)
{
    if (pages->outline_count == pages->outline_capacity) {
        pages->outline_capacity = pages->outline_capacity ? pages->outline_capacity * 2 : 16;
        pages->outline =
            memory_resize(pages->outline, pages->outline_capacity, sizeof *pages->outline);
    }
    pages->outline[pages->outline_count++] =
        (struct outline_entry){memory_copy(bookmark->title), bookmark->level, bookmark->page,
                               bookmark->y, pdf_file_reserve(pages->file)};
}

/* Entries from `from` on that stand below `level`: one past the last. */
static size_t end_of_kids(const struct pdf_pages *pages, size_t from, int level)
{
    size_t end = from;
    while (end < pages->outline_count && pages->outline[end].level > level)
        end++;
    return end;
}

/* Links the kids in [from, to), all of them direct kids or deeper; returns how many are direct. */
static void put_kids(struct pdf_pages *pages, HPDF_Dict parent, size_t from, size_t to)
{
    if (from == to)
        return;
    size_t last = from, total = to - from;
    for (size_t i = from; i < to; i = end_of_kids(pages, i + 1, pages->outline[i].level))
        last = i;
    pdf_put_reference(pages->file, parent, "First", pages->outline[from].object);
    pdf_put_reference(pages->file, parent, "Last", pages->outline[last].object);
    pdf_put_number(parent, "Count", (int)total);
}

static void write_entries(struct pdf_pages *pages, unsigned parent, size_t from, size_t to)
{
    unsigned previous = 0;
    for (size_t i = from; i < to;) {
        struct outline_entry *entry = &pages->outline[i];
        size_t end = end_of_kids(pages, i + 1, entry->level);
        end = end < to ? end : to;
        HPDF_Dict dictionary = pdf_dictionary(pages->file);
        pdf_put_text(pages->file, dictionary, "Title", entry->title);
        pdf_put_reference(pages->file, dictionary, "Parent", parent);
        if (previous)
            pdf_put_reference(pages->file, dictionary, "Prev", previous);
        if (end < to)
            pdf_put_reference(pages->file, dictionary, "Next", pages->outline[end].object);
        pdf_put_object(dictionary, "Dest", pdf_pages_destination(pages, entry->page, entry->y));
        put_kids(pages, dictionary, i + 1, end);
        pdf_write(pages->file, entry->object, dictionary);
        write_entries(pages, entry->object, i + 1, end);
        previous = entry->object;
        i = end;
    }
}

void pdf_pages_write(struct pdf_pages *pages, HPDF_Dict catalog)
{
    pdf_put_reference(pages->file, catalog, "Pages", write_tree(pages));
    if (pages->label_count)
        pdf_put_reference(pages->file, catalog, "PageLabels", write_labels(pages));
    if (pages->outline_count) {
        unsigned number = pdf_file_reserve(pages->file);
        HPDF_Dict outline = pdf_dictionary(pages->file);
        pdf_put_name(outline, "Type", "Outlines");
        put_kids(pages, outline, 0, pages->outline_count);
        pdf_write(pages->file, number, outline);
        write_entries(pages, number, 0, pages->outline_count);
        pdf_put_reference(pages->file, catalog, "Outlines", number);
        pdf_put_name(catalog, "PageMode", "UseOutlines");
    }
}
