/* Collects the structure: which elements there are, and what stands in each, as tags open and close
 * and marks are drawn. An element's kids are known only at the end, because it may continue on a
 * later page. Caller: the PDF device. */
#include "draw/pdf_structure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/pdf_list_numbering.h"
#include "draw/pdf_structure_tree.h"

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

size_t pdf_structure_add(struct pdf_structure *structure, const struct structure_tag *tag,
                         size_t parent)
{
    size_t element = add_element(structure, tag, parent);
    add_kid(structure, parent, (struct kid){.type = KID_ELEMENT, .value = (unsigned)element});
    return element;
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
    size_t element = pdf_structure_add(structure, tag, parent);
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

/* A new piece of content of an element. */
static void begin_content(struct pdf_structure *structure, size_t element, struct buffer *operators)
{
    struct parent_entry *page = &structure->parents[structure->page_parent];
    unsigned mcid = (unsigned)page->count++;
    GROW(structure->content_elements, structure->content_count, structure->content_capacity);
    structure->content_elements[structure->content_count++] = element;
    add_kid(structure, element,
            (struct kid){.type = KID_CONTENT, .value = mcid, .page = structure->page_object});
    buffer_print(operators, "/%s<</MCID %u>>BDC\n",
                 pdf_structure_type_name(&structure->elements[element]), mcid);
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
