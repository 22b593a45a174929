/* Writes the structure tree as text, since elements are many (each cell of a table is one) and
 * small: libharu's objects would take a dozen for each. Elements in which nothing came to stand are
 * left out. Caller: the PDF device, at the end. */
#include <string.h>

#include "draw/pdf_number.h"
#include "draw/pdf_number_tree.h"
#include "draw/pdf_structure.h"
#include "draw/pdf_structure_tree.h"
#include "draw/pdf_utf16.h"
#include "draw/structure_name.h"

/* By the number of its element, in digits enough to sort. */
#define NOTE_ID "note%010zu"

const char *pdf_structure_type_name(const struct element *element)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (element->type == STRUCTURE_HEADING && element->level >= 1 && element->level <= 6)
        return headings[element->level - 1];
    return structure_name(element->type);
}

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

static void write_element(struct pdf_structure *structure, size_t index, struct buffer *out)
{
    const struct element *element = &structure->elements[index];
    unsigned page = page_of(structure, element);
    buffer_clear(out);
    buffer_print(out, "<</Type/StructElem/S/%s/P %u 0 R",
                 index == 0 ? "Document" : pdf_structure_type_name(element),
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
    pdf_structure_even_rows(structure);
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
