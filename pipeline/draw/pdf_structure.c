/* The structure tree is kept as two growing arrays, elements and their kids, and written at the
 * end: an element's kids are known only then, because it may continue on a later page. */
#include "draw/pdf_structure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/structure_name.h"
#include "draw/pdf_number_tree.h"
#include "draw/pdf_utf16.h"

enum kid_type { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION };

struct kid {
    enum kid_type type;
    unsigned value; /* element index, MCID, or annotation object */
    unsigned page;  /* page object, for content and annotations */
    size_t next;    /* next kid of the same element, index + 1; 0 = last */
};

struct element {
    enum structure_type type;
    int level, columns, rows;
    bool row_scope;
    char *alternative;
    size_t parent;    /* element index */
    unsigned object;  /* object number */
    size_t first_kid; /* index + 1; 0 = none */
    size_t last_kid;
};

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
    bool marking;         /* a marked-content sequence is open */
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
                         .alternative = tag->alternative ? memory_copy(tag->alternative) : NULL,
                         .parent = parent,
                         .object = pdf_file_reserve(structure->file)};
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
    for (size_t i = 0; i < structure->element_count; i++)
        free(structure->elements[i].alternative);
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

static bool within_artifact(const struct pdf_structure *structure)
{
    for (size_t i = 0; i < structure->open_count; i++)
        if (structure->open[i] == 0)
            return true;
    return false;
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
    if (structure->marking)
        buffer_text(operators, "EMC\n");
    structure->marking = false;
}

void pdf_structure_begin(struct pdf_structure *structure, const struct structure_tag *tag,
                         struct buffer *operators)
{
    pdf_structure_pause(structure, operators);
    bool artifact = tag->type == STRUCTURE_ARTIFACT || within_artifact(structure);
    size_t element = artifact ? 0 : element_of(structure, tag);
    GROW(structure->open, structure->open_count, structure->open_capacity);
    structure->open[structure->open_count++] = element;
}

void pdf_structure_end(struct pdf_structure *structure, struct buffer *operators)
{
    pdf_structure_pause(structure, operators);
    if (structure->open_count)
        structure->open_count--;
}

static const char *type_name(const struct element *element)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (element->type == STRUCTURE_HEADING && element->level >= 1 && element->level <= 6)
        return headings[element->level - 1];
    return structure_name(element->type);
}

void pdf_structure_mark(struct pdf_structure *structure, struct buffer *operators)
{
    if (structure->marking)
        return;
    structure->marking = true;
    size_t element = innermost(structure);
    if (element == 0) {
        buffer_text(operators, "/Artifact BMC\n");
        return;
    }
    struct parent_entry *page = &structure->parents[structure->page_parent];
    unsigned mcid = (unsigned)page->count++;
    GROW(structure->content_elements, structure->content_count, structure->content_capacity);
    structure->content_elements[structure->content_count++] = element - 1;
    add_kid(structure, element - 1,
            (struct kid){.type = KID_CONTENT, .value = mcid, .page = structure->page_object});
    buffer_print(operators, "/%s<</MCID %u>>BDC\n", type_name(&structure->elements[element - 1]),
                 mcid);
}

int pdf_structure_page(struct pdf_structure *structure, unsigned page_object)
{
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
        if (kid->type == KID_ELEMENT)
            buffer_print(out, "%u 0 R ", structure->elements[kid->value].object);
        else if (kid->type == KID_ANNOTATION)
            buffer_print(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", kid->page, kid->value);
        else if (kid->page != page)
            buffer_print(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", kid->page, kid->value);
        else
            buffer_print(out, "%u ", kid->value);
    }
    buffer_byte(out, ']');
}

static void put_attributes(const struct element *element, struct buffer *out)
{
    bool cell =
        element->type == STRUCTURE_TABLE_CELL || element->type == STRUCTURE_TABLE_HEADER_CELL;
    bool header = element->type == STRUCTURE_TABLE_HEADER_CELL;
    if (!cell || (!header && element->columns <= 1 && element->rows <= 1))
        return;
    buffer_text(out, "/A<</O/Table");
    if (header)
        buffer_text(out, element->row_scope ? "/Scope/Row" : "/Scope/Column");
    if (element->columns > 1)
        buffer_print(out, "/ColSpan %d", element->columns);
    if (element->rows > 1)
        buffer_print(out, "/RowSpan %d", element->rows);
    buffer_text(out, ">>");
}

static void put_alternative(const char *text, struct buffer *out)
{
    struct buffer wide = BUFFER_EMPTY;
    pdf_utf16_append(&wide, text, strlen(text));
    buffer_text(out, "/Alt<FEFF");
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
    if (element->first_kid) {
        buffer_text(out, "/K");
        put_kids(structure, element, out);
    }
    if (element->alternative)
        put_alternative(element->alternative, out);
    put_attributes(element, out);
    buffer_text(out, ">>");
    pdf_write_syntax(structure->file, element->object, out);
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
    for (size_t i = 0; i < structure->element_count; i++)
        write_element(structure, i, &text);
    HPDF_Dict root = pdf_dictionary(file);
    HPDF_Array kids = pdf_array(file);
    pdf_add_reference(file, kids, structure->elements[0].object);
    pdf_put_name(root, "Type", "StructTreeRoot");
    pdf_put_object(root, "K", kids);
    pdf_put_reference(file, root, "ParentTree", write_parent_tree(structure, &text));
    pdf_put_number(root, "ParentTreeNextKey", (int)structure->parent_count);
    pdf_write(file, structure->root, root);
    buffer_free(&text);
    return structure->root;
}
