/* Settling. The file is copied from the archive, so that it is certainly the bytes that were
 * judged; the order is: copy, place noted in the database, inbox cleared. A kill in between is made
 * good by doing it again: an unset place is found at the next run, a file still in the inbox is
 * known by its digest. Called by intake.c. */
#include "intake/settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/memory.h"

/* A submission without a place. */
struct unsettled {
    int64_t submission;
    char *name;
    char sha256[DIGEST_HEX_SIZE];
    bool accepted;
};

/* "name" of "name.xml". */
static int stem_length(const char *name)
{
    size_t length = strlen(name);
    bool has_extension = length > 4 && strcmp(name + length - 4, ".xml") == 0;
    return (int)(has_extension ? length - 4 : length);
}

static int note_place(struct store *store, int64_t submission, const char *place)
{
    char id[24];
    snprintf(id, sizeof id, "%lld", (long long)submission);
    const char *values[] = {id, place};
    return store_run(store, "UPDATE submission SET place = ?2 WHERE id = ?1", values, 2) < 0 ? -1
                                                                                             : 0;
}

static int settle(struct workspace *workspace, const struct unsettled *one)
{
    struct buffer folder = BUFFER_EMPTY, place = BUFFER_EMPTY;
    if (one->accepted) {
        buffer_print(&place, "accepted/%04lld-%s", (long long)one->submission, one->name);
    } else {
        buffer_print(&folder, "returned/%04lld-%.*s", (long long)one->submission,
                     stem_length(one->name), one->name);
        buffer_print(&place, "%s/%s", folder.bytes, one->name);
    }
    char *from = register_archive_path(workspace, one->sha256);
    char *to = workspace_path(workspace, place.bytes);
    int result = 0;
    if (folder.length) {
        char *path = workspace_path(workspace, folder.bytes);
        result = file_make_directory(path, 0700);
        free(path);
    }
    if (result == 0)
        result = file_copy(from, to, 0600, true, NULL);
    if (result == 0)
        result = note_place(workspace->store, one->submission, place.bytes);
    free(from);
    free(to);
    buffer_free(&folder);
    buffer_free(&place);
    return result;
}

int settle_decided(struct workspace *workspace)
{
    struct query *query;
    if (store_query(workspace->store, __func__,
                    "SELECT id, file, sha256, state FROM submission"
                    " WHERE place IS NULL AND sha256 != '' AND state != 'registered' ORDER BY id",
                    &query) != 0)
        return -1;
    struct unsettled *all = NULL;
    size_t count = 0;
    int step;
    while ((step = query_step(query)) == 1) {
        all = memory_resize(all, count + 1, sizeof *all);
        struct unsettled *one = &all[count++];
        one->submission = query_integer(query, 0);
        one->name = memory_copy(query_text(query, 1));
        snprintf(one->sha256, sizeof one->sha256, "%s", query_text(query, 2));
        one->accepted = strcmp(query_text(query, 3), "accepted") == 0;
    }
    query_done(query);
    int result = step;
    for (size_t i = 0; i < count; i++) {
        if (result == 0)
            result = settle(workspace, &all[i]);
        free(all[i].name);
    }
    free(all);
    return result;
}

static int clear_pictures(struct workspace *workspace, const char *folder, int64_t submission)
{
    struct query *query;
    if (store_query(workspace->store, __func__,
                    "SELECT file, sha256 FROM attachment WHERE submission = :submission"
                    " ORDER BY ordinal",
                    &query) != 0)
        return -1;
    query_bind_integer(query, "submission", submission);
    int step = 0, result = 0;
    while (result == 0 && (step = query_step(query)) == 1) {
        struct buffer path = BUFFER_EMPTY;
        char sha256[DIGEST_HEX_SIZE];
        buffer_print(&path, "%s/%s", folder, query_text(query, 0));
        if (file_digest(path.bytes, sha256, NULL) == 0 && strcmp(sha256, query_text(query, 1)) == 0)
            result = file_remove(path.bytes);
        buffer_free(&path);
    }
    query_done(query);
    return step < 0 ? -1 : result;
}

int settle_clear_inbox(struct workspace *workspace, const struct arrival *arrival,
                       int64_t submission)
{
    struct stat status;
    /* Pictures first: as long as the submission lies there, a run that was killed is completed. */
    if (workspace_is_inbox(workspace, arrival->folder) &&
        clear_pictures(workspace, arrival->folder, submission) != 0)
        return -1;
    if (!arrival->inbox || lstat(arrival->inbox, &status) != 0)
        return 0;
    bool as_read = S_ISLNK(status.st_mode) || (status.st_size == arrival->size &&
                                               status.st_mtim.tv_sec == arrival->modified.tv_sec &&
                                               status.st_mtim.tv_nsec == arrival->modified.tv_nsec);
    return as_read ? file_remove(arrival->inbox) : 0;
}
