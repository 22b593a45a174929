/* Editions. Compiled stylesheets stay with the publisher; everything else goes with the edition.
 * Called by publish.c. */
#include "publish/edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "publish/publish_messages.h"
#include "store/view_snapshot.h"

char *edition_root(const struct publication *publication)
{
    char *folder = realpath(publication->folder, NULL);
    if (!folder)
        return memory_copy("/nonexistent");
    char *slash = strrchr(folder, '/');
    if (slash && slash != folder)
        *slash = '\0';
    if (!xml_is_allowed(publication->folder))
        xml_allow_folder(folder); /* main allows the shipped ones; an office may have its own */
    return folder;
}

struct stylesheet *edition_stylesheet(struct publisher *publisher,
                                      const struct publication_output *output, const char *root,
                                      const struct stylesheet_where *where)
{
    const char *path = output->stylesheet;
    for (size_t i = 0; i < publisher->stylesheet_count; i++)
        if (strcmp(publisher->stylesheet_paths[i], path) == 0)
            return publisher->stylesheets[i];
    struct stylesheet *stylesheet = stylesheet_read(path, root, where);
    if (!stylesheet)
        return NULL;
    size_t count = publisher->stylesheet_count + 1;
    publisher->stylesheets =
        memory_resize(publisher->stylesheets, count, sizeof *publisher->stylesheets);
    publisher->stylesheet_paths =
        memory_resize(publisher->stylesheet_paths, count, sizeof *publisher->stylesheet_paths);
    publisher->stylesheets[count - 1] = stylesheet;
    publisher->stylesheet_paths[count - 1] = memory_copy(path);
    publisher->stylesheet_count = count;
    return stylesheet;
}

static void open_stylesheets(struct edition *edition, const char *root)
{
    const struct publication *publication = edition->request->publication;
    const struct stylesheet_where where = {.kind = publication->name,
                                           .findings = edition->findings};
    struct digest *digest = digest_new();
    digest_add_text(digest, publication->digest);
    for (size_t i = 0; i < publication->output_count; i++) {
        const struct publication_output *output = &publication->outputs[i];
        if (!output->stylesheet || !item_has_output(output, edition->request->values))
            continue;
        edition->stylesheets[i] = edition_stylesheet(edition->publisher, output, root, &where);
        if (edition->stylesheets[i])
            digest_add_text(digest, stylesheet_digest(edition->stylesheets[i]));
    }
    images_digest(edition->images, digest);
    digest_finish(digest, edition->stylesheet_digest);
}

/* A relative folder lies in the workspace. */
static void place_folder(struct edition *edition)
{
    const char *folder = edition->request->folder;
    edition->known = arena_copy(edition->arena, folder);
    edition->folder = edition->known;
    if (*folder != '/') {
        char *path = workspace_path(edition->publisher->workspace, folder);
        edition->folder = arena_copy(edition->arena, path);
        free(path);
    }
}

int edition_settle_views(struct store *store, const struct publication *publication)
{
    for (size_t i = 0; i < publication->query_count; i++)
        if (view_snapshot_cover(store, publication->queries[i].sql) != 0)
            return -1;
    return 0;
}

int edition_open(struct publisher *publisher, const struct publish_request *request,
                 bool items_only, struct edition **result)
{
    struct edition *edition = memory_new(1, sizeof *edition);
    const struct publication *publication = request->publication;
    edition->publisher = publisher;
    edition->request = request;
    edition->arena = arena_new();
    edition->findings = finding_list_new(edition->arena);
    edition->stylesheets = memory_new(publication->output_count + 1, sizeof *edition->stylesheets);
    if (edition_settle_views(publisher->store, publication) != 0 ||
        item_list_read(publisher->store, publication, request->values, edition->arena,
                       &edition->items) != 0) {
        edition_close(edition);
        return -1;
    }
    if (!items_only) {
        char *root = edition_root(publication);
        edition->images = images_open(publication->folder, root, publisher->workspace);
        if (request->folder)
            place_folder(edition);
        open_stylesheets(edition, root);
        free(root);
    }
    *result = edition;
    return 0;
}

void edition_close(struct edition *edition)
{
    images_close(edition->images);
    free(edition->stylesheets);
    arena_free(edition->arena);
    free(edition);
}

bool edition_has(const struct edition *edition, size_t index)
{
    const struct publish_request *request = edition->request;
    return request->shards == 0 || index % request->shards == request->shard - 1;
}
