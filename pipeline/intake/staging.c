/* Rows being filled. Each table has at most one open row, since records nest only in others'; a row
 * gets its ordinal when its element begins, so that ordinals follow the file's order and children
 * can name their parent's, and is written when the element ends. Called by validate.c. */
#include "intake/staging.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

enum { SENDER_COLUMN, PERIOD_COLUMN, NUMBER_SIZE = 24 };

/* Where a value goes: a table's column, or with table -1 sender or period. */
struct capture {
    int table, column;
    bool whole; /* the element as XML, not its text */
    struct capture *next;
};

/* A table whose record the element is; outer tables first. */
struct record {
    int table;
    struct record *next;
};

struct staging_step {
    const char *name;
    struct capture *captures;
    struct record *records;
    struct staging_step *children, *next;
};

struct row {
    bool open;
    int64_t ordinal, parent; /* the last one given; 0 = none */
    int64_t position;
    long line;
    struct buffer *values;
    bool *present;
    long *lines;
    const char *insert; /* SQL */
    const char **bound; /* ordinal, parent, line, position, then value and line of each column */
    char (*numbers)[NUMBER_SIZE];
    int label; /* column that names the record, -1 = none */
};

struct staging {
    struct store *store;
    const struct kind *kind;
    struct row *rows;             /* beside kind->tables */
    int64_t position;             /* of the last record among those of all tables */
    struct staging_step root;     /* the root element */
    struct staging_step anywhere; /* its children: records at any depth */
    struct buffer whole[2];       /* sender, period */
    bool known[2];
};

/* --- Steps -------------------------------------------------------------------------------------
 */

static struct staging_step *find_child(const struct staging_step *step, const char *name,
                                       size_t length)
{
    for (struct staging_step *child = step->children; child; child = child->next)
        if (strncmp(child->name, name, length) == 0 && child->name[length] == '\0')
            return child;
    return NULL;
}

/* The step that `path` leads to from `step`, made where it is not there yet. */
static struct staging_step *walk(struct arena *arena, struct staging_step *step, const char *path)
{
    if (strcmp(path, ".") == 0)
        return step;
    while (*path) {
        size_t length = strcspn(path, "/");
        struct staging_step *child = find_child(step, path, length);
        if (!child) {
            child = arena_alloc(arena, sizeof *child);
            child->name = arena_copy_bytes(arena, path, length);
            child->next = step->children;
            step->children = child;
        }
        step = child;
        path += length + (path[length] == '/');
    }
    return step;
}

static void add_capture(struct arena *arena, struct staging_step *step, struct capture added)
{
    struct capture *capture = arena_alloc(arena, sizeof *capture);
    *capture = added;
    capture->next = step->captures;
    step->captures = capture;
}

static void add_record(struct arena *arena, struct staging_step *step, int table)
{
    struct record **end = &step->records;
    while (*end)
        end = &(*end)->next;
    *end = arena_alloc(arena, sizeof **end);
    (*end)->table = table;
}

/* Gives `step` all that `other` asks for, so that an element to which a path of its own leads is
 * also found as a record at any depth. */
static void graft(struct arena *arena, struct staging_step *step, const struct staging_step *other)
{
    for (const struct capture *capture = other->captures; capture; capture = capture->next)
        add_capture(arena, step, *capture);
    for (const struct record *record = other->records; record; record = record->next)
        add_record(arena, step, record->table);
    for (const struct staging_step *child = other->children; child; child = child->next)
        graft(arena, walk(arena, step, child->name), child);
}

static void graft_anywhere(struct arena *arena, struct staging_step *step,
                           const struct staging_step *anywhere)
{
    for (struct staging_step *child = step->children; child; child = child->next) {
        graft_anywhere(arena, child, anywhere);
        const struct staging_step *found = find_child(anywhere, child->name, strlen(child->name));
        if (found && found != child)
            graft(arena, child, found);
    }
}

const struct staging_step *staging_root(const struct staging *staging)
{
    return &staging->root;
}

const struct staging_step *staging_attribute(const struct staging_step *step, const char *name)
{
    return find_child(step, name, strlen(name));
}

const struct staging_step *staging_child(const struct staging *staging,
                                         const struct staging_step *step, const char *name)
{
    size_t length = strlen(name);
    const struct staging_step *child = step ? find_child(step, name, length) : NULL;
    return child ? child : find_child(&staging->anywhere, name, length);
}

static bool wants(const struct staging_step *step, bool whole)
{
    for (const struct capture *capture = step ? step->captures : NULL; capture;
         capture = capture->next)
        if (capture->whole == whole)
            return true;
    return false;
}

bool staging_wants_text(const struct staging_step *step)
{
    return wants(step, false);
}

bool staging_wants_fragment(const struct staging_step *step)
{
    return wants(step, true);
}

/* --- Beginning and ending ----------------------------------------------------------------------
 */

static const char *insert_sql(struct arena *arena, const struct kind_table *table)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_print(&sql, "INSERT INTO temp.\"staged_%s\" VALUES (?1, ?2, ?3, ?4", table->name);
    for (size_t i = 0; i < table->column_count; i++)
        buffer_print(&sql, ", ?%zu, ?%zu", 5 + 2 * i, 6 + 2 * i);
    buffer_byte(&sql, ')');
    const char *copy = arena_copy(arena, sql.bytes);
    buffer_free(&sql);
    return copy;
}

static void prepare_row(struct arena *arena, const struct kind_table *table, struct row *row)
{
    size_t count = table->column_count;
    row->values = arena_new_array(arena, count + 1, sizeof *row->values);
    row->present = arena_new_array(arena, count + 1, sizeof *row->present);
    row->lines = arena_new_array(arena, count + 1, sizeof *row->lines);
    row->bound = arena_new_array(arena, 4 + 2 * count, sizeof *row->bound);
    row->numbers = arena_new_array(arena, 4 + count, sizeof *row->numbers);
    row->insert = insert_sql(arena, table);
    row->label = -1;
    for (size_t i = 0; table->label && i < count; i++)
        if (strcmp(table->columns[i].name, table->label) == 0)
            row->label = (int)i;
}

struct staging *staging_begin(struct arena *arena, struct store *store, const struct kind *kind)
{
    struct staging *staging = arena_alloc(arena, sizeof *staging);
    staging->store = store;
    staging->kind = kind;
    staging->rows = arena_new_array(arena, kind->table_count + 1, sizeof *staging->rows);
    for (size_t i = 0; i < kind->table_count; i++) {
        const struct kind_table *table = &kind->tables[i];
        bool anywhere = strncmp(table->record, "//", 2) == 0;
        struct staging_step *record = anywhere ? walk(arena, &staging->anywhere, table->record + 2)
                                               : walk(arena, &staging->root, table->record);
        add_record(arena, record, (int)i);
        for (size_t j = 0; j < table->column_count; j++)
            add_capture(arena, walk(arena, record, table->columns[j].path),
                        (struct capture){.table = (int)i,
                                         .column = (int)j,
                                         .whole = table->columns[j].type == COLUMN_XML});
        prepare_row(arena, table, &staging->rows[i]);
    }
    if (kind->sender_path)
        add_capture(arena, walk(arena, &staging->root, kind->sender_path),
                    (struct capture){.table = -1, .column = SENDER_COLUMN});
    if (kind->period_path)
        add_capture(arena, walk(arena, &staging->root, kind->period_path),
                    (struct capture){.table = -1, .column = PERIOD_COLUMN});
    graft_anywhere(arena, &staging->root, &staging->anywhere);
    graft_anywhere(arena, &staging->anywhere, &staging->anywhere);
    return staging;
}

void staging_end(struct staging *staging)
{
    for (size_t i = 0; i < staging->kind->table_count; i++)
        for (size_t j = 0; j < staging->kind->tables[i].column_count; j++)
            buffer_free(&staging->rows[i].values[j]);
    buffer_free(&staging->whole[SENDER_COLUMN]);
    buffer_free(&staging->whole[PERIOD_COLUMN]);
}

/* --- Following the file ------------------------------------------------------------------------
 */

void staging_open(struct staging *staging, const struct staging_step *step, long line)
{
    for (const struct record *record = step ? step->records : NULL; record; record = record->next) {
        struct row *row = &staging->rows[record->table];
        int parent = staging->kind->tables[record->table].parent;
        row->open = true;
        row->ordinal++;
        row->position = ++staging->position;
        row->parent = parent >= 0 ? staging->rows[parent].ordinal : 0;
        row->line = line;
        for (size_t i = 0; i < staging->kind->tables[record->table].column_count; i++)
            row->present[i] = false;
    }
}

static void set_text(struct buffer *buffer, const char *value, size_t length)
{
    buffer_clear(buffer);
    buffer_append(buffer, value, length);
}

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static void capture_value(struct staging *staging, const struct staging_step *step, bool whole,
                          const char *value, size_t length, long line)
{
    for (const struct capture *capture = step->captures; capture; capture = capture->next) {
        if (capture->whole != whole)
            continue;
        if (capture->table < 0) {
            if (!staging->known[capture->column])
                set_text(&staging->whole[capture->column], value, length);
            staging->known[capture->column] = true;
            continue;
        }
        struct row *row = &staging->rows[capture->table];
        if (!row->open || row->present[capture->column])
            continue;
        set_text(&row->values[capture->column], value, length);
        row->present[capture->column] = true;
        row->lines[capture->column] = line;
    }
}

void staging_value(struct staging *staging, const struct staging_step *step, const char *value,
                   size_t length, long line)
{
    if (!step || !step->captures)
        return;
    while (length && is_white(value[0]))
        value++, length--;
    while (length && is_white(value[length - 1]))
        length--;
    capture_value(staging, step, false, value, length, line);
}

void staging_fragment(struct staging *staging, const struct staging_step *step, const char *text,
                      size_t length, long line)
{
    capture_value(staging, step, true, text, length, line);
}

/* Writes a number, faster than printf: there are two of them for each value stored. */
static const char *number_text(char text[NUMBER_SIZE], int64_t number)
{
    char *at = text + NUMBER_SIZE - 1;
    *at = '\0';
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return at;
}

static int write_row(struct staging *staging, size_t table)
{
    struct row *row = &staging->rows[table];
    size_t columns = staging->kind->tables[table].column_count;
    row->bound[0] = number_text(row->numbers[0], row->ordinal);
    row->bound[1] = row->parent ? number_text(row->numbers[1], row->parent) : NULL;
    row->bound[2] = number_text(row->numbers[2], row->line);
    row->bound[3] = number_text(row->numbers[3], row->position);
    for (size_t i = 0; i < columns; i++) {
        bool present = row->present[i];
        row->bound[4 + 2 * i] = present ? buffer_string(&row->values[i]) : NULL;
        row->bound[5 + 2 * i] = present ? number_text(row->numbers[4 + i], row->lines[i]) : NULL;
    }
    row->open = false;
    return store_run(staging->store, row->insert, row->bound, 4 + 2 * columns) < 0 ? -1 : 0;
}

int staging_close(struct staging *staging, const struct staging_step *step)
{
    for (const struct record *record = step ? step->records : NULL; record; record = record->next)
        if (staging->rows[record->table].open && write_row(staging, (size_t)record->table) != 0)
            return -1;
    return 0;
}

/* --- What is known so far ----------------------------------------------------------------------
 */

const char *staging_sender(const struct staging *staging)
{
    return staging->known[SENDER_COLUMN] ? buffer_string(&staging->whole[SENDER_COLUMN]) : NULL;
}

const char *staging_period(const struct staging *staging)
{
    return staging->known[PERIOD_COLUMN] ? buffer_string(&staging->whole[PERIOD_COLUMN]) : NULL;
}

const char *staging_record(const struct staging *staging)
{
    for (size_t i = staging->kind->table_count; i-- > 0;) {
        const struct row *row = &staging->rows[i];
        if (row->open && row->label >= 0 && row->present[row->label] &&
            row->values[row->label].length)
            return row->values[row->label].bytes;
    }
    return NULL;
}
