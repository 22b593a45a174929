/* Collecting findings of one submission. The limit keeps memory constant however much is wrong; an
 * error that is omitted still counts, through the closing finding, which is an error itself. */
#include "intake/examination.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/intake_messages.h"
#include "store/identity_number.h"

enum { SHOWN_BYTES = 240 }; /* of a value */

struct examination examination_begin(struct arena *arena, const char *file, const char *sha256)
{
    return (struct examination){
        .arena = arena, .findings = finding_list_new(arena), .file = file, .sha256 = sha256};
}

/* --- Columns by path ---------------------------------------------------------------------------
 */

const char *examination_column_path(struct arena *arena, const struct kind_table *table,
                                    const struct kind_column *column)
{
    const char *record = strcmp(table->record, ".") == 0 ? "" : table->record;
    const char *path = strcmp(column->path, ".") == 0 ? "" : column->path;
    return arena_print(arena, "%s%s%s", record, *record && *path ? "/" : "", path);
}

/* Whether `path` is `record` and `inner` joined. */
static bool is_joined(const char *path, const char *record, const char *inner)
{
    if (strcmp(record, ".") != 0) {
        size_t length = strlen(record);
        if (strncmp(path, record, length) != 0)
            return false;
        path += length;
        if (*path == '\0')
            return strcmp(inner, ".") == 0;
        if (*path++ != '/')
            return false;
    } else if (*path == '\0') {
        return strcmp(inner, ".") == 0;
    }
    return strcmp(path, inner) == 0;
}

const struct kind_column *examination_column(const struct kind *kind, const char *path,
                                             const struct kind_table **table)
{
    for (size_t i = 0; kind && path && i < kind->table_count; i++) {
        const struct kind_table *candidate = &kind->tables[i];
        for (size_t j = 0; j < candidate->column_count; j++) {
            if (!is_joined(path, candidate->record, candidate->columns[j].path))
                continue;
            if (table)
                *table = candidate;
            return &candidate->columns[j];
        }
    }
    return NULL;
}

/* --- Adding ------------------------------------------------------------------------------------
 */

bool examination_is_full(struct examination *examination, enum finding_level level)
{
    if (finding_count(examination->findings) < EXAMINATION_FINDINGS)
        return false;
    examination->omitted++;
    examination->omitted_error = examination->omitted_error || level == FINDING_ERROR;
    return true;
}

/* A long value's beginning, whole characters. */
static const char *shortened(struct arena *arena, const char *value)
{
    if (!value || strlen(value) <= SHOWN_BYTES)
        return value;
    size_t length = SHOWN_BYTES;
    while (length && ((unsigned char)value[length] & 0xC0) == 0x80)
        length--;
    return arena_print(arena, "%.*s…", (int)length, value);
}

/* What of a value may be shown: personal data only masked; a value that a rule has masked already
 * is left alone. */
static const char *shown(struct examination *examination, const char *path, const char *value)
{
    const struct kind_column *column = examination_column(examination->kind, path, NULL);
    if (!value || !*value || !column || !column->personal || strchr(value, '*'))
        return shortened(examination->arena, value);
    struct buffer masked = BUFFER_EMPTY;
    identity_number_mask(&masked, value);
    const char *copy = arena_copy(examination->arena, buffer_string(&masked));
    buffer_free(&masked);
    return copy;
}

static struct finding completed(struct examination *examination, const struct finding *given)
{
    struct finding finding = *given;
    finding.kind = examination->kind ? examination->kind->name : NULL;
    finding.file = examination->file;
    finding.sha256 = examination->sha256;
    if (!finding.label && finding.path && examination->kind)
        finding.label = kind_label_lookup(examination->kind, finding.path);
    finding.value = shown(examination, finding.path, finding.value);
    return finding;
}

void examination_report(struct examination *examination, const struct message *message,
                        const struct spot *spot, const char *first, const char *second,
                        const char *third)
{
    if (examination_is_full(examination, message->level))
        return;
    struct finding where = {.file = NULL};
    if (spot)
        where = (struct finding){
            .line = spot->line, .record = spot->record, .path = spot->path, .value = spot->value};
    where = completed(examination, &where);
    finding_report(examination->findings, message, &where, first, second, third, NULL);
}

void examination_add(struct examination *examination, const struct finding *finding)
{
    if (examination_is_full(examination, finding->level))
        return;
    struct finding whole = completed(examination, finding);
    finding_add(examination->findings, &whole);
}

struct place {
    const struct finding *finding;
    size_t order; /* among those found */
};

static int by_line(const void *one, const void *other)
{
    const struct place *first = one, *second = other;
    if (first->finding->line != second->finding->line)
        return first->finding->line < second->finding->line ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

static void sort(struct examination *examination)
{
    size_t count = finding_count(examination->findings);
    struct place *places = arena_new_array(examination->arena, count + 1, sizeof *places);
    for (size_t i = 0; i < count; i++)
        places[i] = (struct place){finding_at(examination->findings, i), i};
    qsort(places, count, sizeof *places, by_line);
    examination->findings = finding_list_new(examination->arena);
    for (size_t i = 0; i < count; i++)
        finding_add(examination->findings, places[i].finding);
}

void examination_close(struct examination *examination)
{
    sort(examination);
    if (examination->omitted == 0)
        return;
    struct finding where = {.file = NULL};
    where = completed(examination, &where);
    char kept[24], omitted[24];
    snprintf(kept, sizeof kept, "%d", EXAMINATION_FINDINGS);
    snprintf(omitted, sizeof omitted, "%zu", examination->omitted);
    struct message message = MESSAGE_INTAKE_MORE;
    message.level = examination->omitted_error ? FINDING_ERROR : FINDING_WARNING;
    finding_report(examination->findings, &message, &where, kept, omitted, NULL);
    examination->omitted = 0;
}

bool examination_has_errors(const struct examination *examination)
{
    return examination->omitted_error ||
           finding_count_level(examination->findings, FINDING_ERROR) > 0;
}
