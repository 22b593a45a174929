/* Image files that a publication's FO names: read once, known by digest, and only from below the
 * stylesheets folder or, as archive:SHA256, from the pictures that the workspace's archive keeps of
 * submissions. */
#ifndef YINFA_PUBLISH_IMAGES_H
#define YINFA_PUBLISH_IMAGES_H

#include <stddef.h>

#include "base/digest.h"
#include "store/workspace.h"

struct images;

/* `folder`: what names are relative to (the publication's); `root`: resolved folder that nothing is
 * read outside of; `workspace`: whose archive is read (NULL: none). Freed with images_close(). */
struct images *images_open(const char *folder, const char *root, const struct workspace *workspace);
void images_close(struct images *images);

/* Lets files below another root be read too: that of an included publication. */
void images_allow(struct images *images, const char *root);

/* Before each document: what others had of the archive is released when it is much. */
void images_begin_document(struct images *images);

/* A format_fetch with a struct images as state; bytes are good until images_begin_document() or
 * images_close(). What the archive gives for a digest has that digest. */
int images_fetch(void *state, const char *uri, const void **bytes, size_t *length,
                 const char **digest);

/* Adds names and bytes of every image in the publication's folder and in common/ beside it: part of
 * what a document is made of. (An archived picture is covered by the row that holds its digest.) */
void images_digest(struct images *images, struct digest *digest);

#endif
