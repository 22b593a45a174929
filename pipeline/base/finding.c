/* Findings: the list, the wording from messages, and the two ways to write one. */
#include "base/finding.h"

#include <stdarg.h>
#include <string.h>

#include "base/json.h"

struct finding_list {
    struct arena *arena;
    struct finding *items; /* in the arena; doubled as needed, the old array is left there */
    size_t count;
    size_t capacity;
    size_t count_of_level[FINDING_ERROR + 1];
};

struct finding_list *finding_list_new(struct arena *arena)
{
    struct finding_list *list = arena_alloc(arena, sizeof *list);
    list->arena = arena;
    return list;
}

void finding_add(struct finding_list *list, const struct finding *finding)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 8;
        struct finding *items = arena_new_array(list->arena, capacity, sizeof *items);
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    struct finding *copy = &list->items[list->count++];
    struct arena *arena = list->arena;
    *copy = (struct finding){.id = arena_copy(arena, finding->id),
                             .level = finding->level,
                             .kind = arena_copy(arena, finding->kind),
                             .file = arena_copy(arena, finding->file),
                             .sha256 = arena_copy(arena, finding->sha256),
                             .line = finding->line,
                             .record = arena_copy(arena, finding->record),
                             .path = arena_copy(arena, finding->path),
                             .label = arena_copy(arena, finding->label),
                             .value = arena_copy(arena, finding->value),
                             .rule = arena_copy(arena, finding->rule),
                             .mend = arena_copy(arena, finding->mend)};
    list->count_of_level[finding->level]++;
}

struct placeholders {
    const char *values[9]; /* {1} is values[0] */
    size_t count;
    const struct finding *where;
};

static const char *lookup_placeholder(void *state, const char *name, size_t length)
{
    const struct placeholders *placeholders = state;
    if (length == 1 && name[0] >= '1' && name[0] <= '9') {
        size_t index = (size_t)(name[0] - '1');
        return index < placeholders->count ? placeholders->values[index] : NULL;
    }
    if (length == 5 && memcmp(name, "label", 5) == 0)
        return placeholders->where->label;
    if (length == 5 && memcmp(name, "value", 5) == 0)
        return placeholders->where->value;
    return NULL;
}

void finding_report(struct finding_list *list, const struct message *message,
                    const struct finding *where, ...)
{
    static const struct finding nowhere;
    struct placeholders placeholders = {.where = where ? where : &nowhere};
    va_list arguments;
    va_start(arguments, where);
    for (const char *value; (value = va_arg(arguments, const char *)) != NULL;)
        if (placeholders.count < 9)
            placeholders.values[placeholders.count++] = value;
    va_end(arguments);

    struct finding finding = *placeholders.where;
    struct buffer rule = BUFFER_EMPTY, mend = BUFFER_EMPTY;
    finding.id = message->id;
    finding.level = message->level;
    message_fill(&rule, message_choose(message->chinese, message->english), lookup_placeholder,
                 &placeholders);
    finding.rule = buffer_string(&rule);
    const char *wording = message_choose(message->mend_chinese, message->mend_english);
    if (wording)
        message_fill(&mend, wording, lookup_placeholder, &placeholders);
    finding.mend = wording ? buffer_string(&mend) : NULL;
    finding_add(list, &finding);
    buffer_free(&rule);
    buffer_free(&mend);
}

size_t finding_count(const struct finding_list *list)
{
    return list->count;
}

size_t finding_count_level(const struct finding_list *list, enum finding_level level)
{
    return list->count_of_level[level];
}

const struct finding *finding_at(const struct finding_list *list, size_t index)
{
    return index < list->count ? &list->items[index] : NULL;
}

static const char *const level_names[] = {"note", "warning", "error"};

const char *finding_level_name(enum finding_level level)
{
    return level_names[level];
}

int finding_level_from_name(const char *name)
{
    for (int level = FINDING_NOTE; level <= FINDING_ERROR; level++)
        if (strcmp(name, level_names[level]) == 0)
            return level;
    return -1;
}

void finding_write_text(struct buffer *out, const struct finding *finding)
{
    static const char *const level_chinese[] = {"说明", "提醒", "错误"};
    static const char *const level_english[] = {"note", "warning", "error"};
    const char *colon = message_choose("：", ": ");
    if (finding->file) {
        buffer_text(out, finding->file);
        if (finding->line > 0)
            buffer_print(out, message_choose(" 第%ld行", ":%ld"), finding->line);
        buffer_text(out, colon);
    }
    buffer_text(out, message_choose(level_chinese[finding->level], level_english[finding->level]));
    if (finding->record)
        buffer_print(out, message_choose("［%s］", " [%s]"), finding->record);
    const char *field = finding->label && *finding->label ? finding->label : finding->path;
    if (field && *field)
        buffer_print(out, message_choose("“%s”", " \"%s\""), field);
    if (finding->value)
        buffer_print(out, message_choose("填的是“%s”", " has \"%s\""), finding->value);
    buffer_text(out, colon);
    buffer_text(out, finding->rule);
    buffer_print(out, message_choose("（%s）", " (%s)"), finding->id);
    buffer_byte(out, '\n');
    if (finding->mend) {
        buffer_text(out, message_choose("    办法：", "    to mend: "));
        buffer_text(out, finding->mend);
        buffer_byte(out, '\n');
    }
}

void finding_write_json(struct buffer *out, const struct finding *finding)
{
    struct json json = json_begin(out);
    json_object_begin(&json, NULL);
    json_text(&json, "id", finding->id);
    json_text(&json, "level", finding_level_name(finding->level));
    json_text(&json, "kind", finding->kind);
    json_text(&json, "file", finding->file);
    json_text(&json, "sha256", finding->sha256);
    if (finding->line > 0)
        json_integer(&json, "line", finding->line);
    else
        json_text(&json, "line", NULL);
    json_text(&json, "record", finding->record);
    json_text(&json, "path", finding->path);
    json_text(&json, "label", finding->label);
    json_text(&json, "value", finding->value);
    json_text(&json, "rule", finding->rule);
    json_text(&json, "mend", finding->mend);
    json_object_end(&json);
}
