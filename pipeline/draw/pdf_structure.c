/* The structure tree is kept as two growing arrays, elements and their kids, and written at the
 * end: an element's kids are known only then, because it may continue on a later page. Elements in
 * which nothing came to stand are left out. Caller: the PDF device. */
#include "draw/pdf_structure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_list_numbering.h"
#include "draw/pdf_number.h"
#include "draw/pdf_number_tree.h"
#include "draw/pdf_utf16.h"
#include "draw/structure_name.h"

/* By the number of its element, in digits enough to sort. */
#define NOTE_ID "note%010zu"

enum kid_type { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION };

struct kid {
    enum kid_type type;
    unsigned value; /* element index, MCID, or annotation object */
    unsigned page;  /* page object, for content and annotations */
    size_t next;    /* next kid of the same element, index + 1; 0 = last */
};

/* What few elements have. */
struct description {
    char *alternative, *language; /* NULL: none */
    bool placed;                  /* the box is known */
    int64_t box[4]; /* of a figure in PDF space: left, bottom, right, top; 1/1000 pt */
};

struct element {
    enum structure_type type;
    int level, columns, rows;
    bool row_scope;
    bool kept;                     /* something stands in it */
    const char *numbering;         /* of a list: how its items are numbered; NULL = no label seen */
    struct description *described; /* NULL = nothing to say; owned */
    size_t parent;                 /* element index */
    unsigned object;               /* object number, once it is written */
    size_t first_kid;              /* index + 1; 0 = none */
    size_t last_kid;
};

enum marking { MARKING_NONE, MARKING_CONTENT, MARKING_FURNITURE, MARKING_LAYOUT };

/* For the parent tree: which elements a page's MCIDs, or an annotation, belong to. */
struct parent_entry {
    bool page;
    size_t first; /* in content_elements, for a page; the element, for an annotation */
    size_t count;
};

struct pdf_structure {
    struct pdf_file *file;
    struct element *elements; /* [0] is the document */
    size_t element_count, element_capacity;
    struct kid *kids;
    size_t kid_count, kid_capacity;
    size_t *element_of_key; /* of key k at [k], index + 1 */
    size_t key_capacity;
    size_t *content_elements; /* element of each MCID, page after page */
    size_t content_count, content_capacity;
    struct parent_entry *parents; /* by StructParents key */
    size_t parent_count, parent_capacity;
    size_t *open; /* stack: element index + 1; 0 = artifact */
    size_t open_count, open_capacity;
    enum marking marking; /* the marked-content sequence that is open */
    unsigned open_figures, open_labels, open_artifacts; /* among the open */
    millipoint page_height;
    unsigned page_object; /* of the current page */
    size_t page_parent;   /* its entry in parents */
    unsigned root;        /* object number of StructTreeRoot */
};

/* Grows an array to hold one more. */
#define GROW(array, count, capacity)                                                               \
    do {                                                                                           \
        if ((count) == (capacity)) {                                                               \
            (capacity) = (capacity) ? (capacity)*2 : 32;                                           \
            (array) = memory_resize((array), (capacity), sizeof *(array));                         \
        }                                                                                          \
    } while (0)

/* NULL if there is nothing to describe. */
static struct description *describe(const struct pdf_structure *structure,
                                    const struct structure_tag *tag)
{
    bool placed = tag->type == STRUCTURE_FIGURE && tag->width > 0 && tag->height > 0;
    if (!tag->alternative && !tag->language && !placed)
        return NULL;
    struct description *description = memory_new(1, sizeof *description);
    description->alternative = tag->alternative ? memory_copy(tag->alternative) : NULL;
    description->language = tag->language ? memory_copy(tag->language) : NULL;
    description->placed = placed;
    description->box[0] = tag->x;
    description->box[1] = (int64_t)structure->page_height - tag->y - tag->height;
    description->box[2] = (int64_t)tag->x + tag->width;
    description->box[3] = (int64_t)structure->page_height - tag->y;
    return description;
}

static size_t add_element(struct pdf_structure *structure, const struct structure_tag *tag,
                          size_t parent)
{
    GROW(structure->elements, structure->element_count, structure->element_capacity);
    structure->elements[structure->element_count] =
        (struct element){.type = tag->type,
                         .level = tag->level,
                         .columns = tag->columns,
                         .rows = tag->rows,
                         .row_scope = tag->row_scope,
                         .described = describe(structure, tag),
                         .parent = parent};
    return structure->element_count++;
}

static void add_kid(struct pdf_structure *structure, size_t element, struct kid kid)
{
    GROW(structure->kids, structure->kid_count, structure->kid_capacity);
    structure->kids[structure->kid_count++] = kid;
    struct element *owner = &structure->elements[element];
    if (owner->last_kid)
        structure->kids[owner->last_kid - 1].next = structure->kid_count;
    else
        owner->first_kid = structure->kid_count;
    owner->last_kid = structure->kid_count;
}

struct pdf_structure *pdf_structure_new(struct pdf_file *file)
{
    struct pdf_structure *structure = memory_new(1, sizeof *structure);
    structure->file = file;
    structure->root = pdf_file_reserve(file);
    add_element(structure, &(struct structure_tag){.type = STRUCTURE_DIVISION}, 0);
    return structure;
}

void pdf_structure_free(struct pdf_structure *structure)
{
    if (!structure)
        return;
    for (size_t i = 0; i < structure->element_count; i++) {
        struct description *description = structure->elements[i].described;
        if (description) {
            free(description->alternative);
            free(description->language);
            free(description);
        }
    }
    free(structure->elements);
    free(structure->kids);
    free(structure->element_of_key);
    free(structure->content_elements);
    free(structure->parents);
    free(structure->open);
    free(structure);
}

/* --- Tags and marks
 * ------------------------------------------------------------------------------------------- */

/* The innermost open element, index + 1; 0 when an artifact is open or nothing is. */
static size_t innermost(const struct pdf_structure *structure)
{
    return structure->open_count ? structure->open[structure->open_count - 1] : 0;
}

static size_t element_of(struct pdf_structure *structure, const struct structure_tag *tag)
{
    if (tag->key >= structure->key_capacity) {
        size_t capacity = (size_t)tag->key * 2 + 64;
        structure->element_of_key =
            memory_resize(structure->element_of_key, capacity, sizeof(size_t));
        memset(structure->element_of_key + structure->key_capacity, 0,
               (capacity - structure->key_capacity) * sizeof(size_t));
        structure->key_capacity = capacity;
    }
    size_t known = tag->key ? structure->element_of_key[tag->key] : 0;
    if (known)
        return known;
    size_t enclosing = innermost(structure);
    size_t parent = enclosing ? enclosing - 1 : 0;
    size_t element = add_element(structure, tag, parent);
    add_kid(structure, parent, (struct kid){.type = KID_ELEMENT, .value = (unsigned)element});
    if (tag->key)
        structure->element_of_key[tag->key] = element + 1;
    return element + 1;
}

void pdf_structure_pause(struct pdf_structure *structure, struct buffer *operators)
{
    if (structure->marking != MARKING_NONE)
        buffer_text(operators, "EMC\n");
    structure->marking = MARKING_NONE;
}

/* The counter that an open tag of this type belongs to; NULL: none. 0 is an artifact. */
static unsigned *counter_of(struct pdf_structure *structure, size_t open)
{
    if (open == 0)
        return &structure->open_artifacts;
    enum structure_type type = structure->elements[open - 1].type;
    return type == STRUCTURE_FIGURE       ? &structure->open_figures
           : type == STRUCTURE_LIST_LABEL ? &structure->open_labels
                                          : NULL;
}

void pdf_structure_begin(struct pdf_structure *structure, const struct structure_tag *tag,
                         struct buffer *operators)
{
    pdf_structure_pause(structure, operators);
    bool artifact = tag->type == STRUCTURE_ARTIFACT || structure->open_artifacts;
    size_t element = artifact ? 0 : element_of(structure, tag);
    GROW(structure->open, structure->open_count, structure->open_capacity);
    structure->open[structure->open_count++] = element;
    unsigned *counter = counter_of(structure, element);
    if (counter)
        ++*counter;
}

void pdf_structure_end(struct pdf_structure *structure, struct buffer *operators)
{
    pdf_structure_pause(structure, operators);
    if (!structure->open_count)
        return;
    unsigned *counter = counter_of(structure, structure->open[--structure->open_count]);
    if (counter)
        --*counter;
}

static const char *type_name(const struct element *element)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (element->type == STRUCTURE_HEADING && element->level >= 1 && element->level <= 6)
        return headings[element->level - 1];
    return structure_name(element->type);
}

/* A new piece of content of an element. */
static void begin_content(struct pdf_structure *structure, size_t element, struct buffer *operators)
{
    struct parent_entry *page = &structure->parents[structure->page_parent];
    unsigned mcid = (unsigned)page->count++;
    GROW(structure->content_elements, structure->content_count, structure->content_capacity);
    structure->content_elements[structure->content_count++] = element;
    add_kid(structure, element,
            (struct kid){.type = KID_CONTENT, .value = mcid, .page = structure->page_object});
    buffer_print(operators, "/%s<</MCID %u>>BDC\n", type_name(&structure->elements[element]), mcid);
}

void pdf_structure_mark(struct pdf_structure *structure, bool decoration, struct buffer *operators)
{
    size_t element = innermost(structure);
    bool outside = element == 0 || (decoration && structure->open_figures == 0);
    enum marking wanted = structure->open_artifacts ? MARKING_FURNITURE
                          : outside                 ? MARKING_LAYOUT
                                                    : MARKING_CONTENT;
    if (structure->marking == wanted)
        return;
    pdf_structure_pause(structure, operators);
    structure->marking = wanted;
    if (wanted == MARKING_CONTENT)
        begin_content(structure, element - 1, operators);
    else
        buffer_text(operators, wanted == MARKING_FURNITURE ? "/Artifact<</Type/Pagination>>BDC\n"
                                                           : "/Artifact<</Type/Layout>>BDC\n");
}

void pdf_structure_label(struct pdf_structure *structure, const char *text, size_t length)
{
    if (structure->open_labels == 0)
        return;
    for (size_t i = structure->open_count; i > 0; i--) {
        if (structure->open[i - 1] == 0)
            return;
        struct element *element = &structure->elements[structure->open[i - 1] - 1];
        if (element->type != STRUCTURE_LIST)
            continue;
        if (!element->numbering)
            element->numbering = pdf_list_numbering(text, length);
        return;
    }
}

int pdf_structure_page(struct pdf_structure *structure, unsigned page_object, millipoint height)
{
    structure->page_height = height;
    GROW(structure->parents, structure->parent_count, structure->parent_capacity);
    structure->page_object = page_object;
    structure->page_parent = structure->parent_count;
    structure->parents[structure->parent_count] =
        (struct parent_entry){.page = true, .first = structure->content_count};
    return (int)structure->parent_count++;
}

int pdf_structure_annotation(struct pdf_structure *structure, unsigned annotation_object)
{
    size_t element = innermost(structure);
    if (element == 0)
        return -1;
    add_kid(structure, element - 1,
            (struct kid){.type = KID_ANNOTATION,
                         .value = annotation_object,
                         .page = structure->page_object});
    GROW(structure->parents, structure->parent_count, structure->parent_capacity);
    structure->parents[structure->parent_count] =
        (struct parent_entry){.page = false, .first = element - 1};
    return (int)structure->parent_count++;
}

/* --- Writing
 * --------------------------------------------------------------------------------------------------
 */

/* The page named by the element itself: the one its first marks are on. 0: it has no marks. */
static unsigned page_of(const struct pdf_structure *structure, const struct element *element)
{
    for (size_t at = element->first_kid; at; at = structure->kids[at - 1].next)
        if (structure->kids[at - 1].type == KID_CONTENT)
            return structure->kids[at - 1].page;
    return 0;
}

/* /K in PDF syntax: an element may have more kids than a libharu array. Marks on the element's own
 * page are plain numbers. */
static void put_kids(const struct pdf_structure *structure, const struct element *element,
                     struct buffer *out)
{
    unsigned page = page_of(structure, element);
    buffer_byte(out, '[');
    for (size_t at = element->first_kid; at; at = structure->kids[at - 1].next) {
        const struct kid *kid = &structure->kids[at - 1];
        if (kid->type == KID_ELEMENT && structure->elements[kid->value].kept)
            buffer_print(out, "%u 0 R ", structure->elements[kid->value].object);
        else if (kid->type == KID_ELEMENT)
            continue;
        else if (kid->type == KID_ANNOTATION)
            buffer_print(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", kid->page, kid->value);
        else if (kid->page != page)
            buffer_print(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", kid->page, kid->value);
        else
            buffer_print(out, "%u ", kid->value);
    }
    buffer_byte(out, ']');
}

/* Attributes by their owners (ISO 32000-1 §14.8.5): the spans and scope of cells, the box of a
 * figure, the numbering of a list. */
static void put_attributes(const struct element *element, struct buffer *out)
{
    bool header = element->type == STRUCTURE_TABLE_HEADER_CELL;
    bool cell = header || element->type == STRUCTURE_TABLE_CELL;
    if (cell && (header || element->columns > 1 || element->rows > 1)) {
        buffer_text(out, "/A<</O/Table");
        if (header)
            buffer_text(out, element->row_scope ? "/Scope/Row" : "/Scope/Column");
        if (element->columns > 1)
            buffer_print(out, "/ColSpan %d", element->columns);
        if (element->rows > 1)
            buffer_print(out, "/RowSpan %d", element->rows);
        buffer_text(out, ">>");
    }
    if (element->type == STRUCTURE_LIST && element->numbering)
        buffer_print(out, "/A<</O/List/ListNumbering/%s>>", element->numbering);
    if (element->described && element->described->placed) {
        buffer_text(out, "/A<</O/Layout/Placement/Block/BBox[");
        for (size_t i = 0; i < 4; i++) {
            pdf_number_thousandths(out, element->described->box[i]);
            buffer_byte(out, ' ');
        }
        buffer_text(out, "]>>");
    }
}

static void put_text(const char *key, const char *text, struct buffer *out)
{
    struct buffer wide = BUFFER_EMPTY;
    pdf_utf16_text(&wide, text);
    buffer_print(out, "/%s<", key);
    for (size_t i = 0; i < wide.length; i++)
        buffer_print(out, "%02X", (unsigned char)wide.bytes[i]);
    buffer_byte(out, '>');
    buffer_free(&wide);
}

/* Elements are many (each cell of a table is one) and small: they are written as text rather than
 * through libharu's objects, of which each would take a dozen. */
static void write_element(struct pdf_structure *structure, size_t index, struct buffer *out)
{
    const struct element *element = &structure->elements[index];
    unsigned page = page_of(structure, element);
    buffer_clear(out);
    buffer_print(out, "<</Type/StructElem/S/%s/P %u 0 R",
                 index == 0 ? "Document" : type_name(element),
                 index == 0 ? structure->root : structure->elements[element->parent].object);
    if (page)
        buffer_print(out, "/Pg %u 0 R", page);
    if (element->type == STRUCTURE_NOTE)
        buffer_print(out, "/ID(" NOTE_ID ")", index);
    if (element->first_kid) {
        buffer_text(out, "/K");
        put_kids(structure, element, out);
    }
    if (element->described && element->described->alternative)
        put_text("Alt", element->described->alternative, out);
    if (element->described && element->described->language)
        put_text("Lang", element->described->language, out);
    put_attributes(element, out);
    buffer_text(out, ">>");
    pdf_write_syntax(structure->file, element->object, out);
}

/* An element stays if something stands in it. Cells stay anyhow: without them the row's others
 * would move. Kids come after their parents, so one way back settles all; then each is numbered. */
static void keep_elements(struct pdf_structure *structure)
{
    structure->elements[0].kept = true;
    for (size_t i = structure->element_count - 1; i > 0; i--) {
        struct element *element = &structure->elements[i];
        element->kept = element->kept || element->type == STRUCTURE_TABLE_CELL ||
                        element->type == STRUCTURE_TABLE_HEADER_CELL;
        for (size_t at = element->first_kid; at && !element->kept;
             at = structure->kids[at - 1].next)
            element->kept = structure->kids[at - 1].type != KID_ELEMENT;
        if (element->kept)
            structure->elements[element->parent].kept = true;
    }
    for (size_t i = 0; i < structure->element_count; i++)
        if (structure->elements[i].kept)
            structure->elements[i].object = pdf_file_reserve(structure->file);
}

/* From the IDs that notes bear (ISO 14289-1 §7.9) to their elements; 0: there are no notes. */
static unsigned write_identifiers(struct pdf_structure *structure, struct buffer *out)
{
    bool any = false;
    buffer_clear(out);
    buffer_text(out, "<</Names[");
    for (size_t i = 0; i < structure->element_count; i++) {
        const struct element *element = &structure->elements[i];
        if (element->type != STRUCTURE_NOTE || !element->kept)
            continue;
        buffer_print(out, "(" NOTE_ID ")%u 0 R", i, element->object);
        any = true;
    }
    buffer_text(out, "]>>");
    if (!any)
        return 0;
    unsigned number = pdf_file_reserve(structure->file);
    pdf_write_syntax(structure->file, number, out);
    return number;
}

/* The parent tree: from each page's marks, and each annotation, back to their elements. */
static unsigned write_parent_tree(struct pdf_structure *structure, struct buffer *out)
{
    struct pdf_number_tree tree = pdf_number_tree_begin(structure->file);
    for (size_t key = 0; key < structure->parent_count; key++) {
        const struct parent_entry *entry = &structure->parents[key];
        if (!entry->page) {
            pdf_number_tree_add_reference(&tree, (int)key,
                                          structure->elements[entry->first].object);
            continue;
        }
        buffer_clear(out);
        buffer_byte(out, '[');
        for (size_t i = 0; i < entry->count; i++) {
            size_t element = structure->content_elements[entry->first + i];
            buffer_print(out, "%u 0 R ", structure->elements[element].object);
        }
        buffer_byte(out, ']');
        unsigned number = pdf_file_reserve(structure->file);
        pdf_write_syntax(structure->file, number, out);
        pdf_number_tree_add_reference(&tree, (int)key, number);
    }
    return pdf_number_tree_end(&tree);
}

unsigned pdf_structure_write(struct pdf_structure *structure)
{
    struct pdf_file *file = structure->file;
    struct buffer text = BUFFER_EMPTY;
    keep_elements(structure);
    for (size_t i = 0; i < structure->element_count; i++)
        if (structure->elements[i].kept)
            write_element(structure, i, &text);
    HPDF_Dict root = pdf_dictionary(file);
    HPDF_Array kids = pdf_array(file);
    pdf_add_reference(file, kids, structure->elements[0].object);
    pdf_put_name(root, "Type", "StructTreeRoot");
    pdf_put_object(root, "K", kids);
    pdf_put_reference(file, root, "ParentTree", write_parent_tree(structure, &text));
    pdf_put_number(root, "ParentTreeNextKey", (int)structure->parent_count);
    unsigned identifiers = write_identifiers(structure, &text);
    if (identifiers)
        pdf_put_reference(file, root, "IDTree", identifiers);
    pdf_write(file, structure->root, root);
    buffer_free(&text);
    return structure->root;
}
