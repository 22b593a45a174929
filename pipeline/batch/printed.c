/* Printed certificates. A certificate once handed out must not differ from its print: neither later
 * rows nor stylesheets, fonts or this program's next version change its file, and no --force does.
 * Files are copied into the archive before the state that names them is committed; killed in
 * between, the item is made again with the same bytes, which the archive has by then. Called by
 * items.c. */
#include "batch/printed.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/file.h"
#include "batch/certificate_messages.h"
#include "store/ledger.h"

static bool has_digest(const char *path, const char *sha256)
{
    char hex[DIGEST_HEX_SIZE];
    return file_digest(path, hex, NULL) == 0 && strcmp(hex, sha256) == 0;
}

static const char *archived_at(struct session *session, const struct publish_output *output)
{
    char *path = workspace_archive_path(session->workspace, output->sha256, output->format);
    const char *copy = arena_copy(session->arena, path);
    free(path);
    return copy;
}

bool printed_has(struct session *session, const char *item)
{
    return store_integer(session->workspace->store,
                         "SELECT 1 FROM certificate_file WHERE item = ?1 LIMIT 1", &item, 1,
                         0) == 1;
}

/* --- Keeping ---------------------------------------------------------------------------------- */

static int archive(struct session *session, const struct publish_output *output)
{
    const char *path = archived_at(session, output);
    if (has_digest(path, output->sha256))
        return 0;
    const char *folder =
        arena_copy_bytes(session->arena, path, (size_t)(strrchr(path, '/') - path));
    if (!file_exists(folder) && file_make_directory(folder, 0700) != 0)
        return -1;
    char copied[DIGEST_HEX_SIZE];
    if (file_copy(session_path(session, output->path), path, 0400, false, copied) != 0)
        return -1;
    return strcmp(copied, output->sha256) == 0
               ? 0
               : failure(&MESSAGE_PRINTED_CHANGING, output->path, NULL);
}

static int note_file(struct session *session, const struct publish_item *item, const char *folder,
                     const struct publish_output *output)
{
    char size[24], mode[24];
    snprintf(size, sizeof size, "%" PRIu64, output->size);
    snprintf(mode, sizeof mode, "%u", output->mode);
    const char *values[] = {item->name,
                            output->path + strlen(folder) + 1,
                            item->key,
                            output->format,
                            output->sha256,
                            size,
                            mode};
    return store_run(session->workspace->store,
                     "INSERT INTO certificate_file (item, file, number, format, sha256, size, mode)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                     values, sizeof values / sizeof *values) < 0
               ? -1
               : 0;
}

int printed_keep(struct session *session, const struct publish_item *item, const char *folder,
                 const struct publish_output *outputs, size_t count)
{
    const char *pdf = NULL;
    char day[CLOCK_DAY_SIZE];
    clock_day(day);
    for (size_t i = 0; i < count && !pdf; i++)
        if (strcmp(outputs[i].format, "pdf") == 0)
            pdf = outputs[i].sha256;
    if (ledger_mark_printed(session->workspace->store, item->key, pdf, day, session->run) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (archive(session, &outputs[i]) != 0 ||
            note_file(session, item, folder, &outputs[i]) != 0)
            return -1;
    return 0;
}

int printed_sync(struct session *session)
{
    return file_sync_system(session_path(session, "archive"));
}

/* --- Putting back ----------------------------------------------------------------------------- */

static int read_files(struct session *session, const char *item, const char *folder,
                      struct printed_file **files, size_t *count)
{
    struct arena *arena = session->arena;
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT kept.file, kept.format, kept.sha256, kept.size, kept.mode,"
                    " output.path IS NOT NULL, (SELECT count(*) FROM certificate_file"
                    "  WHERE item = :item) FROM certificate_file AS kept"
                    " LEFT JOIN output ON output.path = :folder || '/' || kept.file"
                    "  AND output.item = kept.item AND output.sha256 = kept.sha256"
                    " WHERE kept.item = :item ORDER BY kept.file",
                    &query) != 0)
        return -1;
    query_bind_text(query, "item", item);
    query_bind_text(query, "folder", folder);
    int step;
    *count = 0;
    while ((step = query_step(query)) == 1) {
        if (*count == 0)
            *files = arena_new_array(arena, (size_t)query_integer(query, 6), sizeof **files);
        struct printed_file *file = &(*files)[(*count)++];
        *file = (struct printed_file){
            .output = {.item = item,
                       .path = arena_print(arena, "%s/%s", folder, query_text(query, 0)),
                       .format = arena_copy(arena, query_text(query, 1)),
                       .size = (uint64_t)query_integer(query, 3),
                       .mode = (unsigned)query_integer(query, 4)},
            .recorded = query_integer(query, 5) != 0};
        snprintf(file->output.sha256, sizeof file->output.sha256, "%s", query_text(query, 2));
    }
    query_done(query);
    return step;
}

static int put_back(struct session *session, const char *folder,
                    const struct publish_output *output, struct finding_list *findings)
{
    const char *path = session_path(session, output->path), *kept = archived_at(session, output);
    bool is_kept = has_digest(kept, output->sha256);
    if (has_digest(path, output->sha256)) {
        if (is_kept) /* while one of the two is whole, both are */
            return 0;
        session->restored++;
        return archive(session, output) == 0 ? printed_sync(session) : -1;
    }
    if (!is_kept) {
        finding_report(findings, &MESSAGE_PRINTED_LOST, &(struct finding){.record = output->item},
                       kept, NULL);
        return 0;
    }
    if (file_make_directory(session_path(session, folder), 0755) != 0 ||
        file_copy(kept, path, (mode_t)output->mode, true, NULL) != 0)
        return -1;
    session->restored++;
    return 0;
}

int printed_restore(struct session *session, const char *item, const char *folder,
                    struct finding_list *findings, struct printed_file **files, size_t *count)
{
    if (read_files(session, item, folder, files, count) != 0)
        return -1;
    int result = 0;
    for (size_t i = 0; i < *count && result == 0; i++)
        result = put_back(session, folder, &(*files)[i].output, findings);
    return result;
}
