/* The structure tree as pdf_structure.c collects it and pdf_structure_write.c writes it: two
 * growing arrays, elements and their kids. Private to these two and
 * pdf_structure_rows.c. */
#ifndef YINFA_DRAW_PDF_STRUCTURE_TREE_H
#define YINFA_DRAW_PDF_STRUCTURE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/pdf_file.h"
#include "format/device.h"

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

/* A new element at the end of `parent`, an index; returns its own. (pdf_structure.c) */
size_t pdf_structure_add(struct pdf_structure *structure, const struct structure_tag *tag,
                         size_t parent);

/* Fills up the rows of tables that are narrower than others. (pdf_structure_rows.c) */
void pdf_structure_even_rows(struct pdf_structure *structure);

/* The name of an element's type, a heading's with its level. */
const char *pdf_structure_type_name(const struct element *element);

#endif
