/* Attachments: the pictures that a submission names (kind.xml, <attachment>) and that lie beside
 * it. Each is found in the submission's folder, or in the archive if it came before; its digest
 * must be the one the submission says; it is archived before the submission is decided. Private to
 * intake/. */
#ifndef YINFA_INTAKE_ATTACHMENT_H
#define YINFA_INTAKE_ATTACHMENT_H

#include "intake/examination.h"
#include "intake/picture.h"
#include "store/workspace.h"

struct attachment {
    const char *file, *sha256;
    enum picture_type type;
    size_t size;
    struct picture_size extent;
    long line; /* where it is named first */
};

struct attachment_list {
    struct attachment *items; /* in the examination's arena */
    size_t count, capacity;
};

/* Looks at every picture that the staged rows name, archives what is sound and lists it; what is
 * not is found. `folder`: where the submission lay; NULL: nowhere (standard input). -1: a failure
 * of the program, reported. */
int attachment_examine(struct examination *examination, const struct workspace *workspace,
                       const char *folder, struct attachment_list *list);

/* Tells the rules of them: staged_attachment (schemas/README.md). -1: reported. */
int attachment_stage(struct store *store, const struct attachment_list *list);

/* Writes them down as those of an accepted submission. -1: reported. */
int attachment_insert(struct store *store, int64_t submission, const struct attachment_list *list);

#endif
