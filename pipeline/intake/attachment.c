/* Attachments: from staged rows to archived pictures. Names come sorted, so that a file is read
 * once however often it is named, and one with many names costs no more than its rows. A file that
 * lies beside the submission decides, even if the archive has the digest that is named: whoever
 * changed the picture and not the digest wants to be told. Called by decision.c. */
#include "intake/attachment.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "intake/attachment_messages.h"

/* The picture at hand: rows with the same name follow each other. */
struct search {
    struct examination *examination;
    const struct workspace *workspace;
    const char *folder;
    const struct kind_attachment *definition;
    const char *file; /* its name; NULL: none yet */
    bool there;       /* something of that name lies in the folder */
    struct picture picture;
};

/* One row: a name with the digest it is to have. */
struct named {
    const char *file, *sha256, *record;
    long line;
};

static void report(const struct search *search, const struct named *named,
                   const struct message *message, const struct kind_column *column,
                   const char *first)
{
    struct examination *examination = search->examination;
    const struct spot spot = {
        .line = named->line,
        .record = named->record,
        .path = examination_column_path(examination->arena, search->definition->table, column),
        .value = column == search->definition->digest ? named->sha256 : named->file};
    examination_report(examination, message, &spot, first, named->file, NULL);
}

/* "PNG、JPEG": what may be attached. */
static const char *list_types(const struct kind_attachment *definition, struct arena *arena)
{
    static const char *const shown[PICTURE_TYPES] = {"PNG", "JPEG", "SVG"};
    const char *list = "";
    for (int type = 0; type < PICTURE_TYPES; type++)
        if (definition->types[type])
            list = arena_print(arena, "%s%s%s", list, *list ? message_choose("、", ", ") : "",
                               shown[type]);
    return list;
}

static void add(struct attachment_list *list, struct arena *arena, const struct named *named,
                const struct picture *picture)
{
    if (list->count == list->capacity) {
        struct attachment *old = list->items;
        list->capacity = list->capacity ? list->capacity * 2 : 16;
        list->items = arena_new_array(arena, list->capacity, sizeof *list->items);
        if (list->count)
            memcpy(list->items, old, list->count * sizeof *old);
    }
    list->items[list->count++] = (struct attachment){.file = named->file,
                                                     .sha256 = named->sha256,
                                                     .type = picture->type,
                                                     .size = picture->bytes.length,
                                                     .extent = picture->size,
                                                     .line = named->line};
}

/* Judges a picture that was read against what the row says; 1: it is as it should be, 0: found. */
static int fits(const struct search *search, const struct named *named,
                const struct picture *picture)
{
    const struct kind_attachment *definition = search->definition;
    if (picture->sha256[0] && strcmp(picture->sha256, named->sha256) != 0)
        report(search, named, &MESSAGE_ATTACHMENT_DIGEST, definition->digest, picture->sha256);
    else if (picture->fault)
        report(search, named, picture->fault, definition->file, picture->reason);
    else if (picture->type == PICTURE_TYPES || !definition->types[picture->type])
        report(search, named, &MESSAGE_ATTACHMENT_TYPE, definition->file,
               list_types(definition, search->examination->arena));
    else
        return 1;
    return 0;
}

/* What is not beside the submission may have come before. */
static int take_archived(const struct search *search, const struct named *named,
                         struct attachment_list *list)
{
    struct picture picture;
    struct arena *arena = search->examination->arena;
    if (!picture_read_archived(arena, search->workspace, named->sha256, &picture)) {
        const struct message *message =
            search->folder ? &MESSAGE_ATTACHMENT_MISSING : &MESSAGE_ATTACHMENT_NO_FOLDER;
        report(search, named, message, search->definition->file, NULL);
        return 0;
    }
    if (fits(search, named, &picture))
        add(list, arena, named, &picture);
    picture_free(&picture);
    return 0;
}

static int take(struct search *search, const struct named *named, struct attachment_list *list)
{
    struct arena *arena = search->examination->arena;
    if (!picture_name_is_plain(named->file)) {
        report(search, named, &MESSAGE_ATTACHMENT_NAME, search->definition->file, NULL);
        return 0;
    }
    if (!search->file || strcmp(search->file, named->file) != 0) {
        picture_free(&search->picture);
        search->file = named->file;
        search->there = search->folder &&
                        picture_read_beside(arena, search->folder, named->file, &search->picture);
    }
    if (!search->there)
        return take_archived(search, named, list);
    if (!fits(search, named, &search->picture))
        return 0;
    add(list, arena, named, &search->picture);
    return picture_archive(search->workspace, &search->picture);
}

static int examine(struct search *search, struct attachment_list *list)
{
    const struct kind_attachment *definition = search->definition;
    struct arena *arena = search->examination->arena;
    const char *file = definition->file->name, *digest = definition->digest->name;
    const char *label = definition->table->label;
    const char *sql =
        arena_print(arena,
                    "SELECT \"%s\", \"%s\", min(\"%s_line\"), %s%s%s FROM temp.\"staged_%s\""
                    " WHERE \"%s\" IS NOT NULL AND \"%s\" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
                    file, digest, file, label ? "\"" : "", label ? label : "NULL",
                    label ? "\"" : "", definition->table->name, file, digest);
    struct query *query;
    if (store_query(search->workspace->store, __func__, sql, &query) != 0)
        return -1;
    int step, result = 0;
    while (result == 0 && (step = query_step(query)) != 0) {
        const struct named named = {.file = arena_copy(arena, query_text(query, 0)),
                                    .sha256 = arena_copy(arena, query_text(query, 1)),
                                    .line = (long)query_integer(query, 2),
                                    .record = arena_copy(arena, query_text(query, 3))};
        if (step < 0)
            result = -1;
        else if (digest_is_hex(named.sha256)) /* another form was found by the schema */
            result = take(search, &named, list);
    }
    query_done(query);
    return result;
}

int attachment_examine(struct examination *examination, const struct workspace *workspace,
                       const char *folder, struct attachment_list *list)
{
    const struct kind *kind = examination->kind;
    int result = 0;
    for (size_t i = 0; i < kind->attachment_count && result == 0; i++) {
        struct search search = {.examination = examination,
                                .workspace = workspace,
                                .folder = folder,
                                .definition = &kind->attachments[i]};
        result = examine(&search, list);
        picture_free(&search.picture);
    }
    return result;
}

int attachment_stage(struct store *store, const struct attachment_list *list)
{
    char columns[16], rows[16];
    for (size_t i = 0; i < list->count; i++) {
        const struct attachment *one = &list->items[i];
        bool drawing = one->type == PICTURE_SVG;
        snprintf(columns, sizeof columns, "%" PRIu32, one->extent.columns);
        snprintf(rows, sizeof rows, "%" PRIu32, one->extent.rows);
        const char *values[] = {one->file,
                                one->sha256,
                                picture_type_name(one->type),
                                drawing ? NULL : columns,
                                drawing ? NULL : rows,
                                drawing                ? NULL
                                : one->extent.coloured ? "1"
                                                       : "0"};
        if (store_run(store,
                      "INSERT OR IGNORE INTO temp.staged_attachment"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                      values, sizeof values / sizeof *values) < 0)
            return -1;
    }
    return 0;
}

int attachment_insert(struct store *store, int64_t submission, const struct attachment_list *list)
{
    char id[24], ordinal[24], line[24], size[24];
    snprintf(id, sizeof id, "%lld", (long long)submission);
    for (size_t i = 0; i < list->count; i++) {
        const struct attachment *one = &list->items[i];
        snprintf(ordinal, sizeof ordinal, "%zu", i + 1);
        snprintf(line, sizeof line, "%ld", one->line);
        snprintf(size, sizeof size, "%zu", one->size);
        const char *values[] = {
            id, ordinal, line, one->file, one->sha256, picture_type_name(one->type), size};
        if (store_run(store,
                      "INSERT INTO attachment (submission, ordinal, line, file, sha256, type, size)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                      values, sizeof values / sizeof *values) < 0)
            return -1;
    }
    return 0;
}
