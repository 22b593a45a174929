/* A number tree (ISO 32000-1 §7.9.7) with ascending keys: its leaves are written as they fill.
 * Private to draw/. */
#ifndef YINFA_DRAW_PDF_NUMBER_TREE_H
#define YINFA_DRAW_PDF_NUMBER_TREE_H

#include "draw/pdf_file.h"

struct pdf_number_tree {
    struct pdf_file *file;
    HPDF_Array kids;    /* the leaves written so far */
    HPDF_Array numbers; /* of the leaf being filled; NULL: none */
    int first, last;    /* its keys */
    unsigned count;     /* its entries */
};

/* An empty tree. */
struct pdf_number_tree pdf_number_tree_begin(struct pdf_file *file);

/* Adds an entry above all others: a value, or a reference to one. */
void pdf_number_tree_add(struct pdf_number_tree *tree, int key, void *object);
void pdf_number_tree_add_reference(struct pdf_number_tree *tree, int key, unsigned number);

/* Writes the tree; returns its object number. */
unsigned pdf_number_tree_end(struct pdf_number_tree *tree);

#endif
