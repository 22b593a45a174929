/* A picture that a submission names: read from beside the submission or from the archive, and
 * judged: what it is, and whether the formatter will be able to draw it. Private to intake/. */
#ifndef YINFA_INTAKE_PICTURE_H
#define YINFA_INTAKE_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/message.h"
#include "definitions/picture_type.h"
#include "store/workspace.h"

enum { PICTURE_LIMIT_MIB = 32, PICTURE_NAME_SIZE = 200 };

/* What is to be known of a bitmap before it is drawn. */
struct picture_size {
    uint32_t columns, rows; /* pixels, as it is to be seen: turned if its camera was held so */
    bool coloured;          /* its pixels are no greys */
};

struct picture {
    struct buffer bytes;
    char sha256[DIGEST_HEX_SIZE]; /* "": it could not be read */
    enum picture_type type;       /* PICTURE_TYPES: none that is known */
    struct picture_size size;     /* nothing of an SVG */
    const struct message *fault;  /* why it cannot be used; NULL: it can */
    const char *reason;           /* {1} of that, in the arena; may be NULL */
};

/* Whether a name from a file may be looked for in a folder: no path, nothing hidden, no control
 * characters, well-formed, not too long. */
bool picture_name_is_plain(const char *name);

/* Reads the regular file of that plain name in `folder` (a link is none). False: there is nothing
 * of that name. Freed with picture_free(). */
bool picture_read_beside(struct arena *arena, const char *folder, const char *name,
                         struct picture *picture);

/* Reads what the archive keeps of that digest. False: no picture, or its bytes have changed. */
bool picture_read_archived(struct arena *arena, const struct workspace *workspace,
                           const char *sha256, struct picture *picture);

/* Puts it into the archive unless it is there. -1: reported. */
int picture_archive(const struct workspace *workspace, const struct picture *picture);

void picture_free(struct picture *picture);

#endif
