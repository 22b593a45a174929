/* The structure tree is kept as two growing arrays, elements and their kids, and written at the
 * end: an element's kids are known only then, because it may continue on a later page. */
#include "draw/pdf_structure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

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
    static const char *const names[] = {[STRUCTURE_ARTIFACT] = "NonStruct",
                                        [STRUCTURE_PARAGRAPH] = "P",
                                        [STRUCTURE_HEADING] = "H",
                                        [STRUCTURE_SPAN] = "Span",
                                        [STRUCTURE_TABLE] = "Table",
                                        [STRUCTURE_TABLE_HEAD] = "THead",
                                        [STRUCTURE_TABLE_BODY] = "TBody",
                                        [STRUCTURE_TABLE_ROW] = "TR",
                                        [STRUCTURE_TABLE_HEADER_CELL] = "TH",
                                        [STRUCTURE_TABLE_CELL] = "TD",
                                        [STRUCTURE_LIST] = "L",
                                        [STRUCTURE_LIST_ITEM] = "LI",
                                        [STRUCTURE_LIST_LABEL] = "Lbl",
                                        [STRUCTURE_LIST_BODY] = "LBody",
                                        [STRUCTURE_FIGURE] = "Figure",
                                        [STRUCTURE_LINK] = "Link",
                                        [STRUCTURE_NOTE] = "Note",
                                        [STRUCTURE_DIVISION] = "Div"};
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (element->type == STRUCTURE_HEADING && element->level >= 1 && element->level <= 6)
        return headings[element->level - 1];
    return names[element->type];
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

static HPDF_Array kids_of(struct pdf_structure *structure, const struct element *element)
{
    struct pdf_file *file = structure->file;
    HPDF_Array array = pdf_array(file);
    for (size_t at = element->first_kid; at; at = structure->kids[at - 1].next) {
        const struct kid *kid = &structure->kids[at - 1];
        if (kid->type == KID_ELEMENT) {
            pdf_add_reference(file, array, structure->elements[kid->value].object);
            continue;
        }
        HPDF_Dict reference = pdf_dictionary(file);
        pdf_put_name(reference, "Type", kid->type == KID_CONTENT ? "MCR" : "OBJR");
        pdf_put_reference(file, reference, "Pg", kid->page);
        if (kid->type == KID_CONTENT)
            pdf_put_number(reference, "MCID", (int)kid->value);
        else
            pdf_put_reference(file, reference, "Obj", kid->value);
        pdf_add_object(array, reference);
    }
    return array;
}

static void put_attributes(struct pdf_structure *structure, HPDF_Dict dictionary,
                           const struct element *element)
{
    bool cell =
        element->type == STRUCTURE_TABLE_CELL || element->type == STRUCTURE_TABLE_HEADER_CELL;
    bool header = element->type == STRUCTURE_TABLE_HEADER_CELL;
    if (!cell || (!header && element->columns <= 1 && element->rows <= 1))
        return;
    HPDF_Dict attributes = pdf_dictionary(structure->file);
    pdf_put_name(attributes, "O", "Table");
    if (header)
        pdf_put_name(attributes, "Scope", element->row_scope ? "Row" : "Column");
    if (element->columns > 1)
        pdf_put_number(attributes, "ColSpan", element->columns);
    if (element->rows > 1)
        pdf_put_number(attributes, "RowSpan", element->rows);
    pdf_put_object(dictionary, "A", attributes);
}

static void write_element(struct pdf_structure *structure, size_t index)
{
    struct pdf_file *file = structure->file;
    const struct element *element = &structure->elements[index];
    HPDF_Dict dictionary = pdf_dictionary(file);
    pdf_put_name(dictionary, "Type", "StructElem");
    pdf_put_name(dictionary, "S", index == 0 ? "Document" : type_name(element));
    pdf_put_reference(file, dictionary, "P",
                      index == 0 ? structure->root : structure->elements[element->parent].object);
    if (element->first_kid)
        pdf_put_object(dictionary, "K", kids_of(structure, element));
    if (element->alternative)
        pdf_put_text(file, dictionary, "Alt", element->alternative);
    put_attributes(structure, dictionary, element);
    pdf_write(file, element->object, dictionary);
}

/* The parent tree's leaves hold at most this many keys each. */
enum { KEYS_PER_LEAF = 256 };

static unsigned write_leaf(struct pdf_structure *structure, size_t from, size_t to)
{
    struct pdf_file *file = structure->file;
    HPDF_Dict leaf = pdf_dictionary(file);
    HPDF_Array numbers = pdf_array(file), limits = pdf_array(file);
    pdf_add_number(limits, (int)from);
    pdf_add_number(limits, (int)to - 1);
    for (size_t key = from; key < to; key++) {
        const struct parent_entry *entry = &structure->parents[key];
        pdf_add_number(numbers, (int)key);
        if (!entry->page) {
            pdf_add_reference(file, numbers, structure->elements[entry->first].object);
            continue;
        }
        HPDF_Array contents = pdf_array(file);
        for (size_t i = 0; i < entry->count; i++) {
            size_t element = structure->content_elements[entry->first + i];
            pdf_add_reference(file, contents, structure->elements[element].object);
        }
        unsigned number = pdf_file_reserve(file);
        pdf_write(file, number, contents);
        pdf_add_reference(file, numbers, number);
    }
    pdf_put_object(leaf, "Limits", limits);
    pdf_put_object(leaf, "Nums", numbers);
    unsigned number = pdf_file_reserve(file);
    pdf_write(file, number, leaf);
    return number;
}

static unsigned write_parent_tree(struct pdf_structure *structure)
{
    struct pdf_file *file = structure->file;
    HPDF_Dict tree = pdf_dictionary(file);
    HPDF_Array kids = pdf_array(file);
    for (size_t from = 0; from < structure->parent_count; from += KEYS_PER_LEAF) {
        size_t to = from + KEYS_PER_LEAF;
        to = to < structure->parent_count ? to : structure->parent_count;
        pdf_add_reference(file, kids, write_leaf(structure, from, to));
    }
    pdf_put_object(tree, "Kids", kids);
    unsigned number = pdf_file_reserve(file);
    pdf_write(file, number, tree);
    return number;
}

unsigned pdf_structure_write(struct pdf_structure *structure)
{
    struct pdf_file *file = structure->file;
    for (size_t i = 0; i < structure->element_count; i++)
        write_element(structure, i);
    HPDF_Dict root = pdf_dictionary(file);
    HPDF_Array kids = pdf_array(file);
    pdf_add_reference(file, kids, structure->elements[0].object);
    pdf_put_name(root, "Type", "StructTreeRoot");
    pdf_put_object(root, "K", kids);
    pdf_put_reference(file, root, "ParentTree", write_parent_tree(structure));
    pdf_put_number(root, "ParentTreeNextKey", (int)structure->parent_count);
    pdf_write(file, structure->root, root);
    return structure->root;
}
