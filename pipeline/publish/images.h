/* Image files that a publication's FO names: read once, only below the stylesheets folder, known by
 * digest. */
#ifndef YINFA_PUBLISH_IMAGES_H
#define YINFA_PUBLISH_IMAGES_H

#include <stddef.h>

#include "base/digest.h"

struct images;

/* `folder`: what names are relative to (the publication's); `root`: resolved folder that nothing is
 * read outside of. Freed with images_close(). */
struct images *images_open(const char *folder, const char *root);
void images_close(struct images *images);

/* A format_fetch with a struct images as state; bytes are good until images_close(). */
int images_fetch(void *state, const char *uri, const void **bytes, size_t *length,
                 const char **digest);

/* Adds names and bytes of every image in the publication's folder and in common/ beside it: part of
 * what a document is made of. */
void images_digest(struct images *images, struct digest *digest);

#endif
