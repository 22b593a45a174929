/* What every test of publish/ works on: a temporary folder with a workspace, a small database, a
 * stylesheets folder and the real fonts. A test fills in a publication by hand. */
#ifndef YINFA_TESTS_UNIT_PUBLISH_DESK_H
#define YINFA_TESTS_UNIT_PUBLISH_DESK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/xml.h"
#include "publish/publisher.h"

struct desk {
    char *folder;      /* holds everything; removed at the end */
    char *stylesheets; /* folder/stylesheets */
    struct workspace *workspace;
    struct font_set *fonts;
    struct publisher *publisher;
    struct arena *arena;

    /* what done() was told, in order */
    struct buffer log; /* "NAME made|kept|failed PATH…\n" */
    struct finding_list *findings;
    const char *unwanted; /* items whose name holds this are up to date; NULL: none */
    size_t errors;
};

static inline char *desk_path(struct desk *desk, const char *name)
{
    return arena_print(desk->arena, "%s/%s", desk->folder, name);
}

static inline void desk_write(struct desk *desk, const char *name, const char *text)
{
    char *path = desk_path(desk, name);
    for (char *slash = strchr(path + strlen(desk->folder) + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        assert_int_equal(file_make_directory(path, 0700), 0);
        *slash = '/';
    }
    assert_int_equal(file_write(path, 0600, text, strlen(text)), 0);
}

/* The bytes of a file of the desk; "" and `there` false if it is not there. */
static inline const char *desk_read(struct desk *desk, const char *name, size_t *length)
{
    struct buffer bytes = BUFFER_EMPTY;
    const char *path = desk_path(desk, name);
    if (file_exists(path))
        assert_int_equal(file_read(path, 1 << 28, &bytes), 0);
    if (length)
        *length = bytes.length;
    const char *copy = arena_copy_bytes(desk->arena, buffer_string(&bytes), bytes.length);
    buffer_free(&bytes);
    return copy;
}

static inline bool desk_has(struct desk *desk, const char *name)
{
    return file_exists(desk_path(desk, name));
}

static inline void desk_sql(struct desk *desk, const char *sql)
{
    assert_int_equal(store_execute(desk->workspace->store, sql), 0);
}

/* A desk with nothing but its folders; NULL if they cannot be made. */
static inline struct desk *desk_new(const char *stylesheets)
{
    char name[] = "/tmp/yinfa-publish-XXXXXX";
    if (!mkdtemp(name))
        return NULL;
    struct desk *desk = memory_new(1, sizeof *desk);
    desk->arena = arena_new();
    desk->folder = realpath(name, NULL);
    desk->stylesheets = desk_path(desk, stylesheets);
    desk->findings = finding_list_new(desk->arena);
    return file_make_directory(desk->stylesheets, 0700) == 0 ? desk : NULL;
}

static inline int desk_open(void **state)
{
    static const char sql[] =
        "CREATE TABLE city (code TEXT PRIMARY KEY, name TEXT, head_count INTEGER, remark TEXT);"
        "INSERT INTO city VALUES ('420100', '武汉市', 100, NULL), ('420500', '宜昌市', 60, "
        "'含\"县\"'),"
        " ('420600', '襄阳市', 55, '=1+1'), ('429004', '仙桃市', 15, '甲,乙');";
    struct desk *desk = *state = desk_new("stylesheets");
    if (!desk)
        return -1;
    progress_set_quiet(true);
    xml_guard_install();
    if (workspace_create(desk_path(desk, "office")) != 0 ||
        workspace_open(desk_path(desk, "office"), STORE_WRITE, &desk->workspace) != 0)
        return -1;
    xml_allow_folder("fonts"); /* the font set's own schema */
    xml_allow_folder("/tmp");  /* the guard keeps few folders, and each test has its own */
    desk->fonts = font_set_read("fonts/font-set.xml", "fonts/files", NULL, NULL, desk->findings);
    if (!desk->fonts)
        return -1;
    desk_sql(desk, sql);
    desk->publisher = publisher_open(desk->workspace, desk->fonts, NULL);
    return desk->publisher ? 0 : -1;
}

static inline int desk_close(void **state)
{
    struct desk *desk = *state;
    publisher_close(desk->publisher);
    font_set_free(desk->fonts);
    workspace_close(desk->workspace);
    char *command = arena_print(desk->arena, "rm -rf '%s'", desk->folder);
    int status = system(command);
    buffer_free(&desk->log);
    free(desk->folder);
    arena_free(desk->arena);
    free(desk);
    return status;
}

static inline bool desk_wanted(void *state, const struct publish_item *item)
{
    struct desk *desk = state;
    return !desk->unwanted || !strstr(item->name, desk->unwanted);
}

static inline void desk_done(void *state, const struct publish_item *item, bool made,
                             const struct publish_output *outputs, size_t output_count,
                             const char *date, const struct finding_list *findings)
{
    struct desk *desk = state;
    size_t errors = finding_count_level(findings, FINDING_ERROR);
    buffer_print(&desk->log, "%s %s", item->name, made ? "made" : errors ? "failed" : "kept");
    for (size_t i = 0; i < output_count; i++)
        buffer_print(&desk->log, " %s", outputs[i].path);
    if (date)
        buffer_print(&desk->log, " (%s)", date);
    buffer_byte(&desk->log, '\n');
    for (size_t i = 0; i < finding_count(findings); i++)
        finding_add(desk->findings, finding_at(findings, i));
    desk->errors += errors;
}

/* Publishes into office/FOLDER and gives the status of publish_run(). */
static inline int desk_publish(struct desk *desk, const struct publication *publication,
                               const struct parameter_values *values, const char *folder,
                               unsigned workers)
{
    const struct publish_request request = {.publication = publication,
                                            .values = values,
                                            .folder = folder,
                                            .workers = workers,
                                            .wanted = desk_wanted,
                                            .done = desk_done,
                                            .state = desk};
    buffer_clear(&desk->log);
    desk->errors = 0;
    desk->findings = finding_list_new(desk->arena);
    return publish_run(desk->publisher, &request);
}

/* The first finding of the last run with that id; NULL: none. */
static inline const struct finding *desk_finding(struct desk *desk, const char *id)
{
    for (size_t i = 0; i < finding_count(desk->findings); i++)
        if (strcmp(finding_at(desk->findings, i)->id, id) == 0)
            return finding_at(desk->findings, i);
    return NULL;
}

/* Prints what was found, to see why a test fails. */
static inline void desk_show(struct desk *desk)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < finding_count(desk->findings); i++)
        finding_write_text(&text, finding_at(desk->findings, i));
    print_message("%s%s\n", buffer_string(&desk->log), buffer_string(&text));
    buffer_free(&text);
}

#define DESK_TEST(function) cmocka_unit_test_setup_teardown(function, desk_open, desk_close)

static const struct parameter_values no_values = {NULL, 0};

#endif
