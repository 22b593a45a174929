/* A session: opening the parts a verb needs, in the order in which they depend on each other.
 * Mistakes in definition files are printed here, whole, before anything runs. */
#include "batch/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/xml.h"
#include "batch/report.h"

enum { MAXIMUM_HOMES = 16 };

int session_open(struct session *session, const struct batch_options *options, enum store_mode mode)
{
    *session = (struct session){.options = options};
    session->arena = arena_new();
    session->findings = finding_list_new(session->arena);
    return workspace_open(options->workspace, mode, &session->workspace);
}

void session_close(struct session *session)
{
    publisher_close(session->publisher);
    intake_close(session->intake);
    certificate_signer_close(session->signer);
    font_set_free(session->fonts);
    job_set_free(session->jobs);
    publication_set_free(session->publications);
    kind_set_free(session->kinds);
    workspace_close(session->reader);
    workspace_close(session->workspace);
    arena_free(session->arena);
}

/* `name` below each folder of definitions: those given first, then the workspace's own, then the
 * program's; NULL-terminated, in the session's arena. Folders that are not there are left out. */
static const char *const *definition_folders(struct session *session, const char *name)
{
    const char *homes[MAXIMUM_HOMES];
    size_t count = 0;
    for (const char *const *given = session->options->definitions; given && *given; given++)
        if (count < MAXIMUM_HOMES - 2)
            homes[count++] = *given;
    homes[count++] = session->workspace->folder;
    homes[count++] = session->options->home;

    const char **folders = arena_new_array(session->arena, count + 1, sizeof *folders);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const char *folder = arena_print(session->arena, "%s/%s", homes[i], name);
        if (file_exists(folder)) {
            xml_allow_folder(folder);
            folders[found++] = folder;
        }
    }
    return folders;
}

static const char *definition_schemas(struct session *session)
{
    const char *folder =
        arena_print(session->arena, "%s/schemas/definitions", session->options->home);
    xml_allow_folder(folder);
    return folder;
}

const char *session_shipped(struct session *session, const char *name)
{
    const char *base = strrchr(name, '/');
    const char *folder_name =
        base ? arena_copy_bytes(session->arena, name, (size_t)(base - name)) : ".";
    for (const char *const *folder = definition_folders(session, folder_name); *folder; folder++) {
        const char *path = arena_print(session->arena, "%s/%s", *folder, base ? base + 1 : name);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

const char *session_path(struct session *session, const char *path)
{
    return path[0] == '/' ? path
                          : arena_print(session->arena, "%s/%s", session->workspace->folder, path);
}

int session_refuse(struct session *session)
{
    report_findings(session->findings, 0, session->options->output, stderr);
    return -1;
}

int session_need_kinds(struct session *session)
{
    if (!session->kinds)
        session->kinds = kind_set_read(definition_folders(session, "schemas"),
                                       definition_schemas(session), session->findings);
    return session->kinds ? 0 : session_refuse(session);
}

int session_need_publications(struct session *session)
{
    if (!session->publications)
        session->publications =
            publication_set_read(definition_folders(session, "stylesheets"),
                                 definition_schemas(session), session->findings);
    return session->publications ? 0 : session_refuse(session);
}

int session_need_jobs(struct session *session)
{
    if (!session->jobs)
        session->jobs = job_set_read(definition_folders(session, "pipeline/jobs"),
                                     definition_schemas(session), session->findings);
    return session->jobs ? 0 : session_refuse(session);
}

static int need_fonts(struct session *session)
{
    if (session->fonts)
        return 0;
    const char *home = session->options->home;
    const char *office = session->options->font_definition;
    if (!office) {
        const char *own =
            arena_print(session->arena, "%s/fonts/font-set.xml", session->workspace->folder);
        office = file_exists(own) ? own : NULL;
    }
    const char *office_folder = NULL;
    if (office) {
        const char *slash = strrchr(office, '/');
        office_folder =
            slash ? arena_copy_bytes(session->arena, office, (size_t)(slash - office)) : ".";
        xml_allow_folder(office_folder);
    }
    xml_allow_folder(arena_print(session->arena, "%s/fonts", home));
    session->fonts = font_set_read(arena_print(session->arena, "%s/fonts/font-set.xml", home),
                                   arena_print(session->arena, "%s/fonts/files", home), office,
                                   office_folder, session->findings);
    return session->fonts ? 0 : session_refuse(session);
}

int session_need_publisher(struct session *session)
{
    if (session->publisher)
        return 0;
    if (session_need_publications(session) != 0 || need_fonts(session) != 0)
        return -1;
    if (workspace_open(session->options->workspace, STORE_READ, &session->reader) != 0)
        return -1;
    session->publisher = publisher_open(session->reader, session->fonts, session->publications);
    return session->publisher ? 0 : -1;
}

int session_need_intake(struct session *session)
{
    if (session->intake)
        return 0;
    if (session_need_kinds(session) != 0)
        return -1;
    session->intake = intake_open(session->workspace, session->kinds);
    return session->intake ? 0 : -1;
}

int session_need_signer(struct session *session)
{
    return session->signer ? 0 : certificate_signer_open(session->workspace, &session->signer);
}

int session_settle_kinds(struct session *session)
{
    char digest[DIGEST_HEX_SIZE];
    const char *now = digest;
    if (kind_definitions_digest(definition_folders(session, "schemas"), digest) &&
        store_integer(session->workspace->store, "SELECT 1 FROM kinds WHERE digest = ?1", &now, 1,
                      0) == 1)
        return 0;
    return session_need_intake(session);
}

int session_begin_run(struct session *session, const char *job, const char *parameters)
{
    struct store *store = session->workspace->store;
    const char *unfinished[] = {job, parameters};
    session->run = store_integer(
        store, "SELECT max(id) FROM run WHERE job = ?1 AND parameters = ?2 AND state = 'running'",
        unfinished, 2, 0);
    if (session->run > 0)
        return 0;
    char now[CLOCK_TIMESTAMP_SIZE];
    clock_timestamp(now);
    const char *values[] = {job, parameters, now};
    session->run = store_run(
        store, "INSERT INTO run (job, parameters, state, began_at) VALUES (?1, ?2, 'running', ?3)",
        values, 3);
    return session->run > 0 ? 0 : -1;
}

int session_end_run(struct session *session, const char *state)
{
    char now[CLOCK_TIMESTAMP_SIZE];
    clock_timestamp(now);
    const size_t counts[] = {session->made, session->kept, session->accepted, session->returned};
    const char *values[7] = {arena_print(session->arena, "%lld", (long long)session->run), state,
                             now};
    for (size_t i = 0; i < 4; i++)
        values[3 + i] = arena_print(session->arena, "%zu", counts[i]);
    return store_run(session->workspace->store,
                     "UPDATE run SET state = ?2, ended_at = ?3, made = ?4, kept = ?5,"
                     " accepted = ?6, returned = ?7 WHERE id = ?1",
                     values, 7) < 0
               ? -1
               : 0;
}
