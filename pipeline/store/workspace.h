/* The workspace: the folder that holds everything of one office: the database, what came in, what
 * was returned, what was published. Every verb but format and fonts opens one.
 *
 *   yinfa.db      the store                    inbox/      files waiting to be ingested
 *   archive/      every byte ever taken in, by SHA-256: archive/ab/abcdef….xml (0400); pictures
 *                 that submissions name as .png, .jpeg, .svg
 *   accepted/     NNNN-name.xml as taken       returned/   NNNN-name/ the file and its slip
 *   published/    what is issued               keys/  tmp/  fonts/ (an office's own, optional)   */
#ifndef YINFA_STORE_WORKSPACE_H
#define YINFA_STORE_WORKSPACE_H

#include "store/store.h"

struct workspace {
    char *folder;        /* without trailing slash */
    struct store *store; /* in the mode asked for */
    int lock;            /* descriptor holding the writer's lock, -1 for readers */
};

/* Makes `folder` (0700) with its sub-folders and an empty database. Refuses a folder that already
 * holds a workspace or other files. */
int workspace_create(const char *folder);

/* Opens it. STORE_WRITE takes the workspace lock (flock on yinfa.db's neighbour `lock`); if another
 * process holds it, says so (with its process id) and fails. Left-over temporary files are removed
 * by the writer. Freed with workspace_close(). */
int workspace_open(const char *folder, enum store_mode mode, struct workspace **workspace);
void workspace_close(struct workspace *workspace);

/* `folder`/name, the caller frees. */
char *workspace_path(const struct workspace *workspace, const char *name);

/* Where the archive keeps the bytes of that digest (64 hexadecimal digits): "xml" of submissions,
 * else the picture type's name. The caller frees. */
char *workspace_archive_path(const struct workspace *workspace, const char *sha256,
                             const char *extension);

/* Whether that folder is the inbox; it may be NULL, or not there. */
bool workspace_is_inbox(const struct workspace *workspace, const char *folder);

#endif
