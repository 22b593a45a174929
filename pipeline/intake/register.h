/* Registering: the first step of a submission, done for all files before anything else is done with
 * any. The bytes are copied into the archive under their digest, then a row is written and
 * committed; from then on nothing can be lost. Private to intake/. */
#ifndef YINFA_INTAKE_REGISTER_H
#define YINFA_INTAKE_REGISTER_H

#include <sys/types.h>
#include <time.h>

#include "base/digest.h"
#include "definitions/kind.h"
#include "intake/examination.h"
#include "store/workspace.h"

enum { REGISTER_LIMIT_MIB = 256, REGISTER_NAME_SIZE = 128 };

/* A file on its way in. Strings in the arena of the arrivals. */
struct arrival {
    const char *given; /* as the user named it; NULL: left over from a run that was killed */
    const char *name;  /* without folders, safe as a file name */
    bool renamed;      /* the name had to be changed */
    char sha256[DIGEST_HEX_SIZE]; /* "" if it could not be read */
    int64_t size;
    int64_t submission;            /* its row; 0: these bytes came before */
    const struct message *refused; /* why it could not be read; NULL: it was */
    const char *reason;            /* {1} of that */
    const char *folder; /* resolved, where it lies and the files it names; NULL: standard input */
    const char *inbox;  /* its path when it lies in the workspace's inbox, else NULL */
    struct timespec modified;      /* of that file when it was read */
    const struct kind *kind;       /* NULL: not known */
    const char *root, *name_space; /* of the root element, NULL: none */
    size_t order;                  /* of arrival */
};

struct arrivals {
    struct arena *arena;
    struct arrival *items; /* heap; free() */
    size_t count;
};

/* Registers the rows that an earlier run left undecided, then every path (see intake_run()). -1: a
 * failure of the program, reported. */
int register_paths(struct workspace *workspace, const char *const *paths, size_t count,
                   struct arrivals *arrivals);

/* Writes a new row, state registered; its id, or -1. Within the caller's transaction, if any. */
int64_t register_row(struct store *store, const struct arrival *arrival);

/* Where the archive keeps the bytes of that digest; the caller frees. */
char *register_archive_path(const struct workspace *workspace, const char *sha256);

#endif
