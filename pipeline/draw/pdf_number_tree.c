/* Number trees: one root over leaves of ENTRIES_PER_LEAF entries. Callers: page labels, and the
 * parent tree of the structure. */
#include "draw/pdf_number_tree.h"

enum { ENTRIES_PER_LEAF = 256 };

struct pdf_number_tree pdf_number_tree_begin(struct pdf_file *file)
{
    return (struct pdf_number_tree){.file = file, .kids = pdf_array(file)};
}

static void write_leaf(struct pdf_number_tree *tree)
{
    if (!tree->numbers)
        return;
    HPDF_Dict leaf = pdf_dictionary(tree->file);
    HPDF_Array limits = pdf_array(tree->file);
    pdf_add_number(limits, tree->first);
    pdf_add_number(limits, tree->last);
    pdf_put_object(leaf, "Limits", limits);
    pdf_put_object(leaf, "Nums", tree->numbers);
    unsigned number = pdf_file_reserve(tree->file);
    pdf_write(tree->file, number, leaf);
    pdf_add_reference(tree->file, tree->kids, number);
    tree->numbers = NULL;
}

/* Adds the key; its value follows. */
static void add_key(struct pdf_number_tree *tree, int key)
{
    if (tree->numbers && tree->count == ENTRIES_PER_LEAF)
        write_leaf(tree);
    if (!tree->numbers) {
        tree->numbers = pdf_array(tree->file);
        tree->first = key;
        tree->count = 0;
    }
    tree->last = key;
    tree->count++;
    pdf_add_number(tree->numbers, key);
}

void pdf_number_tree_add(struct pdf_number_tree *tree, int key, void *object)
{
    add_key(tree, key);
    pdf_add_object(tree->numbers, object);
}

void pdf_number_tree_add_reference(struct pdf_number_tree *tree, int key, unsigned number)
{
    add_key(tree, key);
    pdf_add_reference(tree->file, tree->numbers, number);
}

unsigned pdf_number_tree_end(struct pdf_number_tree *tree)
{
    write_leaf(tree);
    HPDF_Dict root = pdf_dictionary(tree->file);
    pdf_put_object(root, "Kids", tree->kids);
    unsigned number = pdf_file_reserve(tree->file);
    pdf_write(tree->file, number, root);
    return number;
}
